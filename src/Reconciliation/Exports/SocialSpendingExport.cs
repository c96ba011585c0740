using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reporting;

namespace PianoZona.Reconciliation.Exports;

/// <summary>What the Comuni spent of their own, by area and body: the yearly regional duty (Pavia L1269).</summary>
internal sealed class SocialSpendingExport : IExport
{
    private const string Fund = FundCodes.Comuni;

    public string Name => "spesa-sociale";

    public string Title => "Spesa sociale per area ed ente";

    public ReportTable Build(ExportInput input)
    {
        LedgerEntry[] entries = [.. input.Of(Fund).Entries(SpesaSociale.Schema.Code)];
        IReadOnlyList<ReportCell>[] rows =
        [
            .. from body in entries
                .Select(entry => entry.Beneficiary)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
            from area in SpesaSociale.Aree
            let place = entries.Where(entry => entry.Beneficiary == body && entry.Purpose == area).ToList()
            where place.Count > 0
            select (IReadOnlyList<ReportCell>)
                [
                    ReportCell.Of(body),
                    ReportCell.Of(input.NameOf(body)),
                    ReportCell.Of(area),
                    ReportCell.Of(place.Of(EntryKind.Paid)),
                    ReportCell.Of(place.Of(EntryKind.Contributed)),
                ],
        ];
        ReportTable table = new(
            $"{Title}, {input.Period.Year}",
            [
                new("ente"),
                new("denominazione"),
                new("area"),
                ReportColumn.OfAmounts("importo"),
                ReportColumn.OfAmounts("compartecipazione_utenti"),
            ],
            rows,
            []);
        return table with
        {
            Checks =
            [
                new("Spesa degli enti e delle aree", table.TotalOf("importo"), entries.Of(EntryKind.Paid)),
                new(
                    "Compartecipazione degli utenti",
                    table.TotalOf("compartecipazione_utenti"),
                    entries.Of(EntryKind.Contributed)),
            ],
        };
    }
}
