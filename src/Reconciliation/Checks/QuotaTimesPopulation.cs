using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Text;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-13: what a Comune owes is the quota of the year times its inhabitants. Asked where quota, population and
/// contribution are known; a Comune that does not delegate services owes something else.
/// </summary>
internal sealed class QuotaTimesPopulation : IFundCheck
{
    public string Code => "RIC-13";

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        FundKey fund = figures.State.Fund;
        return !IsOfQuotas(figures.Ambito, fund.Fund) ? [] :
            from quota in figures.Ambito.Quotas
            where quota.Year == fund.Year
            from comune in figures.Ambito.Comuni
            where !quota.NotDelegated.Contains(comune.Code, StringComparer.Ordinal)
            where comune.Population.ContainsKey(quota.PopulationYear)
            from found in Check(figures, quota, comune)
            select found;
    }

    // The fund of the quotas or, where the Ambito has none of that name, what it calls the Comuni's own money.
    private static bool IsOfQuotas(Ambito ambito, string fund) =>
        ambito.CatalogueOf(fund) == FundCodes.Comuni
        || ambito.FindFund(fund) is { Catalogue: null, Level: FundLevel.Comuni };

    private IEnumerable<Discrepancy> Check(FundFigures figures, PerCapitaQuota quota, Sender comune)
    {
        // What is owed is said as such, or is the Comune's share of the fund.
        EntryKind kind = Sum(figures, comune, EntryKind.Owed) is null ? EntryKind.Allocated : EntryKind.Owed;
        int inhabitants = comune.Population[quota.PopulationYear];
        Money expected = new(checked(quota.PerInhabitant.Cents * inhabitants));
        if (Sum(figures, comune, kind) is { } contribution
            && (contribution - expected).Abs() > figures.ToleranceOf(Riparto.Schema.Code))
        {
            DiscrepancyFacts facts = new(
                Code,
                Severity.Error,
                figures.State.Fund,
                comune.Code,
                contribution,
                expected,
                EvidenceList.Of(
                    figures.State, (LedgerEntry entry) => entry.Kind == kind && entry.Beneficiary == comune.Code));
            yield return figures.Writer.Write(
                facts, ("contributo", contribution.ToItalian()), ("quota", quota.PerInhabitant.ToItalian()),
                ("popolazione", Italian.Number(inhabitants)),
                ("anno", quota.PopulationYear.ToString(CultureInfo.InvariantCulture)),
                ("atteso", expected.ToItalian()));
        }
    }

    private static Money? Sum(FundFigures figures, Sender comune, EntryKind kind) => figures.Entries
        .Where(pair => pair.Entry.Kind == kind && pair.Entry.Beneficiary == comune.Code)
        .Select(pair => (Money?)pair.Entry.Amount)
        .SumOrMissing();
}
