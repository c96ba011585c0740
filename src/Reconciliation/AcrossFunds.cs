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

    private static readonly HashSet<string> OnlyHere =
    [
        .. Checks.Select(check => check.Code)
            .Except(
                AllChecks.Of<IFundCheck>(check => check.Code).Select(check => check.Code), StringComparer.Ordinal),
    ];

    /// <summary>
    /// The state without the discrepancies of codes that only the checks here find: a check of one fund year may have
    /// found them before it became one of these, and they stay in a state until it is reconciled again.
    /// </summary>
    public static FundState WithoutOwn(FundState stored) =>
        stored.Discrepancies.Any(found => OnlyHere.Contains(found.Code))
            ? stored with { Discrepancies = [.. stored.Discrepancies.Where(found => !OnlyHere.Contains(found.Code))] }
            : stored;

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
