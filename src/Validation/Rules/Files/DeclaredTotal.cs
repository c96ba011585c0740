using System.Globalization;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Files;

/// <summary>
/// PZ5001: the totals that the sender declared beside the file are not those of its rows: a part of it may be missing.
/// </summary>
internal static class DeclaredTotal
{
    public const string Code = ControlTotal.Code;

    /// <summary>The differences. A sum with unreadable cells is not compared: they have their own problems.</summary>
    public static IEnumerable<Breach> Check(UploadContext context, int rowsRead, ControlTotals sums)
    {
        if (context.Declared?.Rows is { } rows
            && !(
                long.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out long count)
                && count == rowsRead))
        {
            long? difference = long.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out long readable)
                ? readable - rowsRead
                : null;
            yield return Differs(
                "Righe dichiarate all'invio",
                rows,
                Italian.Number(rowsRead),
                difference is { } gap ? Italian.Number(gap) : null);
        }

        if (context.Declared?.Amount is { } amount
            && context.Flow.AmountColumn is { } column
            && sums.SumOf(column) is { } sum)
        {
            long? declared = Cents(amount);
            if (declared is not { } cents
                || Math.Abs(cents - sum) > context.Settings.Tolerance.Cents)
            {
                yield return Differs(
                    "Importo dichiarato all'invio, colonna «{colonna}»",
                    declared is { } known ? ColumnFigures.InItalian(column, known) : amount,
                    ColumnFigures.InItalian(column, sum),
                    declared is { } read ? ColumnFigures.InItalian(column, read - sum) : null) with { At = column };
            }
        }
    }

    private static Breach Differs(string where, string declared, string computed, string? difference) =>
        ControlTotal.Differs(
            where,
            declared == DeclaredTotals.NoNumber ? "un testo che non è un numero" : declared,
            computed,
            difference ?? "non calcolabile") with
        {
            Since = RuleSets.TwelveFlows,
        };

    // Programs write 1234.56, people 1.234,56; a lone 1.234 could be either, and is not read.
    private static long? Cents(string text)
    {
        NumberShape shape = NumberText.Classify(text);
        bool certain =
            shape
            is NumberShape.Digits
                or NumberShape.DecimalComma
                or NumberShape.SeveralGroups
                or NumberShape.DotDecimals;
        return certain && NumberText.TryRead(text, shape == NumberShape.DotDecimals, 2, out long cents) ? cents : null;
    }
}
