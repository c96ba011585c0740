using PianoZona.Contracts.Reconciliation;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Discrepancies;

/// <summary>The discrepancies of an Ambito with where they stand.</summary>
/// <param name="Ambito">Its name.</param>
/// <param name="States">The discrepancies.</param>
public sealed record DiscrepancyListView(string Ambito, IReadOnlyList<DiscrepancyState> States)
    : PageView($"Scarti · {Ambito}")
{
    /// <summary>The groups by which they can be narrowed.</summary>
    public GroupChoices Groups { get; init; } = GroupChoices.None;

    internal override Type Component => typeof(DiscrepancyListPage);

    internal override string? Section => Addresses.Discrepancies;

    /// <summary>What is to be decided first, then what weighs more; what is closed last.</summary>
    internal static IEnumerable<DiscrepancyState> InOrder(IEnumerable<DiscrepancyState> states) => states
        .OrderBy(state => state.Status == DiscrepancyStatus.Closed)
        .ThenByDescending(state => state.IsToDecide)
        .ThenByDescending(state => state.Discrepancy?.Severity);
}
