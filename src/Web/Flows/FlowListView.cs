using PianoZona.Web.Layout;

namespace PianoZona.Web.Flows;

/// <summary>What may be sent.</summary>
/// <param name="Flows">The flows, in the order of their places.</param>
public sealed record FlowListView(IReadOnlyList<FlowLine> Flows) : PageView("Flussi")
{
    internal override Type Component => typeof(FlowListPage);
}

/// <summary>A flow among the others.</summary>
/// <param name="Senders">Who sends it; null = its purpose says it.</param>
/// <param name="Periods">For which periods.</param>
/// <param name="Purpose">What it is for.</param>
public sealed record FlowLine(string Code, string Title, string Purpose, string? Senders, string Periods);
