using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Discrepancies;

/// <summary>A fund year, as it was last reconciled.</summary>
/// <param name="State">The fund year.</param>
/// <param name="Years">All years of its fund, with what is carried over from one to the next.</param>
/// <param name="LeftOut">Its movements that do not count, because another sender tells the same.</param>
/// <param name="Discrepancies">Those about it, also between it and others, and where they stand.</param>
public sealed record FundYear(
    FundState State, IReadOnlyList<CarryOverYear> Years, IReadOnlyList<DiscrepancyState> Discrepancies,
    IReadOnlyList<LeftOutEntry> LeftOut);

/// <summary>What is known of a fund, year by year, as it was last reconciled.</summary>
public sealed class FundYears(DiscrepancyRegister register)
{
    /// <summary>A fund year; null when the Ambito has no such fund, or nothing is known of that year.</summary>
    public async Task<FundYear?> FindAsync(
        Ambito ambito, FundKey fund, DateOnly today, CancellationToken cancellationToken)
    {
        if (ambito.FindFund(fund.Fund) is not { } known)
        {
            return null;
        }

        AmbitoStanding standing = await register.StandingAsync(ambito, today, cancellationToken);
        FundState[] states = [.. standing.Report.States.Where(one => one.Fund.Fund == fund.Fund)];

        // The Comuni's own money is granted by no act: it leaves no residual.
        return Array.Find(states, one => one.Fund == fund) is { } state
            ? new FundYear(
                state,
                known.Level == FundLevel.Comuni
                    ? []
                    : CarryOver.Of(states, ambito.NameOf),
                standing.About(state),
                [.. standing.Report.LeftOut.Where(left => left.Entry.Fund == fund)])
            : null;
    }
}
