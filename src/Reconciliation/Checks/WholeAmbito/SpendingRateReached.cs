using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-07: enough of a fund year is spent when the transfer that depends on it is due: in its year, or as soon as it is
/// assigned. How much is a rule of the fund year that gets the transfer. Where nobody has reported spending, or not all
/// who have a share, the rate is not known, which is not zero.
/// </summary>
internal sealed class SpendingRateReached : IAmbitoCheck
{
    // As far back as a document may ask.
    private const int MostYearsBefore = 10;

    public string Code => "RIC-07";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures) =>
        from state in figures.InOrder
        let fund = figures.Ambito.FindFund(state.Fund.Fund)
        where fund is not null
        from yearsBefore in Enumerable.Range(1, MostYearsBefore)
        let rate = fund.Rules.Of(state.Fund.Year + yearsBefore).SpendingRate
        where rate?.YearsBefore == yearsBefore
        from found in Check(figures, state, rate)
        select found;

    private IEnumerable<Discrepancy> Check(AmbitoFigures figures, FundState state, SpendingRate rate)
    {
        FundKey next = state.Fund with { Year = state.Fund.Year + rate.YearsBefore };
        bool isDue = next.Year <= figures.Today.Year || figures.Find(next)?.Balances[0].Assigned is not null;
        Balance whole = state.Balances[0];
        if (!isDue
            || whole.Assigned is not { } assigned
            || assigned <= Money.Zero
            || (whole.Paid ?? whole.Committed) is null
            || UnknownResidue.OfCommitments(whole, state.Balances.Skip(1)) is not null)
        {
            yield break;
        }

        Money paid = whole.Paid ?? Money.Zero;
        Money required = new((long)Math.Ceiling(assigned.Cents * rate.Threshold));
        if (paid < required)
        {
            string? qualifier = state.QualifierOf(EntryKind.Assigned);
            DiscrepancyFacts facts = new(
                Code, QualifierWeight.Beside(qualifier, rate.IsInferred ? Severity.Info : Severity.Warning),
                state.Fund, null, paid, required,
                EvidenceList.Of(state, (LedgerEntry entry) => entry.Kind is EntryKind.Assigned or EntryKind.Paid));
            yield return figures.Writer.Write(
                facts,
                ("speso", paid.ToItalian()),
                ("assegnato", AmountQualifier.InWords(assigned, qualifier)),
                ("percento", DiscrepancyWriter.Percent((decimal)paid.Cents / assigned.Cents)),
                ("soglia", DiscrepancyWriter.Percent(rate.Threshold)),
                ("anno", next.Year.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
