using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Funds;

/// <summary>Where an Ambito stands.</summary>
/// <param name="Ambito">Its name.</param>
/// <param name="Funds">Its fund years.</param>
/// <param name="Discrepancies">What does not agree.</param>
/// <param name="Missing">Who has not sent.</param>
public sealed record DashboardView(
    string Ambito, IReadOnlyList<FundLine> Funds, IReadOnlyList<DiscrepancyState> Discrepancies,
    IReadOnlyList<DiscrepancyState> Missing)
    : PageView($"Cruscotto · {Ambito}")
{
    internal override Type Component => typeof(DashboardPage);

    internal override string? Section => Addresses.Dashboard;

    /// <summary>
    /// The view; fund years are shown also when only a forecast of them is known, or that nothing is granted yet.
    /// </summary>
    /// <param name="ambito">Names.</param>
    /// <param name="states">All that is known of its fund years.</param>
    /// <param name="discrepancies">What does not agree and who has not sent, and where it stands.</param>
    public static DashboardView Of(
        Ambito ambito, IEnumerable<FundState> states, IReadOnlyList<DiscrepancyState> discrepancies)
    {
        ILookup<bool, DiscrepancyState> found = discrepancies
            .Where(one => one.Discrepancy is not null)
            .ToLookup(one => one.Key.Code == Discrepancy.NotSent);
        return new DashboardView(
            ambito.Name,
            [
                .. states.Where(state => state.Balances.Count > 0 || GrantLine.Of(state).Count > 0)
                    .Select(state => new FundLine(state.Fund, BalanceLine.OfAmbito(ambito, state))
                    {
                        Name = ambito.FindFund(state.Fund.Fund)?.Name,
                    }),
            ],
            [.. found[false]],
            [.. found[true]]);
    }
}

/// <summary>A fund year.</summary>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Figures">Its figures for the whole Ambito.</param>
public sealed record FundLine(FundKey Fund, BalanceLine Figures)
{
    /// <summary>Name of the fund; null = the Ambito no longer has it.</summary>
    public string? Name { get; init; }
}
