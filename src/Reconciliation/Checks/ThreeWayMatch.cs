using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-08: what providers delivered, what the Comune reports and what was paid agree, for each service, fund year and period of the report.
/// The service is the one that the intervention names (<see cref="ServiceCatalogue"/>). Asked where both have sent: who has not is RIC-10.
/// </summary>
internal sealed class ThreeWayMatch : IAmbitoCheck
{
    public string Code => "RIC-08";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures) =>
        from state in figures.InOrder
        let deliveries = Lines(state, Prestazioni.Schema, EntryKind.Delivered).ToList()
        where deliveries.Count > 0
        from reports in Lines(state, Rendicontazione.Schema, EntryKind.Committed, EntryKind.Paid)
            .GroupBy(line => line.Period)
            .OrderBy(lines => lines.Key.Text, StringComparer.Ordinal)
        from found in CheckPeriod(figures, state, reports.Key, deliveries, [.. reports])
        select found;

    private IEnumerable<Discrepancy> CheckPeriod(
        AmbitoFigures figures, FundState state, Period period, IReadOnlyList<Line> deliveries, IReadOnlyList<Line> reports) =>
        from delivered in deliveries
            .Where(line => line.Period.First >= period.First && line.Period.Last <= period.Last)
            .GroupBy(line => (Reporter: ReporterOf(figures.Ambito, line, reports), line.Service))
            .OrderBy(lines => lines.Key.Reporter, StringComparer.Ordinal)
            .ThenBy(lines => lines.Key.Service, StringComparer.Ordinal)
        let reporter = delivered.Key.Reporter
        where reporter is not null
        let match = new Match([.. delivered], [.. reports.Where(line => line.Body == reporter && line.Service == delivered.Key.Service)])
        where (match.Delivered - (match.Reported ?? Money.Zero)).Abs() > figures.Ambito.SettingsOf(Prestazioni.Schema.Code).Tolerance
        select Report(figures, state, period, reporter, delivered.Key.Service, match);

    // The Comune that reports the service; else an agency that reports it for the Comune; else the Comune, if it reports any service at all.
    private static string? ReporterOf(Ambito ambito, Line delivery, IReadOnlyList<Line> reports) =>
        reports.FirstOrDefault(line => line.Body == delivery.Body && line.Service == delivery.Service)?.Body
        ?? reports.FirstOrDefault(line => line.Service == delivery.Service && IsAgencyFor(ambito, line.Body, delivery.Body))?.Body
        ?? reports.FirstOrDefault(line => line.Body == delivery.Body)?.Body;

    private static bool IsAgencyFor(Ambito ambito, string body, string comune) =>
        ambito.FindSender(body) is { Kind: not SenderKind.Comune } agency && ambito.MaySendFor(agency, comune);

    private Discrepancy Report(AmbitoFigures figures, FundState state, Period period, string body, string service, Match match)
    {
        Finding finding = new(
            Code, match.Reported is null ? Severity.Info : Severity.Warning, state.Fund, body, match.Reported, match.Delivered,
            [.. match.Lines.GroupBy(line => line.ReceiptId, StringComparer.Ordinal)
                .Select(group => new Evidence(group.Key, RowSet.Union(group.Select(line => line.Entry.Rows)).ToString()))]);
        int age = figures.Today.DayNumber - period.Last.DayNumber;
        return figures.Writer.Write(
            finding, ("servizio", service), ("periodo", period.Text), ("prestato", match.Delivered.ToItalian()),
            ("rendicontato", Told(match.Reported, "rendicontati")), ("pagato", Told(match.Paid, "pagati")),
            ("attesa", age > 0 ? string.Create(CultureInfo.InvariantCulture, $"; periodo chiuso da {age} giorni") : string.Empty));
    }

    private static string Told(Money? amount, string participle) => amount is { } known ? $"{participle} {known.ToItalian()} €" : $"non ancora {participle}";

    private static IEnumerable<Line> Lines(FundState state, FlowSchema flow, params EntryKind[] kinds) =>
        from contribution in state.Contributions
        where contribution.Slot.Flow == flow.Code
        from entry in contribution.Entries
        where kinds.Contains(entry.Kind) && entry.Beneficiary is not null && ServiceCatalogue.Find(entry.Purpose) is not null
        select new Line(contribution.ReceiptId, Period.Parse(contribution.Slot.Period), entry.Beneficiary!, ServiceCatalogue.Find(entry.Purpose)!, entry);

    private sealed record Line(string ReceiptId, Period Period, string Body, string Service, LedgerEntry Entry);

    private sealed record Match(IReadOnlyList<Line> Deliveries, IReadOnlyList<Line> Reports)
    {
        public Money Delivered => Deliveries.Select(line => (Money?)line.Entry.Amount).SumOrMissing() ?? Money.Zero;

        public Money? Reported => Of(EntryKind.Committed);

        public Money? Paid => Of(EntryKind.Paid);

        public IEnumerable<Line> Lines => Deliveries.Concat(Reports);

        private Money? Of(EntryKind kind) => Reports.Where(line => line.Entry.Kind == kind).Select(line => (Money?)line.Entry.Amount).SumOrMissing();
    }
}
