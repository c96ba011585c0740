using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PianoZona.Configuration.Json;

/// <summary>
/// Turns the text of a document into a tree: numbers stay decimal, dates stay text, every value knows its line.
/// </summary>
public static class JsonText
{
    private static readonly JsonLoadSettings Settings = new()
    {
        LineInfoHandling = LineInfoHandling.Load,
        CommentHandling = CommentHandling.Ignore,
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
    };

    /// <summary>The object that a document holds; null, with the mistake noted, when it holds none.</summary>
    public static JObject? Parse(string json, JsonMistakes mistakes)
    {
        using JsonTextReader reader = new(new StringReader(json.TrimStart('\uFEFF')))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        try
        {
            JToken document = JToken.ReadFrom(reader, Settings);
            while (reader.Read())
            {
                // Only comments may follow: anything else throws.
            }

            if (document is JObject root)
            {
                return root;
            }

            mistakes.AddWhole("Il documento deve essere un oggetto JSON, fra parentesi graffe { }.");
        }
        catch (JsonReaderException wrong)
        {
            mistakes.AddWhole(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Il testo non è JSON valido: errore alla riga {wrong.LineNumber}, posizione "
                        + $"{wrong.LinePosition}{Near(wrong.Path)}. "
                ) + "Controllare virgole, virgolette e parentesi, e che nessuna proprietà sia scritta due volte.");
        }

        return null;
    }

    private static string Near(string? path) => string.IsNullOrEmpty(path) ? string.Empty : $" (presso {path})";
}
