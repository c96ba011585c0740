using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>The types of the Table service, between JSON and .NET.</summary>
internal static class EdmType
{
    public const string Annotation = "@odata.type";

    private const string Binary = "Edm.Binary";
    private const string DateTime = "Edm.DateTime";
    private const string Double = "Edm.Double";
    private const string Guid = "Edm.Guid";
    private const string Int64 = "Edm.Int64";
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>Writes one property, with the annotation its type needs.</summary>
    /// <exception cref="NotSupportedException">The service has no such type.</exception>
    public static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(name, text);
                break;
            case bool truth:
                writer.WriteBoolean(name, truth);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case long or ulong:
                WriteText(writer, name, Int64, ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case double number:
                WriteDouble(writer, name, number);
                break;
            case System.Guid id:
                WriteText(writer, name, Guid, id.ToString("D"));
                break;
            case DateTimeOffset moment:
                WriteText(writer, name, DateTime, moment.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture));
                break;
            case System.DateTime moment:
                WriteText(writer, name, DateTime, Utc(name, moment).ToString(MomentFormat, CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                WriteText(writer, name, Binary, Convert.ToBase64String(bytes));
                break;
            case BinaryData data:
                WriteText(writer, name, Binary, Convert.ToBase64String(data));
                break;
            default:
                throw new NotSupportedException(
                    $"Property '{name}' is of type {value.GetType()}, which is not one of a table's: "
                    + "string, bool, int, long, double, Guid, DateTime, DateTimeOffset, byte[], BinaryData.");
        }
    }

    /// <summary>The value of a type from what its JSON says.</summary>
    public static object? FromJson(object? json, string type) => (type, json) switch
    {
        (_, null) => null,
        (Binary, string text) => Convert.FromBase64String(text),
        (DateTime, string text) => ParseMoment(text),
        (Guid, string text) => System.Guid.Parse(text),
        (Int64, string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        (Double, string text) => ParseDouble(text),
        (Double, int or long or double) => Convert.ToDouble(json, CultureInfo.InvariantCulture),
        ("Edm.String", string) or ("Edm.Int32", int) or ("Edm.Boolean", bool) => json,
        _ => throw new NotSupportedException($"The service sent a {json.GetType()} for a property of type '{type}'."),
    };

    public static DateTimeOffset ParseMoment(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static void WriteText(Utf8JsonWriter writer, string name, string type, string value)
    {
        writer.WriteString(name + Annotation, type);
        writer.WriteString(name, value);
    }

    private static void WriteDouble(Utf8JsonWriter writer, string name, double number)
    {
        writer.WriteString(name + Annotation, Double);
        if (double.IsFinite(number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteString(name, double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
        }
    }

    private static double ParseDouble(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" or "INF" => double.PositiveInfinity,
        "-Infinity" or "-INF" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static System.DateTime Utc(string name, System.DateTime moment) => moment.Kind == DateTimeKind.Utc
        ? moment
        : throw new NotSupportedException($"Property '{name}' is a DateTime of kind {moment.Kind}: the service stores UTC only.");
}
