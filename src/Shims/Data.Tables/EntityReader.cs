using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Entities as the service writes them, with minimal metadata.</summary>
/// <typeparam name="T">What to read them as.</typeparam>
internal sealed class EntityReader<T>
    where T : class, ITableEntity
{
    // Entities of a page mostly have the same properties in the same order: their names are made once.
    private readonly List<string> names = [];
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);

    /// <summary>One entity.</summary>
    public static T ReadEntity(BinaryData json)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        return new EntityReader<T>().Read(ref reader);
    }

    /// <summary>The entities of a page: the array in its property "value".</summary>
    public static IReadOnlyList<T> ReadPage(BinaryData json)
    {
        List<T> entities = [];
        EntityReader<T> entityReader = new();
        Utf8JsonReader reader = new(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isValue = reader.ValueTextEquals("value");
            reader.Read();
            if (!isValue)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                entities.Add(entityReader.Read(ref reader));
            }
        }

        return entities;
    }

    private T Read(ref Utf8JsonReader reader)
    {
        if (typeof(T) == typeof(TableEntity))
        {
            TableEntity entity = [];
            ReadProperties(ref reader, entity.Properties);
            return (T)(ITableEntity)entity;
        }

        Dictionary<string, object?> properties = new(StringComparer.Ordinal);
        ReadProperties(ref reader, properties);
        T result = Activator.CreateInstance<T>();
        if (result is IDictionary<string, object?> dictionary)
        {
            foreach ((string name, object? value) in properties)
            {
                dictionary[name] = value;
            }
        }
        else
        {
            EntityShape.Of(typeof(T)).Fill(result, properties);
        }

        return result;
    }

    private void ReadProperties(ref Utf8JsonReader reader, Dictionary<string, object?> properties)
    {
        types.Clear();
        for (int position = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; position++)
        {
            string name = NameAt(position, ref reader);
            reader.Read();
            if (name.EndsWith(EdmType.Annotation, StringComparison.Ordinal))
            {
                types[name[..^EdmType.Annotation.Length]] = reader.GetString()!;
            }
            else if (string.Equals(name, SystemProperty.ETag, StringComparison.Ordinal) || !name.StartsWith("odata.", StringComparison.Ordinal))
            {
                properties[name] = Value(ref reader);
            }
        }

        foreach ((string name, string type) in types)
        {
            if (properties.TryGetValue(name, out object? value))
            {
                properties[name] = EdmType.FromJson(value, type);
            }
        }

        // The one property whose type the service leaves unsaid.
        if (properties.GetValueOrDefault(SystemProperty.Timestamp) is string timestamp)
        {
            properties[SystemProperty.Timestamp] = EdmType.ParseMoment(timestamp);
        }
    }

    private string NameAt(int position, ref Utf8JsonReader reader)
    {
        if (position < names.Count && reader.ValueTextEquals(names[position]))
        {
            return names[position];
        }

        string name = reader.GetString()!;
        if (position < names.Count)
        {
            names[position] = name;
        }
        else
        {
            names.Add(name);
        }

        return name;
    }

    private static object? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => null,
        JsonTokenType.Number when reader.TryGetInt32(out int number) => number,
        JsonTokenType.Number when reader.TryGetInt64(out long number) => number,
        JsonTokenType.Number => reader.GetDouble(),
        _ => throw new NotSupportedException($"The service sent a JSON {reader.TokenType} as the value of a property."),
    };
}
