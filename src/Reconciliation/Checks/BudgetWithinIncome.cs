using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Exports;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-09: the column of a fund in the budget adds up to the income of the fund: what is assigned; for the Comuni's
/// own money, of which nothing may be assigned, else what they owe. Asked where both are known, of the budget of that
/// year: what an earlier one foresaw was a forecast. That a row's funds add up to the row is a condition for accepting
/// the file (PZ4005).
/// </summary>
internal sealed class BudgetWithinIncome : IFundCheck
{
    public string Code => "RIC-09";

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        EntryKind kind =
            !figures.IsOwnMoney || figures.SumOf(EntryKind.Assigned) is not null ? EntryKind.Assigned
            : figures.SumOf(EntryKind.Owed) is null ? EntryKind.Allocated
            : EntryKind.Owed;
        Money? income = kind == EntryKind.Assigned ? figures.Whole.Assigned : figures.SumOf(kind);
        FundState budgets = Budgets.OfItsYear(figures.State);
        Money? budgeted = budgets.Memos(MemoKind.Budgeted).Select(memo => memo.Amount).SumOrMissing();
        if (budgeted is not { } column
            || income is not { } known
            || (column - known).Abs() <= figures.ToleranceOf(BilancioAmbito.Schema.Code))
        {
            yield break;
        }

        string? qualifier = figures.State.QualifierOf(kind);
        Severity? severity = column > known
            ? QualifierWeight.Above(qualifier, Severity.Warning)
            : QualifierWeight.Beside(qualifier, Severity.Warning);
        if (severity is not { } weight)
        {
            yield break;
        }

        DiscrepancyFacts facts = new(
            Code, weight, figures.State.Fund, null, column, known,
            [
                .. EvidenceList.Of(budgets, (Memo memo) => memo.Kind == MemoKind.Budgeted),
                .. EvidenceList.Of(figures.State, (LedgerEntry entry) => entry.Kind == kind),
            ]);
        yield return figures.Writer.Write(
            facts, ("colonna", column.ToItalian()), ("entrata", AmountQualifier.InWords(known, qualifier)),
            ("differenza", DiscrepancyWriter.MoreOrLess(column - known)));
    }
}
