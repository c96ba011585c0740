using PianoZona.Contracts.Workflow;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Periods;

/// <summary>The reporting periods of an Ambito.</summary>
/// <param name="Ambito">Its name.</param>
public sealed record PeriodListView(string Ambito, IReadOnlyList<ReportingPeriod> Periods)
    : PageView($"Periodi · {Ambito}")
{
    internal override Type Component => typeof(PeriodListPage);

    internal override string? Section => Addresses.Periods;
}
