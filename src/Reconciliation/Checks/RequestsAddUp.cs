using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-18: each request of the B2 measure counts once (<see cref="CountedEntries"/>) and is told by one sender in a
/// quarter, so that funded, waiting and excluded add up to the requests; what is funded does not exceed what is
/// assigned; and nobody waits while a residual is left. The latest outcome of a request is the one that holds.
/// </summary>
internal sealed class RequestsAddUp : IFundCheck
{
    public string Code => "RIC-18";

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        IReadOnlyList<CareRequest> told = CareRequests.Told(figures.State);
        IReadOnlyList<Memo> latest = CareRequests.Latest(figures.State);
        return told.Count == 0
            ? []
            : [.. ToldTwice(figures, told), .. OverAssigned(figures, latest), .. LeftWhileWaiting(figures, latest)];
    }

    // Told again in a later quarter, a request has moved on; told twice in one, somebody is mistaken.
    private IEnumerable<Discrepancy> ToldTwice(FundFigures figures, IReadOnlyList<CareRequest> told)
    {
        CareRequest[][] repeated =
        [
            .. told.Where(request => CareRequests.KeyOf(request) is not null)
                .GroupBy(request => (CareRequests.KeyOf(request), request.Of.Slot.Period))
                .Select(request => request.ToArray())
                .Where(request =>
                    request.Select(one => one.Of.Slot.Sender).Distinct(StringComparer.Ordinal).Skip(1).Any()),
        ];
        if (repeated.Length > 0)
        {
            Money declared = Funded(repeated.SelectMany(request => request).Select(request => request.Memo));
            Money computed = Funded(repeated.Select(request => request[^1].Memo));
            HashSet<Memo> these = new(
                repeated.SelectMany(request => request).Select(request => request.Memo),
                ReferenceEqualityComparer.Instance);
            yield return Report(
                figures,
                Severity.Warning,
                declared,
                computed,
                Count(repeated.Length, "domanda è inviata", "domande sono inviate")
                    + " da più mittenti per lo stesso trimestre: gli importi sommano "
                    + $"{declared.ToItalian()} €, contano quelli ricevuti per ultimi, {computed.ToItalian()} €",
                these.Contains);
        }
    }

    private IEnumerable<Discrepancy> OverAssigned(FundFigures figures, IReadOnlyList<Memo> latest)
    {
        Money funded = Funded(latest);
        if (figures.Whole.Assigned is { } assigned
            && funded > assigned
            && QualifierWeight.Above(figures.AssignedQualifier, Severity.Error) is { } severity)
        {
            yield return Report(
                figures, severity, funded, assigned,
                $"finanziate domande per {funded.ToItalian()} € a fronte di {InWords(figures, assigned)} € assegnati, "
                    + $"cioè "
                + DiscrepancyWriter.MoreOrLess(funded - assigned));
        }
    }

    private IEnumerable<Discrepancy> LeftWhileWaiting(FundFigures figures, IReadOnlyList<Memo> latest)
    {
        int waiting = latest
            .Where(request => request.Subject == MisuraB2.ListaAttesa)
            .Sum(request => request.Rows.Count);
        Money funded = Funded(latest);

        // A request that is funded without an amount leaves what is left unknown.
        if (waiting > 0
            && !latest.Any(request => CareRequests.IsFunded(request) && request.Amount is null)
            && figures.Whole.Assigned is { } assigned && assigned > funded)
        {
            yield return Report(
                figures, Severity.Info, funded, assigned,
                Count(waiting, "domanda è", "domande sono")
                    + $" in lista d'attesa e restano {InWords(figures, assigned - funded)} € dei "
                        + $"{InWords(figures, assigned)} € assegnati");
        }
    }

    private Discrepancy Report(
        FundFigures figures,
        Severity severity,
        Money declared,
        Money computed,
        string what,
        Func<Memo, bool>? isPart = null) =>
        figures.Writer.Write(
            new DiscrepancyFacts(
                Code,
                severity,
                figures.State.Fund,
                null,
                declared,
                computed,
                EvidenceList.Of(figures.State, isPart ?? (memo => memo.Kind == MemoKind.Requested))),
            ("che", what));

    private static string InWords(FundFigures figures, Money amount) =>
        AmountQualifier.InWords(amount, figures.AssignedQualifier);

    private static Money Funded(IEnumerable<Memo> requests) =>
        requests
            .Where(CareRequests.IsFunded)
            .Aggregate(Money.Zero, (sum, request) => sum + (request.Amount ?? Money.Zero));

    private static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
