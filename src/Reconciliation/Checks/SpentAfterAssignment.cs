using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-02: spending on a fund year that nothing assigns yet. That is not an assignment of zero, so there is nothing to
/// compare with.
/// </summary>
internal sealed class SpentAfterAssignment : IFundCheck
{
    public string Code => Overrun.Code;

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        Balance whole = figures.Whole;
        Money committed = whole.Committed ?? Money.Zero;
        Money paid = whole.Paid ?? Money.Zero;
        bool spent = committed > Money.Zero || paid > Money.Zero;
        if (spent && whole.Assigned is null && !figures.IsOwnMoney && !GrantBasis.AreMixed(figures.State))
        {
            (string word, Money amount) = committed >= paid ? ("impegnati", committed) : ("liquidati", paid);
            yield return figures.Report(
                Code, Severity.Warning, whole, amount, computed: null, [EntryKind.Committed, EntryKind.Paid],
                ("speso", $"{word} {amount.ToItalian()} €"),
                ("disponibile", "un'annualità «non ancora assegnata»: non vale zero, manca l'atto di assegnazione"));
        }
    }
}
