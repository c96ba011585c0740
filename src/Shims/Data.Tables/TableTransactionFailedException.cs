using System.Collections;
using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>The service refused a transaction: nothing of it was written.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    internal const string FailedEntity = nameof(FailedEntity);

    /// <summary>Wraps the failure of the action that the service names.</summary>
    /// <param name="requestFailedException">That failure.</param>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        foreach (DictionaryEntry entry in requestFailedException.Data)
        {
            Data[entry.Key] = entry.Value;
        }

        if (Data[FailedEntity] is string text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            FailedTransactionActionIndex = index;
        }
    }

    /// <summary>Position of the refused action in the transaction, from 0; null where the service did not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
