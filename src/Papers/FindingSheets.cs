using PdfSharp.UniversalAccessibility;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;

namespace PianoZona.Papers;

/// <summary>What was found in a file: the causes with their first cells, then totals.</summary>
internal sealed class FindingSheets(Sheets sheets, ReceiptFindings findings)
{
    private readonly SheetWriter writer = new(sheets);

    public void Write()
    {
        Problems();
        Totals();
        NotPosted();
        CheckTotals();
    }

    private void Problems()
    {
        if (findings.Problems.Title is not { } title)
        {
            writer.Section("Segnalazioni");
            writer.Paragraph("Nessuna.");
            return;
        }

        writer.Section(title);
        foreach (CauseView cause in findings.Problems.Causes)
        {
            WriteCause(cause);
        }
    }

    private void WriteCause(CauseView cause)
    {
        writer.Cause($"{Capital(cause.Severity)}: {cause.Heading} (regola {cause.Code})", ToneOf(cause.Severity));
        if (cause.Single is { } single)
        {
            writer.Paragraph(single.Expected is null ? single.Text : $"{single.Text} Atteso: {single.Expected}.");
        }

        if (cause.Where is { } where)
        {
            Labelled("Dove: ", where);
        }

        if (cause.Fix is { } fix)
        {
            Labelled("Come correggere: ", fix);
        }

        if (cause.InView.Count > 0)
        {
            Cells(cause);
        }

        if (cause.Folded.Count > 0)
        {
            writer.Paragraph(
                cause.Others + (cause.Listed is null
                    ? ": le elenca la pagina della ricevuta."
                    : $": la pagina della ricevuta ne elenca {cause.Listed}."));
        }
    }

    private void Labelled(string label, string text)
    {
        sheets.Element(
            PdfBlockLevelElementTag.Paragraph,
            () => writer.Labelled(label, text, PaperStyles.Strong, PaperStyles.Body));
        sheets.Skip(2);
    }

    private void Cells(CauseView cause)
    {
        SheetColumn[] columns = [new("Cella", 14), new("Che cosa non va", 56)];
        new SheetTable(sheets, cause.ShowsExpected ? [.. columns, new SheetColumn("Atteso", 30)] : columns).Write(
            cause.InView.Select(line => (IReadOnlyList<SheetCell>)[.. CellsOf(line, cause.ShowsExpected)]));
        sheets.Skip(4);
    }

    private static IEnumerable<SheetCell> CellsOf(ProblemLine line, bool showsExpected)
    {
        yield return new SheetCell(line.Place, PaperStyles.Cell, IsHead: true);
        yield return new SheetCell(
            line.Fix is null ? line.Text : $"{line.Text} Come correggere: {line.Fix}", PaperStyles.Cell);
        if (showsExpected)
        {
            yield return new SheetCell(line.Expected ?? string.Empty, PaperStyles.Cell);
        }
    }

    private static string Capital(string word) => char.ToUpper(word[0], Italian.Culture) + word[1..];

    private static PdfSharp.Drawing.XColor ToneOf(string severity) =>
        severity == ReceiptWords.Of(Severity.Error) ? PaperStyles.Bad
        : severity == ReceiptWords.Of(Severity.Warning) ? PaperStyles.Warn
        : PaperStyles.Ink;

    private void Totals()
    {
        if (findings.Totals.Count == 0)
        {
            return;
        }

        bool hasFunds = findings.Totals.Any(total => total.Fund is not null);
        writer.Section(findings.HasRefusedRows ? "Totali delle righe senza errori" : "Totali delle righe");
        SheetColumn[] columns = hasFunds ? [new("Colonna", 50), new("Fondo", 20)] : [new("Colonna", 70)];
        new SheetTable(sheets, [.. columns, new SheetColumn("Totale", 30, IsNumber: true)]).Write(
            findings.Totals.Select(total => (IReadOnlyList<SheetCell>)
            [
                new SheetCell(total.Column, PaperStyles.Cell, IsHead: true),
                .. hasFunds ? [new SheetCell(total.Fund ?? string.Empty, PaperStyles.Cell)] : Array.Empty<SheetCell>(),
                new SheetCell(ItalianText.Figure(total.Amount), PaperStyles.Cell),
            ]));
    }

    private void NotPosted()
    {
        if (findings.NotPosted.Count == 0)
        {
            return;
        }

        writer.Section(ReceiptWords.NotPosted);
        SheetColumn[] columns = [new("Colonna", 30), new("Totale", 20, IsNumber: true), new("Perché", 50)];
        new SheetTable(sheets, columns).Write(findings.NotPosted.Select(total => (IReadOnlyList<SheetCell>)
        [
            new SheetCell(total.Column, PaperStyles.Cell, IsHead: true),
            new SheetCell(total.Amount is { } sum ? ItalianText.Figure(sum) : "—", PaperStyles.Cell),
            new SheetCell(total.Reason, PaperStyles.Cell),
        ]));
    }

    private void CheckTotals()
    {
        if (findings.CheckTotals.Count == 0)
        {
            return;
        }

        writer.Section("Totali di controllo");
        new SheetTable(
            sheets,
            [
                new SheetColumn("Riga", 8, IsNumber: true), new SheetColumn("Colonna", 38),
                new SheetColumn("Dichiarato", 18, IsNumber: true), new SheetColumn("Calcolato", 18, IsNumber: true),
                new SheetColumn("Differenza", 18, IsNumber: true),
            ]).Write(findings.CheckTotals.Select(total => (IReadOnlyList<SheetCell>)
            [
                new SheetCell(ItalianText.Plain(total.Row), PaperStyles.Cell, IsHead: true),
                new SheetCell(total.Column, PaperStyles.Cell),
                new SheetCell(ItalianText.Figure(total.Declared), PaperStyles.Cell),
                new SheetCell(ItalianText.Figure(total.Computed), PaperStyles.Cell),
                new SheetCell(ItalianText.Figure(total.Difference), PaperStyles.Cell),
            ]));
    }
}
