using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables;

/// <summary>Which property of a type is which property of a table.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Shapes = new();

    private EntityShape(Type type)
    {
        // Fields would be stored by the genuine package: leaving one out in silence would lose data.
        FieldInfo? field = type.GetFields(BindingFlags.Instance | BindingFlags.Public)
            .FirstOrDefault(f => f.GetCustomAttribute<IgnoreDataMemberAttribute>() is null);
        if (field is not null)
        {
            throw new NotSupportedException($"{type} has the public field '{field.Name}': make it a property, or mark it [IgnoreDataMember].");
        }

        Members = [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.GetIndexParameters().Length == 0 && !SystemProperty.IsSystem(p.Name))
            .Where(p => p.GetCustomAttribute<IgnoreDataMemberAttribute>() is null)
            .Select(p => new EntityMember(p.GetCustomAttribute<DataMemberAttribute>()?.Name ?? p.Name, p))];
    }

    public IReadOnlyList<EntityMember> Members { get; }

    public static EntityShape Of(Type type) => Shapes.GetOrAdd(type, static t => new EntityShape(t));

    public void Fill(ITableEntity entity, Dictionary<string, object?> properties)
    {
        foreach (EntityMember member in Members)
        {
            if (member.Property.SetMethod is { IsPublic: true } && properties.GetValueOrDefault(member.Name) is object value)
            {
                member.Property.SetValue(entity, Fit(value, member));
            }
        }

        if (properties.GetValueOrDefault(SystemProperty.PartitionKey) is string partitionKey)
        {
            entity.PartitionKey = partitionKey;
        }

        if (properties.GetValueOrDefault(SystemProperty.RowKey) is string rowKey)
        {
            entity.RowKey = rowKey;
        }

        entity.Timestamp = properties.GetValueOrDefault(SystemProperty.Timestamp) as DateTimeOffset?;
        entity.ETag = new ETag(properties.GetValueOrDefault(SystemProperty.ETag) as string ?? string.Empty);
    }

    private static object Fit(object value, EntityMember member)
    {
        Type type = Nullable.GetUnderlyingType(member.Property.PropertyType) ?? member.Property.PropertyType;
        return value switch
        {
            _ when type.IsInstanceOfType(value) => value,
            DateTimeOffset moment when type == typeof(DateTime) => moment.UtcDateTime,
            byte[] bytes when type == typeof(BinaryData) => BinaryData.FromBytes(bytes),
            int number when type == typeof(double) || type == typeof(long) => Convert.ChangeType(number, type, CultureInfo.InvariantCulture),
            long number when type == typeof(ulong) => checked((ulong)number),
            string text when type.IsEnum => Enum.Parse(type, text),
            _ => throw new InvalidOperationException($"Property '{member.Name}' holds a {value.GetType()}, which is no {type}."),
        };
    }
}

/// <summary>A property of a type, and its name in the table.</summary>
internal sealed record EntityMember(string Name, PropertyInfo Property);
