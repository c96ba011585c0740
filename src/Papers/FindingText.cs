using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Web.Receipts;

namespace PianoZona.Papers;

/// <summary>What was found in a file, in lines of text: the causes with their first cells, then totals.</summary>
internal static class FindingText
{
    /// <summary>The lines; each part begins with an empty one.</summary>
    public static IEnumerable<string> Of(ReceiptFindings findings) =>
    [
        .. Part(findings.Problems.Title ?? "Segnalazioni", findings.Problems.Title is null
            ? ["Nessuna."]
            : findings.Problems.Causes.SelectMany(LinesOf)),
        .. Part(
            findings.HasRefusedRows ? "Totali delle righe senza errori" : "Totali delle righe",
            findings.Totals.Select(LineOf)),
        .. Part(ReceiptWords.NotPosted, findings.NotPosted.Select(LineOf)),
        .. Part("Totali di controllo", findings.CheckTotals.Select(LineOf)),
    ];

    private static IEnumerable<string> Part(string heading, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return all.Length == 0 ? [] : [string.Empty, heading, .. all];
    }

    private static IEnumerable<string> LinesOf(CauseView cause)
    {
        yield return $"- {cause.Severity}: {cause.Heading} (regola {cause.Code})";
        if (cause.Single is { } single)
        {
            yield return Indented(single.Text + ExpectedOf(single));
        }

        if (cause.Where is { } where)
        {
            yield return Indented($"Dove: {where}");
        }

        if (cause.Fix is { } fix)
        {
            yield return Indented($"Come correggere: {fix}");
        }

        foreach (ProblemLine line in cause.InView)
        {
            yield return Indented($"{line.Place}: {line.Text}{FixOf(line)}{ExpectedOf(line)}");
        }

        if (cause.Folded.Count > 0)
        {
            yield return Indented(cause.Others + (cause.Listed is null
                ? ": le elenca la pagina della ricevuta."
                : $": la pagina della ricevuta ne elenca {cause.Listed}."));
        }
    }

    private static string FixOf(ProblemLine line) => line.Fix is { } fix ? $" Come correggere: {fix}" : string.Empty;

    private static string ExpectedOf(ProblemLine line) =>
        line.Expected is { } expected ? $" Atteso: {expected.TrimEnd('.')}." : string.Empty;

    private static string LineOf(ColumnTotal total) =>
        $"- {total.Column}{(total.Fund is { } fund ? $", {fund}" : string.Empty)}: {Italian.Figure(total.Amount)}";

    private static string LineOf(UnpostedTotal total) =>
        $"- {total.Column}{(total.Amount is { } sum ? " " + Italian.Figure(sum) : string.Empty)}: {total.Reason}";

    private static string LineOf(CheckTotal total) => string.Create(
        Italian.Culture,
        $"- riga {total.Row:0}, {total.Column}: dichiarato {Italian.Figure(total.Declared)}, calcolato "
            + $"{Italian.Figure(total.Computed)}, differenza {Italian.Figure(total.Difference)}");

    // A message may have lines of its own.
    private static string Indented(string text) => "  " + text.ReplaceLineEndings(" ");
}
