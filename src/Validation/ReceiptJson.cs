using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation;

/// <summary>
/// The JSON form of receipts (docs/specifica/tracciati.md § Esito): camel case, UTF-8, amounts as strings with a dot.
/// </summary>
public static class ReceiptJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        ContractResolver = new ReceiptContracts
        {
            // Dictionary keys are codes and keep their case.
            NamingStrategy = new CamelCaseNamingStrategy(processDictionaryKeys: false, overrideSpecifiedNames: true),
        },
        Converters = { new StringEnumConverter(new CamelCaseNamingStrategy()) },
        Formatting = Formatting.Indented,
        DateFormatString = "yyyy-MM-ddTHH:mm:ss.fffK",
        DateParseHandling = DateParseHandling.None,
        MaxDepth = 16,
    };

    /// <summary>Writes a receipt.</summary>
    public static string Write(Receipt receipt) => JsonConvert.SerializeObject(receipt, Settings);

    /// <exception cref="JsonException">The text is no receipt.</exception>
    public static Receipt Read(string json) =>
        JsonConvert.DeserializeObject<Receipt>(json, Settings)
        ?? throw new JsonSerializationException("Empty receipt.");

    // A receipt without it is written as it was before it was known.
    private sealed class ReceiptContracts : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            JsonProperty property = base.CreateProperty(member, memberSerialization);
            if (member.DeclaringType == typeof(Receipt) && member.Name == nameof(Receipt.NotPosted))
            {
                property.ShouldSerialize = receipt => ((Receipt)receipt).NotPosted.Count > 0;
            }

            return property;
        }
    }
}
