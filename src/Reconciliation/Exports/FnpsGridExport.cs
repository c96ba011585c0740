using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Reconciliation.Exports;

/// <summary>
/// The grid of the FNPS, areas by objectives: committed (<i>preventivo</i>) and paid (<i>consuntivo</i>) (DGR Lombardia
/// 1448/2019).
/// </summary>
internal sealed class FnpsGridExport : IExport
{
    private const string Fund = FundCodes.Fnps;

    public string Name => "griglia-fnps";

    public string Title => "Griglia FNPS: aree e obiettivi";

    public ReportTable Build(ExportInput input)
    {
        FundState state = input.Of(Fund);
        ILookup<(string, string), LedgerEntry> places = state.Entries()
            .ToLookup(entry => (FnpsGrid.AreaOf(entry.Area), FnpsGrid.ObjectiveOf(entry.Purpose)));
        IReadOnlyList<ReportCell>[] rows =
        [
            .. from area in FnpsGrid.Areas
            from objective in FnpsGrid.Objectives
            let place = places[(area, objective)]
            let committed = place.Of(EntryKind.Committed)
            let paid = place.Of(EntryKind.Paid)
            where
                (area != FnpsGrid.Elsewhere && objective != FnpsGrid.Elsewhere)
                || committed is not null
                || paid is not null
            select (IReadOnlyList<ReportCell>)
                [ReportCell.Of(area), ReportCell.Of(objective), ReportCell.Of(committed), ReportCell.Of(paid)],
        ];
        ReportTable table = new(
            $"{Title}, {input.Period.Year}",
            [new("area"), new("obiettivo"), ReportColumn.OfAmounts("preventivo"), ReportColumn.OfAmounts("consuntivo")],
            rows,
            []);
        return table with
        {
            Checks =
            [
                new(
                    "Preventivo e impegnato del fondo",
                    table.TotalOf("preventivo"),
                    state.Whole(balance => balance.Committed)),
                new(
                    "Consuntivo e liquidato del fondo",
                    table.TotalOf("consuntivo"),
                    state.Whole(balance => balance.Paid)),
            ],
        };
    }
}
