using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-12: two fund years in a row with the same amount to the cent, assigned to the Ambito or committed by a body: one
/// may be a copy of the other. The Comuni's own money is often the same every year.
/// </summary>
internal sealed class IdenticalAmounts : IAmbitoCheck
{
    public string Code => "RIC-12";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures) =>
        figures
            .Consecutive.Where(pair => !figures.IsOwnMoney(pair.After.Fund))
            .SelectMany(pair => Check(figures, pair.Before, pair.After));

    private IEnumerable<Discrepancy> Check(AmbitoFigures figures, FundState before, FundState after)
    {
        // Round figures that are not exact are often the same.
        bool exact = before.QualifierOf(EntryKind.Assigned) is null && after.QualifierOf(EntryKind.Assigned) is null;
        if (exact && Same(before.Balances[0].Assigned, after.Balances[0].Assigned) is { } assigned)
        {
            yield return Report(
                figures, Severity.Warning, before, after, null, assigned, EntryKind.Assigned, "assegnati");
        }

        foreach (Balance now in after.Balances.Skip(1))
        {
            Balance? old = before.Balances.Skip(1).FirstOrDefault(balance => balance.Body == now.Body);
            if (Same(old?.Committed, now.Committed) is { } committed)
            {
                yield return Report(
                    figures, Severity.Info, before, after, now.Body, committed, EntryKind.Committed, "impegnati");
            }
        }
    }

    private Discrepancy Report(
        AmbitoFigures figures,
        Severity severity,
        FundState before,
        FundState after,
        string? body,
        Money amount,
        EntryKind kind,
        string word)
    {
        bool IsPart(LedgerEntry entry) => entry.Kind == kind && (body is null || entry.Beneficiary == body);
        DiscrepancyFacts facts = new(
            Code,
            severity,
            after.Fund,
            body,
            amount,
            null,
            [.. EvidenceList.Of(before, IsPart), .. EvidenceList.Of(after, IsPart)]);
        return figures.Writer.Write(facts, ("importo", amount.ToItalian()), ("parola", word));
    }

    private static Money? Same(Money? one, Money? other) => one == other && one > Money.Zero ? one : null;
}
