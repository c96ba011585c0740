using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-18: each request of the B2 measure counts once, so that funded, waiting and excluded add up to the requests; what is funded does not
/// exceed what is assigned; and nobody waits while a residual is left. The latest outcome of a request is the one that holds.
/// </summary>
internal sealed class RequestsAddUp : IFundCheck
{
    public string Code => "RIC-18";

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        IReadOnlyList<Memo> told = Requests.Told(figures.State);
        IReadOnlyList<Memo> latest = Requests.Latest(figures.State);
        return told.Count == 0 ? [] : [.. ToldTwice(figures, told, latest), .. OverAssigned(figures, latest), .. LeftWhileWaiting(figures, latest)];
    }

    private IEnumerable<Discrepancy> ToldTwice(FundFigures figures, IReadOnlyList<Memo> told, IReadOnlyList<Memo> latest)
    {
        Money declared = Funded(told);
        Money computed = Funded(latest);
        if (declared != computed)
        {
            int repeated = told.GroupBy(Requests.KeyOf, StringComparer.Ordinal).Count(group => group.Key is not null && group.Count(Requests.IsFunded) > 1);
            yield return Report(
                figures, Severity.Warning, declared, computed,
                Count(repeated, "domanda finanziata è inviata", "domande finanziate sono inviate") + " in più caricamenti: gli importi sommano "
                + $"{declared.ToItalian()} €, ma le domande ne valgono {computed.ToItalian()} €");
        }
    }

    private IEnumerable<Discrepancy> OverAssigned(FundFigures figures, IReadOnlyList<Memo> latest)
    {
        Money funded = Funded(latest);
        if (figures.Whole.Assigned is { } assigned && funded > assigned && Qualified.Above(figures.AssignedQualifier, Severity.Error) is { } severity)
        {
            yield return Report(
                figures, severity, funded, assigned,
                $"finanziate domande per {funded.ToItalian()} € a fronte di {InWords(figures, assigned)} € assegnati, cioè "
                + FindingWriter.MoreOrLess(funded - assigned));
        }
    }

    private IEnumerable<Discrepancy> LeftWhileWaiting(FundFigures figures, IReadOnlyList<Memo> latest)
    {
        int waiting = latest.Where(request => request.Subject == MisuraB2.ListaAttesa).Sum(request => request.Rows.Count);
        Money funded = Funded(latest);
        if (waiting > 0 && figures.Whole.Assigned is { } assigned && assigned > funded)
        {
            yield return Report(
                figures, Severity.Info, funded, assigned,
                Count(waiting, "domanda è", "domande sono")
                + $" in lista d'attesa e restano {InWords(figures, assigned - funded)} € dei {InWords(figures, assigned)} € assegnati");
        }
    }

    private Discrepancy Report(FundFigures figures, Severity severity, Money declared, Money computed, string what) => figures.Writer.Write(
        new Finding(
            Code, severity, figures.State.Fund, null, declared, computed, EvidenceList.Of(figures.State, (Memo memo) => memo.Kind == MemoKind.Requested)),
        ("che", what));

    private static string InWords(FundFigures figures, Money amount) => AmountQualifier.InWords(amount, figures.AssignedQualifier);

    private static Money Funded(IEnumerable<Memo> requests) =>
        requests.Where(Requests.IsFunded).Aggregate(Money.Zero, (sum, request) => sum + (request.Amount ?? Money.Zero));

    private static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
