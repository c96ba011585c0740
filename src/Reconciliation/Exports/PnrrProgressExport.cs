using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Reconciliation.Checks;

namespace PianoZona.Reconciliation.Exports;

/// <summary>
/// The progress of the PNRR lines by CUP, for the update of ReGiS that is due within ten days of the end of each month
/// (docs/specifica/fondi.md § PNRR): what was paid in the month and up to it. Payments whose day is not told are apart,
/// so that nothing is lost.
/// </summary>
internal sealed class PnrrProgressExport : IExport
{
    public string Name => "avanzamento-pnrr";

    public string Title => "PNRR: avanzamento per CUP";

    public ReportTable Build(ExportInput input)
    {
        string last = input.Period.Last.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        string first = input.Period.First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        FundState[] lines =
        [
            .. input.States.Where(state => DocumentedProject.IsOn(input.Ambito, state.Fund))
                .OrderBy(state => state.Fund),
        ];
        IReadOnlyList<ReportCell>[] rows =
        [
            .. from state in lines
               from cup in state.Contributions.SelectMany(contribution => contribution.Documents)
                   .GroupBy(claim => claim.Cup, StringComparer.Ordinal)
                   .OrderBy(claims => claims.Key, StringComparer.Ordinal)
               select Row(state.Fund, cup.Key, [.. cup], first, last),
        ];
        ReportTable table = new(
            $"{Title}, {input.Period.Text}",
            [
                new("fondo"),
                new("annualita"),
                new("cup"),
                ReportColumn.OfAmounts("impegnato"),
                ReportColumn.OfAmounts("liquidato_nel_periodo"),
                ReportColumn.OfAmounts("liquidato_fino_al_periodo"),
                ReportColumn.OfAmounts("liquidato_dopo"),
                ReportColumn.OfAmounts("liquidato_senza_data"),
            ],
            rows,
            []);
        string[] parts = ["liquidato_fino_al_periodo", "liquidato_dopo", "liquidato_senza_data"];
        Money? paid = parts.Select(table.TotalOf).SumOrMissing();
        return table with
        {
            Checks =
            [
                new(
                    "Impegnato delle linee",
                    table.TotalOf("impegnato"),
                    lines.Select(line => line.Whole(balance => balance.Committed)).SumOrMissing()),
                new(
                    "Liquidato delle linee",
                    paid,
                    lines.Select(line => line.Whole(balance => balance.Paid)).SumOrMissing()),
            ],
        };
    }

    private static IReadOnlyList<ReportCell> Row(
        FundKey fund, string? cup, DocumentClaim[] claims, string first, string last)
    {
        ReportCell Paid(Func<string?, bool> isIn) =>
            ReportCell.Of(claims.Where(claim => isIn(claim.PaidIn)).Select(claim => claim.Paid).SumOrMissing());
        return
        [
            ReportCell.Of(fund.Fund),
            ReportCell.Of(fund.Year.ToString(CultureInfo.InvariantCulture)),
            ReportCell.Of(cup ?? "senza CUP"),
            ReportCell.Of(claims.Select(claim => (Money?)claim.Committed).SumOrMissing()),
            Paid(month =>
                month is not null && string.CompareOrdinal(month, first) >= 0 && string.CompareOrdinal(month, last) <= 0
            ),
            Paid(month => month is not null && string.CompareOrdinal(month, last) <= 0),
            Paid(month => month is not null && string.CompareOrdinal(month, last) > 0),
            Paid(month => month is null),
        ];
    }
}
