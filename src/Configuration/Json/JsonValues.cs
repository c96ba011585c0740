using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace PianoZona.Configuration.Json;

/// <summary>Single values of a document.</summary>
internal static partial class JsonValues
{
    /// <summary>A whole number; null when the value is none.</summary>
    public static long? Whole(JToken value, bool textToo) => value switch
    {
        JValue { Type: JTokenType.Integer, Value: long number } => number,
        JValue { Value: string text } when textToo && !text.StartsWith('0')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) => number,
        _ => null,
    };

    /// <summary>A decimal number, also as text such as <c>"0.50"</c>; null when the value is none.</summary>
    public static decimal? Decimal(JToken value) =>
        value switch
        {
            JValue { Value: decimal number } => number,
            JValue { Value: long number } => number,
            JValue { Value: string text }
                when DecimalText().IsMatch(text)
                    && decimal.TryParse(
                        text,
                        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                        CultureInfo.InvariantCulture,
                        out decimal number) => number,
            _ => null,
        };

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DecimalText();

    /// <summary>What was found, short enough for one line.</summary>
    public static string Shown(JToken value) => value switch
    {
        JObject => "{ … }",
        JArray => "[ … ]",
        JValue { Value: null } => "null",
        JValue { Value: string text } => text.Length > 60 ? $"\"{text[..60]}…\"" : $"\"{text}\"",
        JValue { Value: bool flag } => flag ? "true" : "false",
        JValue { Value: BigInteger } => "troppo grande",
        _ => System.Convert.ToString(((JValue)value).Value, CultureInfo.InvariantCulture) ?? "null",
    };
}
