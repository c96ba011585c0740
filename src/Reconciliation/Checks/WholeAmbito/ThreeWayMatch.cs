using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Matching;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-08: what providers delivered, what the Comune reports and what was paid agree, for each service, fund year and
/// period of the report. What stays open weighs more the older it is. Each leg is a discrepancy of its own, so that one
/// can be justified without the others.
/// </summary>
/// <remarks>
/// It is asked when a report is made and stored nowhere: an age is right on the day it is read, whatever was uploaded
/// when.
/// </remarks>
internal sealed class ThreeWayMatch : IAmbitoCheck
{
    public string Code => "RIC-08";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures)
    {
        ProviderFlow providers = new(figures);
        return
            from state in figures.InOrder
            from match in ServiceMatches.Of(figures.Ambito, state)
            let days = match.DaysSinceClose(figures.Today)
            let tolerance = figures.Ambito.SettingsOf(Prestazioni.Schema.Code, match.Body).Tolerance
            let term = figures.Ambito.SettingsOf(Rendicontazione.Schema.Code, match.Body).PaymentTermDays
            from leg in match.Delivered is { } known
                ? Delivered(match, known, tolerance, Ageing.SeverityOf(days, term), figures.IsOwnMoney(match.Fund))
                : NotDelivered(providers, match, tolerance)
            select figures.Writer.Write(
                new DiscrepancyFacts(
                    Code,
                    leg.Severity,
                    match.Fund,
                    match.Body,
                    leg.Declared,
                    leg.Computed,
                    match.Evidence()),
                ("servizio", match.Service),
                ("periodo", match.Period.Text),
                ("che", leg.What),
                ("prestato", DiscrepancyWriter.Told(match.Delivered)),
                ("rendicontato", DiscrepancyWriter.Told(match.Reported)),
                ("pagato", DiscrepancyWriter.Told(match.Paid)),
                ("attesa", DiscrepancyWriter.ClosedFor(days)));
    }

    // overdue: how much it weighs that the match is still open; null = it is not due yet.
    private static IEnumerable<Leg> Delivered(
        ServiceMatch match, Money delivered, Money tolerance, Severity? overdue, bool isOwnMoney)
    {
        Money paid = match.Paid ?? Money.Zero;
        if (match.Reported is not { } reported)
        {
            // The Comuni report their own money by area.
            Severity? severity = match.HasReported ? overdue ?? Severity.Info : isOwnMoney ? null : overdue;
            if (delivered > tolerance && severity is { } weight)
            {
                yield return new Leg("prestato e non rendicontato", weight, null, delivered);
            }
        }
        else
        {
            if ((reported - delivered).Abs() > tolerance)
            {
                yield return new Leg(
                    $"rendicontati {DiscrepancyWriter.MoreOrLess(reported - delivered)} del prestato",
                    Severity.Warning,
                    reported,
                    delivered);
            }

            // What is owed is what both say; the rest is told above.
            Money owed = reported < delivered ? reported : delivered;
            if (owed - paid > tolerance && overdue is { } weight)
            {
                yield return new Leg($"restano da pagare {(owed - paid).ToItalian()} €", weight, match.Paid, owed);
            }
        }

        if (paid - delivered > tolerance)
        {
            yield return new Leg(
                $"pagati {DiscrepancyWriter.MoreOrLess(paid - delivered)} del prestato",
                Severity.Warning,
                paid,
                delivered);
        }
    }

    private static IEnumerable<Leg> NotDelivered(ProviderFlow providers, ServiceMatch match, Money tolerance)
    {
        Money reported = match.Reported ?? Money.Zero;
        Money paid = match.Paid ?? Money.Zero;
        if ((reported > paid ? reported : paid) > tolerance && providers.Deliver(match.Service, match.Period))
        {
            // Who never had it from a provider may deliver it with its own staff.
            Severity severity = providers.EverDelivered(match.Service, match.Body) ? Severity.Warning : Severity.Info;
            yield return new Leg(
                "rendicontato, ma nessun ente gestore lo ha prestato", severity, match.Reported ?? match.Paid, null);
        }
    }

    private sealed record Leg(string What, Severity Severity, Money? Declared, Money? Computed);

    // What providers delivered on any fund: where they do not use their flow, nothing is missing.
    private sealed class ProviderFlow
    {
        private readonly Ambito ambito;
        private readonly ILookup<string, Period> months;
        private readonly ILookup<string, string> comuni;

        public ProviderFlow(AmbitoFigures figures)
        {
            ambito = figures.Ambito;
            ServiceLine[] delivered = [.. figures.InOrder.SelectMany(ServiceLine.Deliveries)];
            months = delivered.Select(line => (line.Service, line.Period)).Distinct()
                .ToLookup(pair => pair.Service, pair => pair.Period, StringComparer.Ordinal);
            comuni = delivered.Select(line => (line.Service, line.Body)).Distinct()
                .ToLookup(pair => pair.Service, pair => pair.Body, StringComparer.Ordinal);
        }

        public bool Deliver(string service, Period period) => months[service].Any(period.Covers);

        public bool EverDelivered(string service, string body) =>
            comuni[service].Any(comune => comune == body || ServiceMatches.IsAgencyFor(ambito, body, comune));
    }
}
