using System.Collections.Frozen;
using Microsoft.OpenApi;
using static PianoZona.Functions.OpenApi.Shape;

namespace PianoZona.Functions.OpenApi;

/// <summary>What stands in routes: meaning, form and example of each name.</summary>
internal static class ApiParameters
{
    private const string ReceiptPattern = @"^[a-z0-9-]+_[a-z0-9-]+_[0-9A-Z-]+_[0-9a-f]{16}$";

    private static readonly FrozenDictionary<string, (string Meaning, OpenApiSchema Form, string Example)> Known =
        new Dictionary<string, (string, OpenApiSchema, string)>(StringComparer.Ordinal)
        {
            ["flusso"] = ("Codice del flusso", Flow, "spesa-sociale"),
            ["periodo"] = ("Periodo: 2025, 2025-S1, 2025-T3, 2025-09",
                WithPattern(@"^20[0-9]{2}(-(S[12]|T[1-4]|[0-9]{2}(-[0-9]{2})?))?$"), "2025"),
            ["giorno"] = ("Il giorno dell'evento", WithPattern(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), "2026-03-01"),
            ["fondo"] = ("Codice del fondo", Text, "FNPS"),
            ["annualita"] = ("Annualità del fondo", Between(2000, 2100), "2025"),
            ["codice"] = ("Codice della regola", WithPattern("^(PZ[0-9]{4}|RIC-[0-9]{2})$"), "PZ3002"),
            ["passo"] = ("Passo del periodo", OfWords(["aggregazione", "approvazione", "invio"]), "approvazione"),
            ["parte"] = ("Numero della parte, da 0", Between(0, 99), "0"),
            ["file"] = ("Nome del prospetto e sua forma",
                WithPattern(@"^[a-z0-9-]+\.(csv|xlsx)$"), "griglia-fnps.xlsx"),
            ["esiti/id"] = ("Numero dell'esito; con .json, .html o .xlsx in fondo ne dice la forma", Text,
                "018030_spesa-sociale_2024_0123456789abcdef"),
            ["bozze/id"] = ("Numero del file, scelto da chi invia: 32 cifre esadecimali", WithPattern("^[0-9a-f]{32}$"),
                "0123456789abcdef0123456789abcdef"),
            ["caricamenti/id"] = ("Numero del file, dalla risposta con l'indirizzo", WithPattern("^[0-9a-f]{32}$"),
                "0123456789abcdef0123456789abcdef"),
            ["scadenze/id"] = ("Codice della scadenza", Text, "spesa-sociale"),
            ["rettifiche/numero"] = ("Numero dell'esito che aspetta", WithPattern(ReceiptPattern),
                "018030_spesa-sociale_2024_0123456789abcdef"),
            ["riparti/numero"] = ("Numero del riparto, da 1", Between(1, int.MaxValue), "1"),
            ["scarti/numero"] = ("Numero dello scarto", Text, "0123456789abcdef"),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a name in a route means.</summary>
    /// <param name="subject">What comes after <c>/api/</c> in the route.</param>
    /// <exception cref="InvalidOperationException">It is nowhere described.</exception>
    public static OpenApiParameter Of(string subject, string name)
    {
        if (!Known.TryGetValue($"{subject}/{name}", out var known) && !Known.TryGetValue(name, out known))
        {
            throw new InvalidOperationException($"What «{name}» means in /api/{subject} is not described.");
        }

        return new OpenApiParameter
        {
            Name = name, In = ParameterLocation.Path, Required = true, Description = known.Meaning, Schema = known.Form,
            Example = known.Form.Type is JsonSchemaType.Integer
                ? int.Parse(known.Example, System.Globalization.CultureInfo.InvariantCulture)
                : known.Example,
        };
    }

    private static OpenApiSchema WithPattern(string pattern) =>
        new() { Type = JsonSchemaType.String, Pattern = pattern };

    private static OpenApiSchema Between(int least, int most) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = least.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Maximum = most == int.MaxValue ? null : most.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
