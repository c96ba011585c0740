namespace PianoZona.Storage.Tables;

/// <summary>
/// What is to be stored is larger than one storage transaction takes, so it cannot be stored whole or not at all.
/// </summary>
public sealed class PayloadTooLargeException : Exception
{
    /// <summary>Says what is too large.</summary>
    /// <param name="bytes">Its size, compressed.</param>
    /// <param name="maxBytes">The most that can be stored.</param>
    public PayloadTooLargeException(string partitionKey, string rowKey, int bytes, int maxBytes)
        : base(
            $"Row '{rowKey}' of '{partitionKey}' takes {bytes} bytes compressed, over the {maxBytes} of one storage "
                + $"transaction: "
                + "its rows must be aggregated further before they are posted.") => Bytes = bytes;

    /// <summary>Size of what is too large, compressed.</summary>
    public int Bytes { get; }
}
