using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Reconciliation.Exports;

/// <summary>
/// The yearly data of each unit on which the Fondo Sociale Regionale is divided. A unit that did not report is not in
/// it: it has no share.
/// </summary>
internal sealed class FsrUnitsExport : IExport
{
    private const string Fund = FundCodes.Fsr;

    private static readonly Column[] Figures =
    [
        FsrRilevazione.Utenti,
        FsrRilevazione.Ore,
        FsrRilevazione.GiorniApertura,
        FsrRilevazione.Costi,
        FsrRilevazione.RicaviUtenti,
        FsrRilevazione.RicaviComuni,
        FsrRilevazione.ContributoPrecedente,
    ];

    public string Name => "fsr-unita";

    public string Title => "Fondo Sociale Regionale: dati delle unità d'offerta";

    public ReportTable Build(ExportInput input)
    {
        FundState state = input.Of(Fund);
        IReadOnlyList<ReportCell>[] rows =
        [
            .. state.Contributions
                .SelectMany(contribution => contribution.Memos
                    .Where(memo => memo.Kind == MemoKind.UnitData)
                    .GroupBy(memo => (contribution.Slot.Sender, Unit: memo.Subject)))
                .OrderBy(unit => unit.Key.Sender, StringComparer.Ordinal)
                .ThenBy(unit => unit.Key.Unit, StringComparer.Ordinal)
                .Select(unit =>
                    (IReadOnlyList<ReportCell>)
                        [
                            ReportCell.Of(unit.Key.Sender),
                            ReportCell.Of(input.NameOf(unit.Key.Sender)),
                            ReportCell.Of(unit.Key.Unit),
                            .. Figures.Select(figure => CellOf(unit, figure)),
                        ]),
        ];
        ReportTable table = new(
            $"{Title}, {input.Period.Year}",
            [
                new("mittente"),
                new("denominazione"),
                new("codice_unita"),
                .. Figures.Select(figure =>
                    IsMoney(figure) ? ReportColumn.OfAmounts(figure.Name) : ReportColumn.OfNumbers(figure.Name)),
            ],
            rows,
            []);
        return table with
        {
            Checks =
            [
                .. Figures
                    .Where(IsMoney)
                    .Select(figure => new ReportCheck(
                        $"{figure.Title}: unità e fondo",
                        table.TotalOf(figure.Name),
                        state
                            .Memos(MemoKind.UnitData)
                            .Where(memo => memo.Reference == figure.Name)
                            .Select(memo => memo.Amount)
                            .SumOrMissing())),
            ],
        };
    }

    private static ReportCell CellOf(IEnumerable<Memo> unit, Column figure) =>
        unit.FirstOrDefault(memo => memo.Reference == figure.Name) is not { } memo ? default
        : IsMoney(figure) ? ReportCell.Of(memo.Amount)
        : ReportCell.Of(memo.Quantity);

    private static bool IsMoney(Column figure) => figure.Kind == ColumnKind.Money;
}
