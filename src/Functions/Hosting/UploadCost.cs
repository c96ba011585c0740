using System.Globalization;

namespace PianoZona.Functions.Hosting;

/// <summary>What a step of an upload cost, as the log tells it.</summary>
/// <param name="ReceiptId">Number of the upload's receipt.</param>
/// <param name="Transactions">Storage transactions, those of the trigger included.</param>
public sealed record UploadCost(string ReceiptId, int Transactions)
{
    /// <summary>Name of the logger.</summary>
    public const string Category = "PianoZona.UploadCost";

    // The text of the log line; what tells it is read back below.
    internal const string Template = "{Transactions} storage transactions for {ReceiptId}";
    private const string Middle = " storage transactions for ";

    /// <summary>Reads a line of the log; null when it is another one.</summary>
    public static UploadCost? Read(string category, string line) =>
        category == Category && line.Split(Middle) is [var count, var receipt]
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int transactions)
            ? new UploadCost(receipt, transactions)
            : null;
}
