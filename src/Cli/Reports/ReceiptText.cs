using System.Text;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Text;

namespace PianoZona.Cli.Reports;

/// <summary>A receipt as text for a terminal.</summary>
internal static class ReceiptText
{
    private const int Shown = 20;

    public static string Render(Receipt receipt)
    {
        StringBuilder text = new();
        text.AppendLine(Italian.Culture, $"{receipt.FileName}: {ReceiptWords.Of(receipt)}");
        RowCounts rows = receipt.Rows;
        text.AppendLine(
            Italian.Culture,
            $"  righe: {Italian.Counted(rows.Read, "letta", "lette")}, {rows.Accepted:N0} senza errori, {rows.Refused:N0} con errori, "
                + $"{rows.Warned:N0} con avvisi");
        if (receipt.ReadAs is not null)
        {
            text.AppendLine(Italian.Culture, $"  letto come {receipt.ReadAs}");
        }

        AppendTotals(text, receipt);
        foreach (Problem problem in receipt.Problems.Take(Shown))
        {
            string where =
                problem.Cell ?? (problem.Row is { } row ? string.Create(Italian.Culture, $"riga {row}") : "file");
            text.AppendLine(
                Italian.Culture,
                $"  {problem.Code} {ReportColumns.Severity(problem.Severity)}, {where}: {problem.Message}");
            text.AppendLine(Italian.Culture, $"         come correggere: {problem.Fix}");
        }

        int hidden = receipt.ProblemCounts.Values.Sum() - Math.Min(Shown, receipt.Problems.Count);
        if (hidden > 0)
        {
            string counts = string.Join(", ", receipt.ProblemCounts.Select(pair => $"{pair.Key}: {pair.Value}"));
            text.AppendLine(Italian.Culture, $"  … e altri {hidden:N0}: con --json si vedono tutti ({counts})");
        }

        return text.ToString().TrimEnd();
    }

    private static void AppendTotals(StringBuilder text, Receipt receipt)
    {
        foreach (ColumnTotal total in receipt.Totals)
        {
            text.AppendLine(
                Italian.Culture,
                $"  totale {total.Column}{(total.Fund is null ? string.Empty : " " + total.Fund)}: {total.Amount}");
        }

        foreach (UnpostedTotal total in receipt.NotPosted)
        {
            string amount = total.Amount is null ? string.Empty : " " + total.Amount;
            text.AppendLine(Italian.Culture, $"  non registrato {total.Column}{amount}: {total.Reason}");
        }

        foreach (CheckTotal total in receipt.CheckTotals)
        {
            text.AppendLine(
                Italian.Culture,
                $"  riga {total.Row}, {total.Column}: dichiarato {total.Declared}, calcolato {total.Computed}, "
                    + $"differenza {total.Difference}");
        }
    }
}
