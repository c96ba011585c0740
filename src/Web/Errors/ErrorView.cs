using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Errors;

/// <summary>What could not be done, and one way on.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Mistakes">What is wrong, place by place.</param>
/// <param name="WayOn">Where to go on.</param>
/// <param name="Fault">What a fault of the hub is told by; null = it is none.</param>
public sealed record ErrorView(
    string Title, string Text, IReadOnlyList<string> Mistakes, NamedLink WayOn, FaultMark? Fault) : PageView(Title)
{
    internal override Type Component => typeof(ErrorPage);

    // Its one way on leads back here; that of the head would not.
    internal override bool OffersSignIn => false;

    internal override IReadOnlyList<NamedLink> Trail => [];
}

/// <summary>What a fault of the hub is told by.</summary>
/// <param name="Number">Its number, which the log has too.</param>
/// <param name="At">When it happened.</param>
public sealed record FaultMark(string Number, DateTimeOffset At);
