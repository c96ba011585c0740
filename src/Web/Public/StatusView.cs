using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Public;

/// <summary>Whether the hub does its work.</summary>
/// <param name="IsInOrder">Whether all parts do.</param>
/// <param name="At">When it was looked at.</param>
/// <param name="Since">Since when it is known to be so.</param>
public sealed record StatusView(bool IsInOrder, string At, string Since, IReadOnlyList<StatusLine> Parts)
    : PageView("Stato del servizio")
{
    internal override Type Component => typeof(StatusPage);
}

/// <summary>A part of the hub.</summary>
/// <param name="Text">What it means for who uses it.</param>
public sealed record StatusLine(string Name, StateWord State, string Text);
