using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using PianoZona.Contracts;

namespace PianoZona.Allocation.Workflow;

/// <summary>
/// The JSON of stored riparti. What was written once is read for ever: a test keeps a written sample.
/// </summary>
public static class AllocationJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        ContractResolver = new Resolver(),
        Converters = { new MoneyText(), new FundText(), new ResultForm() },
        Formatting = Formatting.Indented,
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
    };

    /// <summary>Writes a document or a register.</summary>
    public static string Write<T>(T value) => JsonConvert.SerializeObject(value, Settings);

    /// <summary>Reads a document or a register.</summary>
    /// <exception cref="JsonException">The text is none.</exception>
    public static T Read<T>(string json) =>
        JsonConvert.DeserializeObject<T>(json, Settings) ?? throw new JsonSerializationException("Empty document.");

    private sealed class Resolver : DefaultContractResolver
    {
        public Resolver() =>
            NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: true);

        // A share that is not in the document is a mistake: it must not be read as zero.
        protected override JsonObjectContract CreateObjectContract(Type objectType)
        {
            JsonObjectContract contract = base.CreateObjectContract(objectType);
            contract.ItemRequired = objectType == typeof(AllocatedRow) ? Required.AllowNull : contract.ItemRequired;
            return contract;
        }
    }

    private sealed class MoneyText : JsonConverter<Money>
    {
        public override Money ReadJson(
            JsonReader reader,
            Type objectType,
            Money existingValue,
            bool hasExistingValue,
            JsonSerializer serializer) =>
            reader.Value is string text
                ? Money.Parse(text)
                : throw new JsonSerializationException("An amount is a text such as 1234.56.");

        public override void WriteJson(JsonWriter writer, Money value, JsonSerializer serializer) =>
            writer.WriteValue(value.ToString());
    }

    private sealed class ResultForm : JsonConverter<AllocationResult>
    {
        public override AllocationResult ReadJson(
            JsonReader reader,
            Type objectType,
            AllocationResult? existingValue,
            bool hasExistingValue,
            JsonSerializer serializer
        ) => AllocationResultJson.Read(JObject.Load(reader));

        public override void WriteJson(JsonWriter writer, AllocationResult? value, JsonSerializer serializer) =>
            AllocationResultJson.Describe(value!).WriteTo(writer);
    }

    private sealed class FundText : JsonConverter<FundKey>
    {
        public override FundKey ReadJson(
            JsonReader reader,
            Type objectType,
            FundKey existingValue,
            bool hasExistingValue,
            JsonSerializer serializer) =>
            reader.Value is string text
                ? FundKey.Parse(text)
                : throw new JsonSerializationException("A fund year is a text such as FNPS/2021.");

        public override void WriteJson(JsonWriter writer, FundKey value, JsonSerializer serializer) =>
            writer.WriteValue(value.ToString());
    }
}
