using PianoZona.Configuration.Json;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;

namespace PianoZona.Configuration;

/// <summary>
/// Funds, flows and deadlines for an Ambito whose document leaves them out: what the flows declare, and the embedded
/// JSON files of this folder.
/// </summary>
public static class BuiltInCatalogue
{
    /// <summary>The funds (docs/specifica/fondi.md § Il catalogo).</summary>
    public static IReadOnlyList<Fund> Funds { get; } =
    [
        .. Load("fondi.json", o => o.List("funds", required: true, AmbitoReader.Fund))
            .Select(fund => fund with { Catalogue = fund.Code }),
    ];

    /// <summary>The settings of flows (docs/specifica/ambito.md § Flussi).</summary>
    public static IReadOnlyList<FlowSettings> Flows { get; } =
    [
        .. FlowCatalogue.All.Select(flow =>
            new FlowSettings(flow.Code, flow.ExpectedFrom, flow.Tolerance, flow.YearOnYearAlert) { IsBuiltIn = true }),
    ];

    /// <summary>The deadlines (docs/specifica/scadenze.md § Le scadenze predefinite).</summary>
    public static IReadOnlyList<DeadlineRule> Deadlines { get; } =
        Load("scadenze.json", o => o.List("deadlines", required: true, DeadlineReader.Deadline));

    /// <summary>The text of an embedded file of this folder.</summary>
    internal static string Resource(string name)
    {
        Type here = typeof(BuiltInCatalogue);
        using StreamReader reader = new(here.Assembly.GetManifestResourceStream(here, name)!);
        return reader.ReadToEnd();
    }

    // The same reading as of a document, which could hold the same lists; a mistake in them is a mistake in the
    // program.
    private static IReadOnlyList<T> Load<T>(string name, Func<JsonObjectReader, IReadOnlyList<T>> read)
    {
        JsonMistakes mistakes = new();
        if (JsonText.Parse(Resource(name), mistakes) is { } root)
        {
            IReadOnlyList<T> list = JsonObjectReader.Read(root, mistakes, read);
            new AmbitoReferences(root, mistakes).Check();
            if (mistakes.None)
            {
                return list;
            }
        }

        throw new InvalidOperationException($"{name}: {string.Join("; ", mistakes.InOrder)}");
    }
}
