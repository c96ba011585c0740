using System.Globalization;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Text;

namespace PianoZona.Configuration.Json;

/// <summary>
/// Reads the properties of one object of a document. A mistake is noted and reading goes on with a harmless value, so
/// that all mistakes are found at once. A property that nobody asked for is unknown, and is a mistake too.
/// </summary>
public sealed class JsonObjectReader
{
    private readonly JObject source;
    private readonly JsonMistakes mistakes;
    private readonly List<string> asked = [];

    private JsonObjectReader(JObject source, JsonMistakes mistakes) =>
        (this.source, this.mistakes) = (source, mistakes);

    /// <summary>Reads an object to the end: what is not asked for by <paramref name="read"/> is unknown.</summary>
    public static T Read<T>(JObject source, JsonMistakes mistakes, Func<JsonObjectReader, T> read)
    {
        JsonObjectReader reader = new(source, mistakes);
        T result = read(reader);
        foreach (JProperty property in source
                .Properties()
                .Where(property => !reader.asked.Contains(property.Name, StringComparer.Ordinal)))
        {
            string hint = NearestName.Of(property.Name, reader.asked) is { } nearest
                ? $" Forse si intendeva «{nearest}»?"
                : $" Sono ammesse: {string.Join(", ", reader.asked)}.";
            mistakes.Add(property, $"Proprietà sconosciuta «{property.Name}».{hint}");
        }

        return result;
    }

    /// <summary>Whether the property is there.</summary>
    public bool Has(string name) => source.ContainsKey(name);

    /// <summary>Whether the property is there and holds <c>null</c>.</summary>
    public bool IsNull(string name) => source[name] is { Type: JTokenType.Null };

    /// <summary>The names of all properties, for objects whose names are data.</summary>
    public IEnumerable<string> Names => source.Properties().Select(property => property.Name);

    /// <summary>Takes properties as known without reading them: what is wrong with them is said otherwise.</summary>
    public void Ignore(params IEnumerable<string> names) => asked.AddRange(names);

    /// <summary>Notes a mistake in a property, or in the object when it is missing.</summary>
    public void Mistake(string name, string message) => mistakes.Add(source[name] ?? source, PathOf(name), message);

    /// <summary>Notes a mistake in the object itself.</summary>
    public void Mistake(string message) => mistakes.Add(source, message);

    /// <summary>A text that must be there; empty when it is not, or is wrong.</summary>
    public string Text(string name, TextForm form) =>
        Find(name, required: true) is { } value ? TextOf(value, form) ?? string.Empty : string.Empty;

    /// <summary>A text, if there.</summary>
    public string? OptionalText(string name, TextForm form) =>
        Find(name, required: false) is { } value ? TextOf(value, form) : null;

    /// <summary>A list of texts, none twice; empty when it is not there.</summary>
    public IReadOnlyList<string> Texts(string name, TextForm form) =>
        Distinct(name, item => TextOf(item, form), text => text);

    /// <summary>A list of texts or of objects in their place, none twice; empty when it is not there.</summary>
    /// <param name="name">Property.</param>
    /// <param name="form">Form of the texts.</param>
    /// <param name="ofText">What a text stands for.</param>
    /// <param name="ofObject">Reads an object.</param>
    /// <param name="key">The text by which two are the same.</param>
    public IReadOnlyList<T> TextsOrObjects<T>(
        string name, TextForm form, Func<string, T> ofText, Func<JsonObjectReader, T> ofObject, Func<T, string> key)
        where T : class =>
        Distinct(
            name,
            item =>
                item is JObject ? ObjectOf(item, ofObject)
                : TextOf(item, form) is { } text ? ofText(text)
                : null,
            key);

    /// <summary>One of some words; null when it is not there or is another word.</summary>
    public string? Word(string name, IReadOnlyCollection<string> words, bool required)
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        string? text = value.Type == JTokenType.String ? (string?)value : null;
        if (text is not null && words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        string nearest =
            text is not null && NearestName.Of(text, words) is { } near
                ? $" Forse si intendeva «{near}»?"
                : string.Empty;
        Refuse(value, $"una fra le parole {string.Join(", ", words)}", nearest);
        return null;
    }

