using System.Globalization;
using System.Text;
using System.Xml;

namespace Azure.Data.Tables;

/// <summary>Literals of the Table service's filters.</summary>
internal static class ODataFilter
{
    public static string Create(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        object[] literals = new object[filter.ArgumentCount];
        for (int i = 0; i < literals.Length; i++)
        {
            literals[i] = Literal(filter.GetArgument(i), i);
        }

        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    /// <summary>A text inside quotes: a quote in it is doubled.</summary>
    public static string Escape(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Literal(object? value, int position) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        long or ulong => Invariant(value) + "L",
        sbyte or byte or short or ushort or int or uint or float or double or decimal => Invariant(value),
        Guid id => $"guid'{id:D}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data)}'",
        DateTimeOffset moment => Moment(moment.UtcDateTime),
        DateTime moment => Moment(moment.ToUniversalTime()),
        string or char or StringBuilder => $"'{Escape(value.ToString()!)}'",
        _ => throw new ArgumentException($"Unable to convert argument {position} from type {value.GetType()} to an OData literal.", nameof(value)),
    };

    private static string Invariant(object number) => ((IFormattable)number).ToString(null, CultureInfo.InvariantCulture);

    private static string Moment(DateTime utc) => $"datetime'{XmlConvert.ToString(utc, XmlDateTimeSerializationMode.RoundtripKind)}'";
}
