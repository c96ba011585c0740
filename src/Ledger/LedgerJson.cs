using System.Text.Json;
using System.Text.Json.Serialization;
using PianoZona.Contracts;

namespace PianoZona.Ledger;

/// <summary>The JSON of postings and states in table rows. What was written once is read for ever: a test keeps a written sample.</summary>
public static class LedgerJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,

        // An amount that is not in the document is a mistake: it must not be read as zero.
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false), new MoneyJson(), new FundKeyJson(), new RowSetJson() },
    };

    /// <summary>Writes a value.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">It has another form.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The document is null.");

    /// <summary>Writes a value as text, for a property that people may look at.</summary>
    public static string WriteText<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a value from text.</summary>
    /// <exception cref="JsonException">It has another form.</exception>
    public static T ReadText<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The document is null.");

    // Cents.
    private sealed class MoneyJson : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
    }

    // FNPS/2021.
    private sealed class FundKeyJson : JsonConverter<FundKey>
    {
        public override FundKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            FundKey.Parse(reader.GetString() ?? throw new JsonException("No fund year."));

        public override void Write(Utf8JsonWriter writer, FundKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    // 2-9,12.
    private sealed class RowSetJson : JsonConverter<RowSet>
    {
        public override RowSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RowSet.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, RowSet value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
