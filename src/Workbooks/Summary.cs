using System.Globalization;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;

namespace PianoZona.Workbooks;

/// <summary>The sheet «Riepilogo»: the outcome, the counts, and the causes with a link to the first cell of each.</summary>
internal static class Summary
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "Riepilogo";

    private static readonly (string, CellStyle)[] Headings =
    [
        ("Codice", CellStyle.Header), ("Regola", CellStyle.Header), ("Gravità", CellStyle.Header), ("Quante volte", CellStyle.Header),
        ("Prima cella", CellStyle.Header), ("Come correggere", CellStyle.Header),
    ];

    private static readonly double[] Widths = [24, 38, 12, 12, 14, 90];
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>Writes the sheet.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="receipt">The receipt.</param>
    /// <param name="dataSheet">Name of the sheet with the sender's rows; null when there is none.</param>
    public static void Write(WorkbookFile file, Receipt receipt, string? dataSheet)
    {
        using SheetWriter sheet = file.AddSheet(
            Name,
            new SheetLayout([.. Widths.Select(width => (width, CellStyle.Normal))])
            {
                IsActive = dataSheet is null,
            });
        int row = 1;
        sheet.WriteRow(row++, ("Esito: " + OutcomeOf(receipt.Outcome), CellStyle.Title));
        sheet.WriteRow(row++, (Advice(receipt, dataSheet), CellStyle.Normal));
        row++;
        foreach ((string label, string value) in Facts(receipt))
        {
            sheet.WriteRow(row++, (label, CellStyle.Label), (value, CellStyle.Wrapped));
        }

        row++;
        sheet.WriteRow(row++, Headings);
        foreach (IGrouping<string, Problem> cause in receipt.Problems
            .GroupBy(problem => problem.Code, StringComparer.Ordinal).OrderByDescending(group => group.Max(problem => problem.Severity)))
        {
            WriteCause(sheet, row++, cause, receipt.ProblemCounts.GetValueOrDefault(cause.Key, cause.Count()), dataSheet);
        }
    }

    private static void WriteCause(SheetWriter sheet, int row, IGrouping<string, Problem> cause, int count, string? dataSheet)
    {
        Problem first = cause.First();
        string address = ProblemMarks.AddressOf(first) ?? "file";
        bool hasPlace = dataSheet is not null && first.Row is not null;
        CellStyle colour = first.Severity switch { Severity.Error => CellStyle.Error, Severity.Warning => CellStyle.Warning, _ => CellStyle.Info };
        sheet.WriteRow(
            row, (cause.Key, CellStyle.Label), (RuleCatalogue.Find(cause.Key)?.Title ?? first.Message, CellStyle.Wrapped), (SeverityOf(first.Severity), colour),
            (Number(count), CellStyle.Text), (address, hasPlace ? CellStyle.Link : CellStyle.Text), (first.Fix, CellStyle.Wrapped));
        if (hasPlace)
        {
            sheet.Link(row, 4, $"'{dataSheet}'!{address}");
        }
    }

    private static IEnumerable<(string Label, string Value)> Facts(Receipt receipt)
    {
        yield return ("Numero", receipt.Id);
        yield return ("Mittente", receipt.Sender);
        yield return ("Flusso", receipt.Flow);
        yield return ("Periodo", receipt.Period);
        yield return ("File", receipt.FileName);
        yield return ("Ricevuto", TimeZoneInfo.ConvertTime(receipt.ReceivedAt, Rome).ToString("d MMMM yyyy, HH:mm", Italian));
        if (receipt.ReadAs is { } readAs)
        {
            yield return ("Letto come", readAs);
        }

        yield return ("Righe lette", Number(receipt.Rows.Read));
        yield return ("Righe senza errori", Number(receipt.Rows.Accepted));
        yield return ("Righe con errori", Number(receipt.Rows.Refused));
        yield return ("Righe con avvisi", Number(receipt.Rows.Warned));
        int all = receipt.ProblemCounts.Values.Sum();
        if (all > receipt.Problems.Count)
        {
            yield return ("Segnalazioni", $"{Number(all)} in tutto; nel foglio ne sono segnate {Number(receipt.Problems.Count)}");
        }
    }

    private static string Advice(Receipt receipt, string? dataSheet) => receipt.Outcome switch
    {
        Outcome.Accepted => "Il file è stato accettato e registrato.",
        Outcome.AcceptedWithWarnings => "Il file è stato accettato e registrato. Le celle con un avviso sono colorate.",
        Outcome.Refused when dataSheet is not null =>
            $"Il file non è stato registrato. Correggere le celle colorate nel foglio «{dataSheet}» (il commento di ognuna dice come) "
            + "e inviare di nuovo questo file.",
        Outcome.Refused => "Il file non è stato registrato: correggerlo come indicato qui sotto e inviarlo di nuovo.",
        _ => "Il file non è stato registrato e non è stato conservato: per questo qui non ci sono le sue righe.",
    };

    private static string OutcomeOf(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "accettato",
        Outcome.AcceptedWithWarnings => "accettato con avvisi",
        Outcome.Refused => "respinto",
        _ => "in quarantena",
    };

    private static string SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => "errore",
        Severity.Warning => "avviso",
        _ => "nota",
    };

    private static string Number(int value) => value.ToString("N0", Italian);
}
