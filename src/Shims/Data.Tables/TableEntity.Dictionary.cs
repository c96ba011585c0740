using System.Collections;
using System.Globalization;

// The genuine package says nothing on null in these members: neither does this, so that callers compile alike against both.
#nullable disable

namespace Azure.Data.Tables;

/// <content>The dictionary.</content>
public sealed partial class TableEntity : IDictionary<string, object>
{
    /// <summary>An entity with a copy of these properties.</summary>
    /// <param name="values">The properties, system properties among them; null for none.</param>
    public TableEntity(IDictionary<string, object> values) => properties = values is null ? [] : new Dictionary<string, object>(values, StringComparer.Ordinal);

    /// <summary>Names of the properties, system properties included.</summary>
    public ICollection<string> Keys => properties.Keys;

    /// <summary>How many properties there are, system properties included.</summary>
    public int Count => properties.Count;

    /// <inheritdoc/>
    ICollection<object> IDictionary<string, object>.Values => properties.Values;

    /// <inheritdoc/>
    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>A property.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>Its value; null where it is absent.</returns>
    /// <exception cref="InvalidOperationException">A value is set whose type differs from that of the value there.</exception>
    public object this[string key]
    {
        get => Get(key);
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            properties[key] = value is not null && properties.GetValueOrDefault(key) is object existing
                ? Coerce(existing, value)
                : value;
        }
    }

    /// <inheritdoc/>
    public void Add(string key, object value) => properties.Add(key, value);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => properties.ContainsKey(key);

    /// <inheritdoc/>
    public bool Remove(string key) => properties.Remove(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out object value) => properties.TryGetValue(key, out value);

    /// <summary>Removes every property, the keys included.</summary>
    public void Clear() => properties.Clear();

    /// <inheritdoc/>
    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => properties.Add(item.Key, item.Value);

    /// <inheritdoc/>
    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)properties).Contains(item);

    /// <inheritdoc/>
    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)properties).CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)properties).Remove(item);

    /// <inheritdoc/>
    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => properties.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => properties.GetEnumerator();

    private static object Coerce(object existing, object value) => (existing, value) switch
    {
        _ when existing.GetType().IsInstanceOfType(value) => value,
        (int, long or double) => value,
        (long, int number) => (long)number,
        (double, int number) => (double)number,
        (DateTime, DateTimeOffset moment) => moment.UtcDateTime,
        (DateTimeOffset, DateTime moment) => new DateTimeOffset(moment),
        (string, DateTime or DateTimeOffset) => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A {existing.GetType()} property cannot take a value of type {value.GetType()}."),
    };
}
