using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace PianoZona.Hub;

/// <summary>
/// How what is kept or sent is written as JSON and read again: by the names of its parts, and strictly.
/// </summary>
/// <remarks>
/// What was written once is read for ever: each kind has written samples in the tests. What its constructor asks for
/// must be there and be no null unless it may; what came later may be missing. What follows from the rest is not
/// written.
/// </remarks>
public sealed class StoredJson
{
    private readonly JsonSerializerSettings settings;
    private readonly JsonSerializer serializer;

    /// <summary>A form of JSON.</summary>
    /// <param name="shape">How properties are written, where it is not the common way.</param>
    /// <param name="converters">Values that are written in a form of their own.</param>
    public StoredJson(Action<Type, JsonProperty>? shape, params IReadOnlyList<JsonConverter> converters)
    {
        settings = new JsonSerializerSettings
        {
            ContractResolver = new StrictContracts(shape),
            Converters = [.. converters],
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
            MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        };
        serializer = JsonSerializer.Create(settings);
    }

    /// <summary>Words for the values of enumerations, and no numbers.</summary>
    public static JsonConverter EnumWords() => new StringEnumConverter { AllowIntegerValues = false };

    /// <summary>Writes a value.</summary>
    public string Write<T>(T value) => JsonConvert.SerializeObject(value, settings);

    /// <summary>Writes a value in UTF-8.</summary>
    public void Write<T>(Stream stream, T value)
    {
        using StreamWriter writer = new(stream, leaveOpen: true);
        serializer.Serialize(writer, value);
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">It has another form.</exception>
    public T Read<T>(string json) => JsonConvert.DeserializeObject<T>(json, settings)
        ?? throw new JsonSerializationException("The document is null.");

    /// <summary>Writes a value as a tree.</summary>
    public JObject Tree(object value) => JObject.FromObject(value, serializer);

    /// <summary>Reads a value from a tree.</summary>
    /// <exception cref="JsonException">It has another form.</exception>
    public object Read(JObject tree, Type type) => tree.ToObject(type, serializer)!;

    private sealed class StrictContracts(Action<Type, JsonProperty>? shape) : DefaultContractResolver
    {
        protected override JsonObjectContract CreateObjectContract(Type objectType)
        {
            JsonObjectContract contract = base.CreateObjectContract(objectType);
            NullabilityInfoContext nullability = new();
            foreach (JsonProperty property in contract.Properties.ToArray())
            {
                string member = property.PropertyName!;
                bool asked = contract.CreatorParameters.Contains(property.PropertyName!);
                bool nullable = IsNullable(objectType, property, nullability);
                property.Ignored = !property.Writable;
                property.Required = (asked, nullable) switch
                {
                    (true, true) => Required.AllowNull,
                    (true, false) => Required.Always,
                    (false, true) => Required.Default,
                    (false, false) => Required.DisallowNull,
                };
                shape?.Invoke(objectType, property);
                if (property.PropertyName != member)
                {
                    string name = property.PropertyName!;
                    property.PropertyName = member;
                    Rename(contract.CreatorParameters, member, name);
                    Rename(contract.Properties, member, name);
                }
            }

            return contract;
        }

        // The collection looks things up by their names, so a name changes outside of it.
        private static void Rename(JsonPropertyCollection all, string from, string to)
        {
            if (all.GetProperty(from, StringComparison.Ordinal) is { } one)
            {
                int place = all.IndexOf(one);
                all.RemoveAt(place);
                one.PropertyName = to;
                all.Insert(place, one);
            }
        }

        private static bool IsNullable(Type owner, JsonProperty property, NullabilityInfoContext nullability) =>
            owner.GetProperty(property.UnderlyingName!) is { } member
            && nullability.Create(member).ReadState == NullabilityState.Nullable;
    }
}

/// <summary>A value that is written as one word or number.</summary>
/// <typeparam name="T">Its type.</typeparam>
/// <param name="form">The word or number of a value.</param>
/// <param name="parse">The value of a word (text) or number (long); null = it is none.</param>
public sealed class OneValue<T>(Func<T, object> form, Func<object, T?> parse) : JsonConverter
    where T : notnull
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) =>
        (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(T);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        writer.WriteValue(value is T known ? form(known) : null);

    /// <inheritdoc/>
    public override object? ReadJson(
        JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => reader.Value switch
        {
            null when reader.TokenType == JsonToken.Null && Nullable.GetUnderlyingType(objectType) is not null => null,
            { } value when parse(value) is { } known => known,
            _ => throw new JsonSerializationException($"{typeof(T).Name} has another form, at {reader.Path}."),
        };
}
