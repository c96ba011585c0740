using PianoZona.Contracts.Reconciliation;
using PianoZona.Web.Layout;

namespace PianoZona.Web.Findings;

/// <summary>The findings of an Ambito with where they stand.</summary>
/// <param name="Ambito">Its name.</param>
/// <param name="States">The findings.</param>
public sealed record FindingListView(string Ambito, IReadOnlyList<FindingState> States)
    : PageView($"Scarti · {Ambito}")
{
    internal override Type Component => typeof(FindingListPage);
}
