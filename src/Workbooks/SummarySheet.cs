using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;

namespace PianoZona.Workbooks;

/// <summary>
/// The sheet «Riepilogo»: the outcome, the counts, and the causes with a link to the first cell of each.
/// </summary>
internal static class SummarySheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "Riepilogo";

    private const string OwnFix = "vedere il commento di ogni cella";

    private static readonly (string, CellStyle)[] Headings =
    [
        ("Gravità", CellStyle.Header),
        ("Che cosa", CellStyle.Header),
        ("Dove", CellStyle.Header),
        ("Prima cella", CellStyle.Header),
        ("Come correggere", CellStyle.Header),
        ("Regola", CellStyle.Header),
    ];

    private const string NotSent = "Il file non è ancora stato inviato: niente è stato registrato.";

    private static readonly double[] Widths = [20, 50, 36, 14, 70, 10];

    /// <summary>Writes the sheet.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="data">The sheet with the sender's rows; null when there is none.</param>
    /// <param name="isSent">Whether the file was sent; else the receipt is the one that it would get.</param>
    public static void Write(WorkbookFile file, Receipt receipt, DataSheet? data, bool isSent)
    {
        IReadOnlyList<Cause> causes = Cause.Of(receipt);
        using SheetWriter sheet = file.AddSheet(
            Name,
            new SheetLayout([.. Widths.Select(width => (width, CellStyle.Normal))])
            {
                IsFirst = true,
                IsActive = data is null || causes.All(cause => cause.Problems.All(problem => problem.Row is null)),
            });
        int row = 1;
        string title = isSent ? "Esito: " + ReceiptWords.Of(receipt) : "Controllo prima dell'invio";
        sheet.WriteRow(row++, (title, CellStyle.Title));
        foreach (string line in (IEnumerable<string>)[isSent ? Verdict(receipt) : NotSent, .. Advice(receipt, data)])
        {
            sheet.WriteRow(row++, (line, CellStyle.Normal));
        }

        row++;
        sheet.WriteRow(row++, Headings);
        foreach (Cause cause in causes)
        {
            WriteCause(sheet, row++, cause, data);
        }

        row++;
        foreach ((string label, string value) in Facts(receipt, isSent))
        {
            sheet.WriteRow(row++, (label, CellStyle.Label), (value, CellStyle.Wrapped));
        }
    }

    private static void WriteCause(SheetWriter sheet, int row, Cause cause, DataSheet? data)
    {
        Problem first = cause.Problems[0];
        string address = ProblemMarks.AddressOf(first) ?? "tutto il file";
        bool hasPlace = data is not null && first.Row <= data.LastRow;
        CellStyle colour = cause.Severity switch
        {
            Severity.Error => CellStyle.Error,
            Severity.Warning => CellStyle.Warning,
            _ => CellStyle.Info,
        };
        sheet.WriteRow(
            row,
            (ReceiptWords.Of(cause.Severity), colour),
            (cause.Heading, CellStyle.Label),
            (cause.Where ?? "tutto il file", CellStyle.Wrapped),
            (address, hasPlace ? CellStyle.Link : CellStyle.Wrapped),
            (cause.CommonFix ?? OwnFix, CellStyle.Wrapped),
            (cause.Code, CellStyle.Wrapped));
        if (hasPlace)
        {
            sheet.Link(row, 3, $"'{data!.Name}'!{address}");
        }
    }

    private static IEnumerable<(string Label, string Value)> Facts(Receipt receipt, bool isSent)
    {
        if (isSent)
        {
            yield return ("Numero", receipt.Id);
            yield return ("Ricevuto", Italian.Moment(receipt.ReceivedAt));
        }

        yield return ("Mittente", receipt.Sender);
        yield return ("Flusso", receipt.Flow);
        yield return ("Periodo", receipt.Period);
        yield return ("File", receipt.FileName);
        if (receipt.ReadAs is { } readAs)
        {
            yield return ("Letto come", readAs);
        }

        yield return ("Righe lette", Italian.Number(receipt.Rows.Read));
        yield return ("Righe senza errori", Italian.Number(receipt.Rows.Accepted));
        yield return ("Righe con errori", Italian.Number(receipt.Rows.Refused));
        yield return ("Righe con avvisi", Italian.Number(receipt.Rows.Warned));
        foreach (UnpostedTotal total in receipt.NotPosted)
        {
            string column = total.Amount is { } sum ? $"{total.Column}, {Italian.Figure(sum)}" : total.Column;
            yield return (ReceiptWords.NotPosted, $"{column}. {total.Reason}");
        }

        int all = receipt.ProblemCounts.Values.Sum();
        if (all > receipt.Problems.Count)
        {
            yield return (
                "Segnalazioni",
                $"{Italian.Number(all)} in tutto; ne sono segnate {Italian.Number(receipt.Problems.Count)}");
        }
    }

    private static bool IsAccepted(Receipt receipt) =>
        receipt.Outcome is Outcome.Accepted or Outcome.AcceptedWithWarnings;

    private static string Verdict(Receipt receipt) =>
        IsAccepted(receipt) ? "Il file è stato accettato e registrato."
        : receipt.Outcome == Outcome.Refused
            ? "Il file non è stato registrato. Ciò che era stato accettato prima resta valido."
        : "Il file non è stato registrato e non è stato conservato: per questo qui non ci sono le sue righe.";

    private static IEnumerable<string> Advice(Receipt receipt, DataSheet? data)
    {
        bool isAccepted = IsAccepted(receipt);
        bool marked = receipt.Problems.Any(problem => problem.Row is not null);
        switch (data)
        {
            case { Shown: ShownPart.Whole } when marked:
                yield return $"Nel foglio «{data.Name}» le celle {(isAccepted ? "con un avviso" : "da correggere")} sono colorate; "
                    + "il commento di ognuna dice che cosa fare.";
                if (!isAccepted)
                {
                    yield return "Corretto il foglio, si può inviare questo stesso file: il riepilogo non dà fastidio.";
                }

                break;
            case { Shown: ShownPart.RowsWithProblems }:
                yield return $"Il file è lungo: nel foglio «{data.Name}» ci sono solo le righe con segnalazioni, con "
                    + $"il loro numero. "
                    + "Correggere il proprio file e inviare quello, non questo.";
                break;
            case { Shown: ShownPart.UpToTheFault }:
                yield return $"Il foglio «{data.Name}» arriva fin dove il file si è potuto leggere. Correggere il "
                    + $"proprio file e inviare quello, non questo.";
                break;
        }
    }
}
