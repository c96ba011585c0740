namespace Azure.Data.Tables;

/// <summary>Names of the properties that the service itself defines.</summary>
internal static class SystemProperty
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";

    /// <summary>What is written apart, or not at all, when the properties of a type are written.</summary>
    public static bool IsSystem(string name) => name is PartitionKey or RowKey or Timestamp or ETag or nameof(ITableEntity.ETag);
}