    /// <summary>What one of some words stands for; null when it is not there or is another word.</summary>
    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> words, bool required)
        where T : struct =>
        Word(name, [.. words.Keys], required) is { } word ? words[word] : null;

    /// <summary>A whole number between two bounds, both included.</summary>
    /// <param name="name">Property.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    /// <param name="required">Whether it must be there.</param>
    /// <param name="textToo">Whether <c>"20"</c> is accepted for 20.</param>
    public int? Integer(string name, int minimum, int maximum, bool required, bool textToo = false)
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        if (JsonValues.Whole(value, textToo) is { } number && number >= minimum && number <= maximum)
        {
            return (int)number;
        }

        Refuse(value, WholeNumber(minimum, maximum) + (textToo ? string.Empty : ", senza virgolette"));
        return null;
    }

    /// <summary>A list of whole numbers, none twice.</summary>
    public IReadOnlyList<int> Integers(string name, int minimum, int maximum)
    {
        List<int> numbers = [];
        foreach (JToken item in Items(name, required: false))
        {
            if (item is not JValue { Type: JTokenType.Integer, Value: long number }
                || number < minimum
                || number > maximum)
            {
                Refuse(item, WholeNumber(minimum, maximum));
            }
            else if (numbers.Contains((int)number))
            {
                mistakes.Add(
                    item, string.Create(CultureInfo.InvariantCulture, $"{number} è già nell'elenco: toglierlo."));
            }
            else
            {
                numbers.Add((int)number);
            }
        }

        return numbers;
    }

    /// <summary>A decimal number, as a number or as a text such as <c>"0.50"</c>.</summary>
    /// <param name="name">Property.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    /// <param name="decimals">Decimals at most; trailing zeros do not count.</param>
    /// <param name="required">Whether it must be there.</param>
    public decimal? Decimal(string name, decimal minimum, decimal maximum, int decimals, bool required)
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        if (JsonValues.Decimal(value) is { } number
            && number >= minimum
            && number <= maximum
            && number == Math.Round(number, decimals))
        {
            return number;
        }

        Refuse(value, string.Create(CultureInfo.InvariantCulture,
            $"un numero da {minimum} a {maximum} con al massimo {decimals} decimali e il punto, per esempio \"0.50\""));
        return null;
    }

    /// <summary>True or false.</summary>
    public bool Flag(string name, bool otherwise)
    {
        if (Find(name, required: false) is not { } value)
        {
            return otherwise;
        }

        if (value.Type == JTokenType.Boolean)
        {
            return (bool)value;
        }

        Refuse(value, "true oppure false, senza virgolette");
        return otherwise;
    }

    /// <summary>A day in the form <c>2026-06-30</c>.</summary>
    public DateOnly? Date(string name, bool required)
    {
        if (Find(name, required) is not { } value)
        {
            return null;
        }

        if (value.Type == JTokenType.String
            && IsoDay.TryParse((string)value!, out DateOnly day))
        {
            return day;
        }

        Refuse(value, "una data esistente nella forma AAAA-MM-GG, per esempio \"2026-06-30\"");
        return null;
    }

    /// <summary>An object inside this one; default when it is not there or is none.</summary>
    public T? Object<T>(string name, bool required, Func<JsonObjectReader, T> read)
        where T : class
    {
        JToken? value = Find(name, required);
        return value is null ? null : ObjectOf(value, read);
    }

    /// <summary>A list of objects; those that are none are noted and left out.</summary>
    public IReadOnlyList<T> List<T>(string name, bool required, Func<JsonObjectReader, T> read)
        where T : class =>
        [.. Items(name, required).Select(item => ObjectOf(item, read)).OfType<T>()];

    /// <summary>An object, or a list of objects in its place; empty when it is not there.</summary>
    public IReadOnlyList<T> OneOrMany<T>(string name, Func<JsonObjectReader, T> read)
        where T : class =>
        source[name] is JObject ? [Object(name, required: true, read)!] : List(name, required: false, read);

    private List<T> Distinct<T>(string name, Func<JToken, T?> read, Func<T, string> key)
        where T : class
    {
        List<T> found = [];
        foreach (JToken item in Items(name, required: false))
        {
            if (read(item) is { } one)
            {
                if (found.Exists(other => key(other) == key(one)))
                {
                    mistakes.Add(item, $"«{key(one)}» è già nell'elenco: toglierlo.");
                }

                found.Add(one);
            }
        }

        return found;
    }

    private T? ObjectOf<T>(JToken value, Func<JsonObjectReader, T> read)
        where T : class
    {
        if (value is JObject inner)
        {
            return Read(inner, mistakes, read);
        }

        Refuse(value, $"un oggetto, fra parentesi graffe {{ }}");
        return null;
    }

    private IEnumerable<JToken> Items(string name, bool required)
    {
        JToken? value = Find(name, required);
        if (value is JArray { Count: 0 } && required)
        {
            mistakes.Add(value, "L'elenco è vuoto: serve almeno un elemento.");
        }
        else if (value is not null and not JArray)
        {
            Refuse(value, "un elenco, fra parentesi quadre [ ]");
        }

        return value as JArray ?? [];
    }

    private JToken? Find(string name, bool required)
    {
        asked.Add(name);
        JToken? value = source[name];
        if (value is null && required)
        {
            mistakes.Add(source, PathOf(name), $"Manca la proprietà obbligatoria «{name}».");
        }

        return value;
    }

    private string? TextOf(JToken value, TextForm form)
    {
        if (value.Type == JTokenType.String && form.Fits((string)value!))
        {
            return (string)value!;
        }

        Refuse(value, $"{form.Wanted}");
        return null;
    }

    private string PathOf(string name) => source.Path.Length == 0 ? name : $"{source.Path}.{name}";

    private void Refuse(JToken value, string wanted, string hint = "") =>
        mistakes.Add(value, $"Valore {JsonValues.Shown(value)} non ammesso: serve {wanted}.{hint}");

    private static string WholeNumber(int minimum, int maximum) =>
        string.Create(CultureInfo.InvariantCulture, $"un numero intero da {minimum} a {maximum}");
}
