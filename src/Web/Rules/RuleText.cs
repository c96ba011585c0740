using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PianoZona.Web.Rules;

/// <summary>
/// A text of a rule as anybody reads it: in place of a value that changes from case to case, what it is.
/// </summary>
public static partial class RuleText
{
    // Those whose name is not already the word for it; without words: what is said only now and then.
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(
        StringComparer.Ordinal)
    {
        ["altrimenti"] = string.Empty,
        ["ammessi"] = "valori ammessi",
        ["annualita"] = "annualità",
        ["atteso"] = "valore atteso",
        ["calcolato"] = "importo calcolato",
        ["cella"] = "indirizzo della cella",
        ["che"] = "che cosa non quadra",
        ["cosa"] = "che cosa",
        ["suggerimento"] = string.Empty,
        ["parola"] = "voce",
        ["rimedio"] = "il rimedio del caso",
        ["colonna"] = "nome della colonna",
        ["colonnaprima"] = "nome della prima colonna",
        ["colonne"] = "nomi delle colonne",
        ["dichiarato"] = "importo dichiarato",
        ["dopo"] = "successivo",
        ["ente"] = "nome dell'ente",
        ["esito"] = "numero della ricevuta",
        ["importominore"] = "importo minore",
        ["massimo"] = "valore massimo",
        ["minimo"] = "valore minimo",
        ["percento"] = "percentuale",
        ["prima"] = "precedente",
        ["quantita"] = "quantità",
        ["riga"] = "numero della riga",
        ["rigadati"] = "numero della riga dei dati",
        ["righe"] = "numeri delle righe",
        ["scadenza"] = "giorno della scadenza",
        ["scritto"] = "ciò che è scritto",
        ["valore"] = "valore trovato",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The parts of a text, in order.</summary>
    /// <param name="text">A message with <c>{named}</c> places.</param>
    public static IReadOnlyList<RuleTextPart> PartsOf(string text)
    {
        List<RuleTextPart> parts = [];
        int end = 0;
        foreach (Match place in Places().Matches(text))
        {
            Add(text[end..place.Index], isPlace: false);
            string name = place.Groups["name"].Value;
            Add(Words.GetValueOrDefault(name, name), isPlace: true);
            end = place.Index + place.Length;
        }

        Add(text[end..], isPlace: false);
        return parts;

        void Add(string words, bool isPlace)
        {
            // What follows another value at once is said only now and then.
            if (words.Length > 0 && !(isPlace && parts is [.., { IsPlace: true }]))
            {
                parts.Add(new RuleTextPart(words, isPlace));
            }
        }
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Places();
}

/// <summary>Words that a rule always says, or what stands in place of a value.</summary>
/// <param name="Text">Its words.</param>
/// <param name="IsPlace">Whether a receipt has a value of the case there.</param>
public sealed record RuleTextPart(string Text, bool IsPlace);
