using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Reconciliation.Exports;

/// <summary>
/// Where each open fund year of the Fondo Povertà, quota servizi, stands: what the Multifondo platform asks for
/// (docs/specifica/fondi.md § QSFP e QPE).
/// </summary>
internal sealed class QsfpStateExport : IExport
{
    public const string Fund = "QSFP";

    public string Name => "stato-qsfp";

    public string Title => "Fondo Povertà, quota servizi: stato per annualità";

    public ReportTable Build(ExportInput input)
    {
        FundState[] years =
        [
            .. input
                .States.Where(state => input.Is(state.Fund, Fund) && state.Fund.Year <= input.Period.Year)
                .OrderBy(state => state.Fund),
        ];
        ReportTable table = new(
            $"{Title} fino al {input.Period.Year}",
            [
                new("annualita"),
                ReportColumn.OfKnownAmounts("assegnato"),
                ReportColumn.OfAmounts("incassato"),
                ReportColumn.OfKnownAmounts("impegnato"),
                ReportColumn.OfKnownAmounts("liquidato"),
                ReportColumn.OfKnownAmounts("residuo"),
                new("percento_liquidato", ReportColumnKind.Number),
            ],
            [.. years.Select(Row)],
            []);
        return table with
        {
            Checks =
            [
                new(
                    "Impegnato delle annualità",
                    table.TotalOf("impegnato"),
                    years.Select(year => year.Entries().Of(EntryKind.Committed)).SumIfAllKnown()),
                new(
                    "Liquidato delle annualità",
                    table.TotalOf("liquidato"),
                    years.Select(year => year.Entries().Of(EntryKind.Paid)).SumIfAllKnown()),
            ],
        };
    }

    private static IReadOnlyList<ReportCell> Row(FundState state)
    {
        Money? assigned = state.Whole(balance => balance.Assigned);
        Money? paid = state.Whole(balance => balance.Paid);
        decimal? rate = assigned is { Cents: > 0 } whole && paid is { } spent
            ? Math.Round(100m * spent.Cents / whole.Cents, 2, MidpointRounding.AwayFromZero)
            : null;
        return
        [
            ReportCell.Of(state.Fund.Year.ToString(CultureInfo.InvariantCulture)),
            ReportCell.Of(assigned),
            ReportCell.Of(state.Whole(balance => balance.Cashed)),
            ReportCell.Of(state.Whole(balance => balance.Committed)),
            ReportCell.Of(paid),
            ReportCell.Of(state.Whole(balance => balance.Residual)),
            ReportCell.Of(rate),
        ];
    }
}
