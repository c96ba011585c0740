using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-16: how much of what was assigned to a past fund year is committed, where it is not all; who has a share and has
/// not told is named. More than all is RIC-02.
/// </summary>
internal sealed class CommittedOfAssigned : IAmbitoCheck
{
    public string Code => "RIC-16";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures)
    {
        foreach (FundState state in figures.InOrder.Where(state =>
                state.Fund.Year < figures.Today.Year && !figures.IsOwnMoney(state.Fund)))
        {
            if (state.Balances[0] is { Assigned: { } assigned, Committed: { } committed } whole
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
                string? lacking = UnknownResidue.OfCommitments(whole, state.Balances.Skip(1), figures.Writer.NameOf);
                yield return figures.Writer.Write(
                    facts,
                    ("impegnato", AmountQualifier.InWords(committed, lacking is null ? null : AmountQualifier.AtLeast)),
                    ("assegnato", AmountQualifier.InWords(assigned, state.QualifierOf(EntryKind.Assigned))),
                    ("percento", DiscrepancyWriter.Percent((decimal)committed.Cents / assigned.Cents)),
                    ("mancante", lacking is null ? string.Empty : $"; {lacking}"));
            }
        }
    }
}
