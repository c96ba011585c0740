using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Reporting;
using PianoZona.Ledger;
using PianoZona.Reconciliation.Exports;

namespace PianoZona.Hub.Discrepancies;

/// <summary>Makes the tables that go out of the hub.</summary>
public sealed class ExportTables(AmbitoReporter reporter, ILedger ledger)
{
    /// <summary>The years of what is in force, and that of a day, the latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(
        Ambito ambito, DateOnly today, CancellationToken cancellationToken) =>
        [
            .. (await ledger.ListCurrentAsync(ambito.Code, cancellationToken).ToListAsync(cancellationToken))
                .Select(one => Period.Parse(one.Slot.Period).Year)
                .Append(today.Year).Distinct().OrderDescending(),
        ];

    /// <summary>
    /// A table of a period, by what is known today; null when its totals are not those of the books: such a table does
    /// not leave the hub.
    /// </summary>
    public async Task<ReportTable?> MakeAsync(
        IExport export, Ambito ambito, Period period, DateOnly today, CancellationToken cancellationToken)
    {
        AmbitoReport report = await reporter.ReportAsync(ambito, today, cancellationToken);
        ReportTable table = export.Build(new ExportInput(report.Ambito, report.States, period, today));
        return table.Balances ? table : null;
    }
}
