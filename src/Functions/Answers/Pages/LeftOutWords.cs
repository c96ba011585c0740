using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Hub.Sending;
using PianoZona.Ledger;
using PianoZona.Web.Forms;
using PianoZona.Web.Parts;
using PianoZona.Web.Sending;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>What is said of a file that leaves out bodies whose rows are in force.</summary>
internal static class LeftOutWords
{
    private static readonly StringComparer ByName = StringComparer.Ordinal;

    /// <summary>What is to be ticked, and where the rows are there already; null where nobody is left out.</summary>
    /// <param name="begunFor">The other body that the file was begun for; null = nobody in particular.</param>
    /// <param name="madeOn">The page on which it was made; null = it was chosen as a file.</param>
    public static LeftOutView? Of(
        DraftState draft, Ambito ambito, Sender? begunFor, NamedLink? madeOn) =>
        draft is { Check.LeftOut: { Count: > 0 } leftOut, Facts: { Flow: { } flow, Period: { } period } }
            ? new LeftOutView(
                string.Join(',', leftOut),
                $"Sì: le righe di {Listed(NamesOf(leftOut, ambito))} non devono contare più",
                madeOn is not null ? [madeOn]
                    : InsteadOf(flow, period, begunFor?.Code ?? NewIn(draft.Check) ?? leftOut[0]),
                [])
            : null;

    /// <summary>The same, when it was sent without the tick.</summary>
    public static LeftOutView? Unticked(LeftOutView? view) => view is null ? null : view with
    {
        Mistakes =
        [
            new FieldMistake(
                DraftView.LeavesOutName,
                "Non è stato inviato nulla. Aggiungi al file le righe che mancano oppure, se non devono contare più, metti "
                + "il segno di spunta."),
        ],
    };

    /// <summary>Whose rows a file that may be sent lacks, in a sentence; null = nobody's.</summary>
    public static string? NoteOf(DraftCheck check, Ambito ambito)
    {
        string[] missing =
        [
            .. check.MissingBodies.OrderBy(ambito.NameOf, ByName)
                .Select(body => $"{ambito.NameOf(body)}{AmountOf(check, body)}"),
        ];
        return missing.Length == 0 ? null
            : $"Nel file mancano le righe di: {string.Join(", ", missing)}, che "
                + $"{(missing.Length == 1 ? "è" : "sono")} nell'invio accettato. Se lo invii, quelle righe non contano più.";
    }

    /// <summary>Names of bodies, ascending.</summary>
    public static string[] NamesOf(IEnumerable<string> bodies, Ambito ambito) =>
        [.. bodies.Select(ambito.NameOf).Order(ByName)];

    /// <summary>«A, B e C»</summary>
    public static string Listed(IReadOnlyList<string> names) => names.Count == 1 ? names[0]
        : $"{string.Join(", ", names.Take(names.Count - 1))} e {names[^1]}";

    // Amounts of several kinds say nothing together: assigned and paid are no sum.
    private static string AmountOf(DraftCheck check, string body)
    {
        BodyChange[] gone =
        [
            .. (check.Detail?.Bodies ?? []).Where(one => one.Body == body && one is { Before: not null, After: null }),
        ];
        return gone.Select(one => one.Kind).Distinct().Count() == 1
            ? $" ({gone.Aggregate(Money.Zero, (sum, one) => sum + one.Before!.Value).ToItalian()} €)"
            : string.Empty;
    }

    private static string? NewIn(DraftCheck check) => check.Bodies.FirstOrDefault(body => body != check.Found.Sender);

    private static NamedLink[] InsteadOf(string flow, string period, string body) =>
    [
        .. FillingPages.AddressOf(flow, period, body) is { } table
            ? (NamedLink[])[new NamedLink("Compila online, con le righe già accettate", table)] : [],
        new NamedLink("Modello Excel con le righe già accettate", Addresses.TemplateOf(flow, period, "xlsx", body)),
    ];
}
