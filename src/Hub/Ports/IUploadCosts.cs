namespace PianoZona.Hub.Ports;

/// <summary>Where the cost of what is done is counted.</summary>
public interface IUploadCosts
{
    /// <summary>What is being done here is for an upload: the cost of all of it is that upload's.</summary>
    /// <param name="receiptId">Number of its receipt.</param>
    void ChargeTo(string receiptId);
}
