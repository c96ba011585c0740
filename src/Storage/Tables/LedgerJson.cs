using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub;

namespace PianoZona.Storage.Tables;

/// <summary>
/// The JSON of postings and states in table rows. What was written once is read for ever: a test keeps written samples.
/// </summary>
public static class LedgerJson
{
    private static readonly Type[] Grown =
        [typeof(LedgerEntry), typeof(Memo), typeof(DocumentClaim), typeof(Discrepancy)];

    // Cents; FNPS/2021; 2-9,12.
    private static readonly StoredJson Form = new(
        LeaveOutWhatCameLater,
        StoredJson.EnumWords(),
        new ExactNumber(),
        new OneValue<Money>(
            money => money.Cents,
            value => value is long cents ? new Money(cents) : Unknown<Money>(value)),
        new OneValue<FundKey>(
            fund => fund.ToString(),
            value => value is string text ? FundKey.Parse(text) : Unknown<FundKey>(value)),
        new OneValue<RowSet>(rows => rows.ToString(), value => value is string text ? RowSet.Parse(text) : null));

    /// <summary>Writes a value.</summary>
    public static byte[] Write<T>(T value)
    {
        using MemoryStream written = new();
        Form.Write(written, value);
        return written.ToArray();
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">It has another form.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) => Form.Read<T>(Encoding.UTF8.GetString(json));

    /// <summary>Writes a value as text, for a property that people may look at.</summary>
    public static string WriteText<T>(T value) => Form.Write(value);

    /// <summary>Reads a value from text.</summary>
    /// <exception cref="JsonException">It has another form.</exception>
    public static T ReadText<T>(string json) => Form.Read<T>(json);

    // Rows without it stay as they were before it was known.
    private static void LeaveOutWhatCameLater(Type owner, JsonProperty property)
    {
        if (Grown.Contains(owner) && property.Required == Required.Default)
        {
            property.NullValueHandling = NullValueHandling.Ignore;
        }
    }

    // 24, not 24.0: how many decimals were counted is part of a figure.
    private sealed class ExactNumber : JsonConverter
    {
        public override bool CanRead => false;

        public override bool CanConvert(Type objectType) =>
            objectType == typeof(decimal) || objectType == typeof(decimal?);

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
            writer.WriteRawValue(value is decimal number ? number.ToString(CultureInfo.InvariantCulture) : "null");

        public override object ReadJson(
            JsonReader reader,
            Type objectType,
            object? existingValue,
            JsonSerializer serializer
        ) => throw new NotSupportedException("Numbers are read as they are.");
    }

    private static T Unknown<T>(object value) =>
        throw new JsonSerializationException($"{typeof(T).Name}: {value.GetType().Name} is another form.");
}
