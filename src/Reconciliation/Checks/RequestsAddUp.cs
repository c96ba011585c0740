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
        Request[] told =
        [
            .. figures.State.Contributions
                .OrderBy(contribution => Period.Parse(contribution.Slot.Period).Last)
                .ThenBy(contribution => contribution.Sequence)
                .SelectMany(contribution => contribution.Memos.Where(memo => memo.Kind == MemoKind.Requested).Select(memo => new Request(contribution, memo))),
        ];
        if (told.Length == 0)
        {
            return [];
        }

        Request[] latest = [.. told.GroupBy(Key, StringComparer.Ordinal).SelectMany(group => group.Key is null ? [.. group] : new[] { group.Last() })];
        return [.. ToldTwice(figures, told, latest), .. OverAssigned(figures, latest), .. LeftWhileWaiting(figures, latest)];
    }

    private IEnumerable<Discrepancy> ToldTwice(FundFigures figures, Request[] told, Request[] latest)
    {
        Money declared = Funded(told);
        Money computed = Funded(latest);
        if (declared != computed)
        {
            int repeated = told.GroupBy(Key, StringComparer.Ordinal).Count(group => group.Key is not null && group.Count(request => request.IsFunded) > 1);
            yield return Report(figures, Severity.Warning, declared, computed, string.Create(CultureInfo.InvariantCulture,
                $"{Count(repeated, "domanda finanziata è inviata", "domande finanziate sono inviate")} in più caricamenti: gli importi sommano ")
                + $"{declared.ToItalian()} €, ma le domande ne valgono {computed.ToItalian()} €");
        }
    }

    private IEnumerable<Discrepancy> OverAssigned(FundFigures figures, Request[] latest)
    {
        Money funded = Funded(latest);
        if (figures.Whole.Assigned is { } assigned && funded > assigned)
        {
            yield return Report(
                figures, Severity.Error, funded, assigned,
                $"finanziate domande per {funded.ToItalian()} € a fronte di {assigned.ToItalian()} € assegnati, cioè "
                + FindingWriter.MoreOrLess(funded - assigned));
        }
    }

    private IEnumerable<Discrepancy> LeftWhileWaiting(FundFigures figures, Request[] latest)
    {
        int waiting = latest.Where(request => request.Memo.Subject == MisuraB2.ListaAttesa).Sum(request => request.Memo.Rows.Count);
        Money funded = Funded(latest);
        if (waiting > 0 && figures.Whole.Assigned is { } assigned && assigned > funded)
        {
            yield return Report(
                figures, Severity.Info, funded, assigned,
                string.Create(CultureInfo.InvariantCulture, $"{Count(waiting, "domanda è", "domande sono")} in lista d'attesa e restano ")
                + $"{(assigned - funded).ToItalian()} € dei {assigned.ToItalian()} € assegnati");
        }
    }

    private Discrepancy Report(FundFigures figures, Severity severity, Money declared, Money computed, string what) => figures.Writer.Write(
        new Finding(
            Code, severity, figures.State.Fund, null, declared, computed, EvidenceList.Of(figures.State, (Memo memo) => memo.Kind == MemoKind.Requested)),
        ("che", what));

    private static Money Funded(IEnumerable<Request> requests) => requests
        .Where(request => request.IsFunded)
        .Aggregate(Money.Zero, (sum, request) => sum + (request.Memo.Amount ?? Money.Zero));

    // Null: requests too many to be told apart.
    private static string? Key(Request request) => request.Memo.Reference == DocumentFingerprint.NotTold ? null : request.Memo.Reference;

    private static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    private sealed record Request(Contribution Contribution, Memo Memo)
    {
        public bool IsFunded => Memo.Subject is MisuraB2.Finanziata or MisuraB2.Chiusa;
    }
}
