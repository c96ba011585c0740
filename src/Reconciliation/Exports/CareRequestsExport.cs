using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Reconciliation.Checks;

namespace PianoZona.Reconciliation.Exports;

/// <summary>
/// The requests of the B2 measure by Comune and outcome, each counted once by its latest outcome: never a person.
/// </summary>
internal sealed class CareRequestsExport : IExport
{
    private const string Fund = FundCodes.Fna;

    public string Name => "beneficiari-b2";

    public string Title => "Misura B2: domande per Comune";

    public ReportTable Build(ExportInput input)
    {
        FundState state = input.Of(Fund);
        IReadOnlyList<Memo> latest = CareRequests.Latest(state);
        IReadOnlyList<ReportCell>[] rows =
        [
            .. from comune in latest
                .GroupBy(memo => memo.Body, StringComparer.Ordinal)
                .OrderBy(memos => memos.Key, StringComparer.Ordinal)
            let finanziate = comune.Where(CareRequests.IsFunded).ToList()
            select (IReadOnlyList<ReportCell>)
                [
                    ReportCell.Of(comune.Key),
                    ReportCell.Of(input.NameOf(comune.Key)),
                    Count(comune),
                    Count(comune, MisuraB2.Finanziata),
                    Count(comune, MisuraB2.Chiusa),
                    Count(comune, MisuraB2.ListaAttesa),
                    Count(comune, MisuraB2.Esclusa),
                    ReportCell.Of(finanziate.Select(memo => memo.Amount).SumOrMissing()),
                ],
        ];
        ReportTable table = new(
            $"{Title}, {input.Period.Year}",
            [
                new("codice_istat"),
                new("comune"),
                ReportColumn.OfNumbers("domande"),
                ReportColumn.OfNumbers("finanziate"),
                ReportColumn.OfNumbers("chiuse"),
                ReportColumn.OfNumbers("lista_attesa"),
                ReportColumn.OfNumbers("escluse"),
                ReportColumn.OfAmounts("importo"),
            ],
            rows,
            []);
        Money? booked = state.Entries(MisuraB2.Schema.Code).Of(EntryKind.Delivered);
        return table with
        {
            Checks =
            [
                new(
                    "Importo delle domande finanziate", table.TotalOf("importo"),
                    latest.Where(CareRequests.IsFunded).Select(memo => memo.Amount).SumOrMissing()),

                // Money that was granted and taken back is zero in the books; here nobody has it.
                new("Importo e prestato del fondo", table.TotalOf("importo") ?? Money.Zero, booked ?? Money.Zero),
            ],
        };
    }

    private static ReportCell Count(IEnumerable<Memo> requests, string? outcome = null) =>
        ReportCell.Of(
            (decimal)requests.Where(memo => outcome is null || memo.Subject == outcome).Sum(memo => memo.Rows.Count));
}
