using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-16: how much of what was assigned to a past fund year is committed, where it is not all. More than all is
/// RIC-02.
/// </summary>
internal sealed class CommittedOfAssigned : IAmbitoCheck
{
    public string Code => "RIC-16";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures)
    {
        foreach (FundState state in figures.InOrder.Where(state =>
                state.Fund.Year < figures.Today.Year && !figures.IsOwnMoney(state.Fund)))
        {
            if (state.Balances[0] is { Assigned: { } assigned, Committed: { } committed }
                && assigned > committed
                && committed >= Money.Zero)
            {
                DiscrepancyFacts facts = new(
                    Code,
                    Severity.Info,
                    state.Fund,
                    null,
                    committed,
                    assigned,
                    EvidenceList.Of(
                        state, (LedgerEntry entry) => entry.Kind is EntryKind.Assigned or EntryKind.Committed));
                yield return figures.Writer.Write(
                    facts,
                    ("impegnato", committed.ToItalian()),
                    ("assegnato", AmountQualifier.InWords(assigned, state.QualifierOf(EntryKind.Assigned))),
                    ("percento", DiscrepancyWriter.Percent((decimal)committed.Cents / assigned.Cents)));
            }
        }
    }
}
