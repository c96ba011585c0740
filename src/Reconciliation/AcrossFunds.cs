using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Checks;
using PianoZona.Reconciliation.Checks.WholeAmbito;

namespace PianoZona.Reconciliation;

/// <summary>
/// What does not agree between fund years: computed when a report is made, from their states alone, and stored nowhere.
/// </summary>
public static class AcrossFunds
{
    private static readonly IAmbitoCheck[] Checks = AllChecks.Of<IAmbitoCheck>(check => check.Code);

    /// <summary>Runs the checks that look at more than one fund year.</summary>
    /// <param name="ambito">Names, fund catalogue and thresholds.</param>
    /// <param name="states">The reconciled states of all fund years of the Ambito, in any order.</param>
    /// <param name="today">Today in Italy.</param>
    /// <param name="received">The residents that were received; null = none.</param>
    public static IReadOnlyList<Discrepancy> Check(
        Ambito ambito, IReadOnlyCollection<FundState> states, DateOnly today,
        IReadOnlyCollection<ReceivedPopulation>? received = null)
    {
        AmbitoFigures figures = new(ambito, states, today, received ?? []);
        return [.. Checks.SelectMany(check => check.Check(figures))];
    }
}
