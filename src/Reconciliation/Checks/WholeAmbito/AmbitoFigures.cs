using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>The figures of all fund years of an Ambito, and what a check needs to report on them.</summary>
internal sealed class AmbitoFigures
{
    private readonly Dictionary<FundKey, FundState> states;

    /// <summary>The figures on a day.</summary>
    public AmbitoFigures(
        Ambito ambito, IEnumerable<FundState> states, DateOnly today, IReadOnlyCollection<ReceivedPopulation> received)
    {
        this.states = states.Where(state => state.Balances.Count > 0).ToDictionary(state => state.Fund);
        (Configured, Received) = (ambito, received);
        (Ambito, Today, Writer) = (Populations.With(ambito, received), today, new DiscrepancyWriter(ambito));
        InOrder = [.. this.states.Values.OrderBy(state => state.Fund)];
    }

    /// <summary>The Ambito, with the residents that were received.</summary>
    public Ambito Ambito { get; }

    /// <summary>The Ambito as its configuration has it.</summary>
    public Ambito Configured { get; }

    /// <summary>The residents that were received.</summary>
    public IReadOnlyCollection<ReceivedPopulation> Received { get; }

    /// <summary>Today in Italy.</summary>
    public DateOnly Today { get; }

    /// <summary>Puts discrepancies into words.</summary>
    public DiscrepancyWriter Writer { get; }

    /// <summary>The fund years of which something is known, by fund and year.</summary>
    public IReadOnlyList<FundState> InOrder { get; }

    /// <summary>A fund year with the one before it, where something is known of both.</summary>
    public IEnumerable<(FundState Before, FundState After)> Consecutive =>
        from after in InOrder
        let before = Find(after.Fund with { Year = after.Fund.Year - 1 })
        where before is not null
        select (before, after);

    /// <summary>A fund year; null when nothing is known of it.</summary>
    public FundState? Find(FundKey fund) => states.GetValueOrDefault(fund);

    /// <summary>Whether it is the Comuni's own money.</summary>
    public bool IsOwnMoney(FundKey fund) => Ambito.IsOwnMoney(fund.Fund);
}
