using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-22: an act assigns its money once. Told of a fund year by two senders it is an error, whatever the amounts; told
/// in two files of one sender, or of two funds, with the same amount, it is a warning: an act may have several tranches
/// and finance several funds, of which the same amount to the euro is rarely true.
/// </summary>
internal sealed class ActAssignedTwice : IAmbitoCheck
{
    public string Code => "RIC-22";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures)
    {
        ILookup<string, Grant> acts = figures.InOrder
            .SelectMany(state => state.Contributions.SelectMany(contribution => contribution.Entries
                .Where(entry => entry is { Kind: EntryKind.Assigned, Act: not null })
                .Select(entry => new Grant(contribution, entry))))
            .ToLookup(grant => grant.Entry.Act!, StringComparer.Ordinal);
        return acts
            .OrderBy(act => act.Key, StringComparer.Ordinal)
            .SelectMany(act => OfFundYears(figures, [.. act]).Concat(OfFunds(figures, [.. act])));
    }

    private IEnumerable<Discrepancy> OfFundYears(AmbitoFigures figures, Grant[] act) =>
        from year in act.GroupBy(grant => grant.Entry.Fund)
        let bySenders = year.Select(grant => grant.Of.Slot.Sender).Distinct(StringComparer.Ordinal).Skip(1).Any()
        where bySenders || IsRepeated(year, grant => grant.Of.Slot)
        select Report(
            figures, bySenders ? Severity.Error : Severity.Warning, year.Key, [.. year],
            year.GroupBy(grant => grant.Of).Max(file => Sum(file)),
            bySenders ? "da più mittenti" : "in più invii");

    private IEnumerable<Discrepancy> OfFunds(AmbitoFigures figures, Grant[] act) =>
        from same in act.GroupBy(grant => grant.Entry.Amount)
        where same.Key > Money.Zero && !IsRound(same.Key) && IsRepeated(same, grant => grant.Entry.Fund.Fund)
        select Report(figures, Severity.Warning, fund: null, [.. same], same.Key, "su più fondi");

    // One act often gives several funds the same round sum.
    private static bool IsRound(Money amount) => amount.Cents % 100_00 == 0;

    private static bool IsRepeated<TKey>(IEnumerable<Grant> grants, Func<Grant, TKey> place) => grants
        .Select(grant => (grant.Entry.Amount, Place: place(grant)))
        .Distinct()
        .GroupBy(grant => grant.Amount)
        .Any(amount => amount.Skip(1).Any());

    private Discrepancy Report(
        AmbitoFigures figures, Severity severity, FundKey? fund, Grant[] grants, Money once, string how)
    {
        IEnumerable<string> places = grants
            .GroupBy(grant => (grant.Entry.Fund, grant.Of.Slot.Sender))
            .Select(group => string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Key.Fund.Fund} {group.Key.Fund.Year}, {figures.Writer.NameOf(group.Key.Sender)}: ")
                + $"{Sum(group).ToItalian()} €");
        return figures.Writer.Write(
            new DiscrepancyFacts(
                Code, severity, fund, Body: null, Sum(grants), once,
                [
                    .. grants.GroupBy(grant => grant.Of.ReceiptId, StringComparer.Ordinal)
                        .OrderBy(file => file.Key, StringComparer.Ordinal)
                        .Select(file => new Evidence(
                            file.Key, RowSet.Union(file.Select(grant => grant.Entry.Rows)).ToString())),
                ]),
            ("come", how), ("dove", string.Join("; ", places))) with
        {
            Subject = grants[0].Entry.Act,
        };
    }

    private static Money Sum(IEnumerable<Grant> grants) =>
        grants.Aggregate(Money.Zero, (sum, grant) => sum + grant.Entry.Amount);

    private sealed record Grant(Contribution Of, LedgerEntry Entry);
}
