using System.Collections;
using System.Reflection;
using Microsoft.OpenApi;
using Newtonsoft.Json.Serialization;
using PianoZona.Contracts.Flows;

namespace PianoZona.Functions.OpenApi;

/// <summary>Forms of JSON values.</summary>
internal static class Shape
{
    private static readonly CamelCaseNamingStrategy Naming = new();
    private static readonly NullabilityInfoContext Nullability = new();

    public static OpenApiSchema Text => new() { Type = JsonSchemaType.String };

    public static OpenApiSchema Number => new() { Type = JsonSchemaType.Integer };

    public static OpenApiSchema Flag => new() { Type = JsonSchemaType.Boolean };

    public static OpenApiSchema Day =>
        new() { Type = JsonSchemaType.String, Format = "date", Examples = ["2026-06-30"] };

    public static OpenApiSchema Moment =>
        new() { Type = JsonSchemaType.String, Format = "date-time", Examples = ["2026-06-30T08:15:00+00:00"] };

    /// <summary>Bytes of a file.</summary>
    public static OpenApiSchema File => new() { Type = JsonSchemaType.String, Format = "binary" };

    /// <summary>Euro, as a text with a dot and two decimals.</summary>
    public static OpenApiSchema Amount =>
        new() { Type = JsonSchemaType.String, Pattern = @"^-?\d+\.\d{2}$", Examples = ["1234.56"] };

    /// <summary>Any object: its form is described elsewhere.</summary>
    /// <param name="where">Where, in Italian.</param>
    public static OpenApiSchema Elsewhere(string where) => new() { Type = JsonSchemaType.Object, Description = where };

    /// <summary>The same, or null: what is not known.</summary>
    public static OpenApiSchema OrNull(OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        return schema;
    }

    public static OpenApiSchema List(IOpenApiSchema of) => new() { Type = JsonSchemaType.Array, Items = of };

    /// <summary>An object whose values are all there, null where they are not known.</summary>
    public static OpenApiSchema Of(params (string Key, IOpenApiSchema Value)[] values) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = values.ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal),
        Required = values.Select(one => one.Key).ToHashSet(StringComparer.Ordinal),
    };

    /// <summary>What is written of a record, or read into one: its values in camel case.</summary>
    /// <param name="required">Those that must be there; null = all.</param>
    public static OpenApiSchema Of(Type record, string[]? required = null)
    {
        PropertyInfo[] values =
        [
            .. record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(one => one.GetIndexParameters().Length == 0),
        ];
        OpenApiSchema shape = Of([.. values.Select(one => (NameOf(one), Value(one)))]);
        shape.Required = required?.ToHashSet(StringComparer.Ordinal) ?? shape.Required;
        return shape;
    }

    private static string NameOf(PropertyInfo value) => Naming.GetPropertyName(value.Name, hasSpecifiedName: false);

    private static IOpenApiSchema Value(PropertyInfo value)
    {
        Type? inner = Nullable.GetUnderlyingType(value.PropertyType);
        OpenApiSchema shape = OfValue(inner ?? value.PropertyType);
        bool mayBeNull = inner is not null || Nullability.Create(value).ReadState == NullabilityState.Nullable;
        return mayBeNull ? OrNull(shape) : shape;
    }

    private static OpenApiSchema OfValue(Type type) =>
        type == typeof(string) ? Text
        : type == typeof(bool) ? Flag
        : type == typeof(int) || type == typeof(long) ? Number
        : type == typeof(DateOnly) ? Day
        : type == typeof(DateTimeOffset) ? Moment
        : type.IsEnum ? OfWords(Enum.GetNames(type).Select(name => Naming.GetPropertyName(name, false)))
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            ? new() { Type = JsonSchemaType.Object, AdditionalProperties = OfValue(type.GetGenericArguments()[1]) }
        : type.IsAssignableTo(typeof(IEnumerable)) ? List(OfValue(type.GetGenericArguments()[0]))
        : Of(type);

    /// <summary>One of some words.</summary>
    public static OpenApiSchema OfWords(IEnumerable<string> words) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. words.Select(word => (System.Text.Json.Nodes.JsonNode)word)],
    };

    /// <summary>Code of a flow.</summary>
    public static OpenApiSchema Flow => OfWords(FlowCatalogue.All.Select(flow => flow.Code));
}
