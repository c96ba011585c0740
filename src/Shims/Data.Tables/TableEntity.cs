using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>An entity as a dictionary of its properties, system properties included.</summary>
/// <remarks>
/// A property keeps the type it was read or first set with: the typed getters do not convert between numbers, and a value of
/// another type cannot replace it, as in the genuine package.
/// </remarks>
public sealed partial class TableEntity : ITableEntity
{
    private readonly Dictionary<string, object?> properties;

    /// <summary>An entity without properties.</summary>
    public TableEntity() => properties = [];

    /// <summary>An entity with its keys.</summary>
    /// <param name="partitionKey">First half of the key.</param>
    /// <param name="rowKey">Second half of the key.</param>
    public TableEntity(string partitionKey, string rowKey)
    {
        properties = [];
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(SystemProperty.PartitionKey)!;
        set => properties[SystemProperty.PartitionKey] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(SystemProperty.RowKey)!;
        set => properties[SystemProperty.RowKey] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(SystemProperty.Timestamp);
        set => properties[SystemProperty.Timestamp] = value;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => new(GetString(SystemProperty.ETag)!);
        set => properties[SystemProperty.ETag] = value.ToString();
    }

    /// <summary>The properties as such, past the checks of the indexer.</summary>
    internal Dictionary<string, object?> Properties => properties;

    /// <summary>A text; a moment comes as ISO 8601.</summary>
    /// <param name="key">The property.</param>
    /// <returns>Its value; null where the property is absent.</returns>
    /// <exception cref="InvalidOperationException">The property has another type.</exception>
    public string? GetString(string key) => Get(key) switch
    {
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        object value => Cast<string>(value),
        null => null,
    };

    /// <summary>Bytes.</summary>
    /// <inheritdoc cref="GetString"/>
    public byte[]? GetBinary(string key) => Get(key) is object value
        ? value is BinaryData data ? data.ToArray() : Cast<byte[]>(value)
        : null;

    /// <summary>Bytes.</summary>
    /// <inheritdoc cref="GetString"/>
    public BinaryData? GetBinaryData(string key) => Get(key) is object value
        ? value is byte[] bytes ? BinaryData.FromBytes(bytes) : Cast<BinaryData>(value)
        : null;

    /// <summary>A truth value.</summary>
    /// <inheritdoc cref="GetString"/>
    public bool? GetBoolean(string key) => GetValue<bool>(key);

    /// <summary>A moment, in UTC.</summary>
    /// <inheritdoc cref="GetString"/>
    public DateTime? GetDateTime(string key) => Get(key) is object value
        ? value is DateTimeOffset moment ? moment.UtcDateTime : Cast<DateTime>(value)
        : null;

    /// <summary>A moment.</summary>
    /// <inheritdoc cref="GetString"/>
    public DateTimeOffset? GetDateTimeOffset(string key) => Get(key) is object value
        ? value is DateTime moment ? new DateTimeOffset(moment) : Cast<DateTimeOffset>(value)
        : null;

    /// <summary>A floating-point number.</summary>
    /// <inheritdoc cref="GetString"/>
    public double? GetDouble(string key) => GetValue<double>(key);

    /// <summary>An identifier.</summary>
    /// <inheritdoc cref="GetString"/>
    public Guid? GetGuid(string key) => GetValue<Guid>(key);

    /// <summary>An integer of 32 bits.</summary>
    /// <inheritdoc cref="GetString"/>
    public int? GetInt32(string key) => GetValue<int>(key);

    /// <summary>An integer of 64 bits.</summary>
    /// <inheritdoc cref="GetString"/>
    public long? GetInt64(string key) => GetValue<long>(key);

    private static T Cast<T>(object value) => value is T typed
        ? typed
        : throw new InvalidOperationException($"Cannot return {typeof(T)} type for a {value.GetType()} typed property.");

    private T? GetValue<T>(string key)
        where T : struct
        => Get(key) is object value ? Cast<T>(value) : null;

    private object? Get(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return properties.GetValueOrDefault(key);
    }
}
