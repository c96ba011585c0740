using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Text;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-13: what a body owes is the quota of the year times its inhabitants, less the services it does not delegate.
/// Asked where quota, population and contribution are known; who delegates nothing owes something else. The body that a
/// group is (an Unione) may owe it for all its Comuni together.
/// </summary>
internal sealed class QuotaTimesPopulation : IAmbitoCheck
{
    public string Code => "RIC-13";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures) =>
        from state in figures.InOrder
        where IsOfQuotas(figures.Ambito, state.Fund.Fund)
        from due in Dues(figures.Ambito, state.Fund.Year)
        from found in Check(figures, state, due)
        select found;

    // The fund of the quotas or, where the Ambito has none of that name, what it calls the Comuni's own money.
    private static bool IsOfQuotas(Ambito ambito, string fund) =>
        ambito.CatalogueOf(fund) == FundCodes.Comuni
        || ambito.FindFund(fund) is { Catalogue: null, Level: FundLevel.Comuni };

    private static IEnumerable<Due> Dues(Ambito ambito, int year)
    {
        Period period = Period.Parse(year.ToString(CultureInfo.InvariantCulture));
        Due[] owed =
        [
            .. from comune in ambito.Comuni
               where comune.IsThereIn(period)
               let quota = QuotaOf(ambito, comune, period)
               where quota is not null
               select Due.Of(ambito, quota, comune),
        ];
        return owed.Where(due => !due.Quota.IsChargedToBody)
            .Concat(owed.Where(due => due.Quota.IsChargedToBody).GroupBy(due => due.Quota)
                .Select(charged => Due.Of(ambito, charged.Key, [.. charged])));
    }

    // That of a group of its before that of all.
    private static PerCapitaQuota? QuotaOf(Ambito ambito, Sender comune, Period period) => ambito.Quotas
        .Where(quota => quota.Year == period.Year
            && (quota.Group is not { } group || ambito.IsOf(comune, group, period)))
        .OrderByDescending(quota => quota.Group is not null)
        .FirstOrDefault();

    private IEnumerable<Discrepancy> Check(AmbitoFigures figures, FundState state, Due due)
    {
        // What is owed is said as such, or is the body's share of the fund.
        EntryKind kind = Sum(state, due.Body, EntryKind.Owed) is null ? EntryKind.Allocated : EntryKind.Owed;
        Money tolerance = figures.Ambito.SettingsOf(Riparto.Schema.Code, due.Body).Tolerance;
        if (Sum(state, due.Body, kind) is { } contribution
            && due is { Expected: { } expected, Inhabitants: { } inhabitants }
            && (contribution - expected).Abs() > tolerance)
        {
            DiscrepancyFacts facts = new(
                Code,
                Severity.Error,
                state.Fund,
                due.Body,
                contribution,
                expected,
                EvidenceList.Of(state, (LedgerEntry entry) => entry.Kind == kind && entry.Beneficiary == due.Body));
            yield return figures.Writer.Write(
                facts, ("contributo", contribution.ToItalian()), ("quota", due.QuotaInWords),
                ("popolazione", Italian.Number(inhabitants)),
                ("anno", due.Quota.PopulationYear.ToString(CultureInfo.InvariantCulture)),
                ("atteso", expected.ToItalian()));
        }
    }

    private static Money? Sum(FundState state, string body, EntryKind kind) => CountedEntries.Of(state)
        .Where(entry => entry.Kind == kind && entry.Beneficiary == body)
        .Select(entry => (Money?)entry.Amount)
        .SumOrMissing();

    /// <summary>What a body owes; without an amount where that is not known.</summary>
    private sealed record Due(PerCapitaQuota Quota, string Body, int? Inhabitants, Money? Expected)
    {
        public string QuotaInWords { get; private init; } = Quota.PerInhabitant.ToItalian();

        public static Due Of(Ambito ambito, PerCapitaQuota quota, Sender comune)
        {
            Money? own = quota.Of(comune.Code);
            int? inhabitants = ambito.PopulationOf(comune, quota.PopulationYear);
            return new Due(
                quota, comune.Code, inhabitants, own is { } each && inhabitants is { } all ? Times(each, all) : null)
            {
                QuotaInWords = (own ?? quota.PerInhabitant).ToItalian(),
            };
        }

        // Of one of whose Comuni it is not known the whole is not either.
        public static Due Of(Ambito ambito, PerCapitaQuota quota, Due[] members) => new(
            quota, ambito.FindGroup(quota.Group!)!.Body!,
            members.Select(due => due.Inhabitants).Aggregate((int?)0, (sum, one) => sum + one),
            members.Select(due => due.Expected).Aggregate((Money?)Money.Zero, (sum, one) => sum + one));

        private static Money Times(Money each, int inhabitants) => new(checked(each.Cents * inhabitants));
    }
}
