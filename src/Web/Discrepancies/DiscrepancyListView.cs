using PianoZona.Contracts.Reconciliation;
using PianoZona.Web.Layout;

namespace PianoZona.Web.Discrepancies;

/// <summary>The discrepancies of an Ambito with where they stand.</summary>
/// <param name="Ambito">Its name.</param>
/// <param name="States">The discrepancies.</param>
public sealed record DiscrepancyListView(string Ambito, IReadOnlyList<DiscrepancyState> States)
    : PageView($"Scarti · {Ambito}")
{
    internal override Type Component => typeof(DiscrepancyListPage);
}
