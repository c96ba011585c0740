using System.Buffers;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Entities as the service reads them.</summary>
internal static class EntityWriter
{
    /// <summary>An entity's JSON. Null properties are left out: the service has no null.</summary>
    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            if (entity is IDictionary<string, object?> properties)
            {
                WriteDictionary(writer, properties);
            }
            else
            {
                WriteObject(writer, entity);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteDictionary(Utf8JsonWriter writer, IDictionary<string, object?> properties)
    {
        foreach ((string name, object? value) in properties)
        {
            if (value is Enum)
            {
                throw new NotSupportedException("Enum values are only supported for custom model types implementing ITableEntity.");
            }

            if (value is not null && name is not (SystemProperty.ETag or SystemProperty.Timestamp))
            {
                EdmType.Write(writer, name, value);
            }
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, ITableEntity entity)
    {
        writer.WriteString(SystemProperty.PartitionKey, entity.PartitionKey);
        writer.WriteString(SystemProperty.RowKey, entity.RowKey);
        foreach (EntityMember member in EntityShape.Of(entity.GetType()).Members)
        {
            if (member.Property.CanRead && member.Property.GetValue(entity) is object value)
            {
                EdmType.Write(writer, member.Name, value is Enum ? value.ToString()! : value);
            }
        }
    }
}
