namespace Azure.Data.Tables;

/// <summary>What every entity of a table has.</summary>
public interface ITableEntity
{
    /// <summary>First half of the key; entities that share it can be written in one transaction.</summary>
    string PartitionKey { get; set; }

    /// <summary>Second half of the key, unique within its partition.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last wrote the entity; whatever is set here is not sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version read, for optimistic concurrency.</summary>
    ETag ETag { get; set; }
}
