using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-20: the figures of a body for a flow and a time come from one sender, or from several in parts that repeat
/// nothing, where the Ambito says so; files of several periods of one sender are such parts too.
/// </summary>
internal sealed class ToldBySeveralSenders : IFundCheck
{
    public string Code => "RIC-20";

    public IEnumerable<Discrepancy> Check(FundFigures figures) =>
        from fact in OneTelling.ToldBySeveral(figures.Ambito, figures.Told)
        where fact.LeftOut.Count > 0 || RepeatsSomething(fact)
        select Report(figures, fact);

    private static bool RepeatsSomething(FactToldBySeveral fact) => fact.Counting
        .SelectMany(contribution => Amounts(contribution, fact.Code).Distinct())
        .GroupBy(amount => amount)
        .Any(amount => amount.Skip(1).Any());

    // A document is told twice whatever its share; without one, the same amount of the same thing.
    private static IEnumerable<object> Amounts(Contribution contribution, string code)
    {
        string[] documents =
        [
            .. contribution.Documents.Where(claim => claim.Beneficiary == code && claim.IsNamed)
                .Select(claim => claim.Fingerprint)
                .OfType<string>(),
        ];
        return documents.Length > 0
            ? documents
            : contribution.Entries.Where(entry => OneTelling.FactOf(entry) == code)
                .Select(entry => (object)(entry.Kind, entry.Purpose, entry.Area, entry.Amount));
    }

    private Discrepancy Report(FundFigures figures, FactToldBySeveral fact)
    {
        Contribution[] leftOut = [.. fact.LeftOut.Select(left => left.Contribution)];
        Contribution[] all = [.. fact.Counting, .. leftOut];
        string flow = all[0].Slot.Flow;
        Money? counted = Sum(fact.Counting, fact.Code);
        Money? other = Sum(leftOut, fact.Code);
        return figures.Writer.Write(
            new DiscrepancyFacts(
                Code, Severity.Warning, figures.State.Fund, fact.Code, other, counted,
                [
                    .. all.Select(contribution => new Evidence(
                        contribution.ReceiptId, RowsOf(contribution, fact.Code).ToString())),
                ]),
            ("flusso", FlowCatalogue.Find(flow)?.Title ?? flow), ("periodo", TimeOf(all)),
            ("chi", string.Join("; ", all.Select(contribution => Telling(figures, contribution, fact.Code)))),
            ("conta", leftOut.Length == 0
                ? "le parti si sommano e ripetono lo stesso dato"
                : $"conta il file di {figures.Writer.NameOf(fact.Counting[0].Slot.Sender)}"));
    }

    private static string TimeOf(Contribution[] all) => string.Join(
        ", ", all.Select(one => one.Slot.Period).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Telling(FundFigures figures, Contribution contribution, string code) =>
        figures.Writer.NameOf(contribution.Slot.Sender)
        + (Sum([contribution], code) is { } sum ? $" {sum.ToItalian()} €" : string.Empty);

    private static RowSet RowsOf(Contribution contribution, string code) => RowSet.Union(
        contribution.Entries.Where(entry => OneTelling.FactOf(entry) == code).Select(entry => entry.Rows)
            .Concat(contribution.Memos.Where(memo => code == (memo.Body ?? memo.Subject)).Select(memo => memo.Rows)));

    // Commitments where there are any, else payments: the two are not added.
    private static Money? Sum(IEnumerable<Contribution> contributions, string code)
    {
        LedgerEntry[] entries =
        [
            .. contributions.SelectMany(contribution => contribution.Entries)
                .Where(entry => OneTelling.FactOf(entry) == code),
        ];
        EntryKind kind = Array.Exists(entries, entry => entry.Kind == EntryKind.Committed)
            ? EntryKind.Committed
            : EntryKind.Paid;
        return entries.Where(entry => entry.Kind == kind).Select(entry => (Money?)entry.Amount).SumOrMissing();
    }
}
