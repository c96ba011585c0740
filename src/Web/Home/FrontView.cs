using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Home;

/// <summary>
/// The first page to who did not sign in: what the hub is, where one signs in, what anybody may read.
/// </summary>
public sealed record FrontView() : PageView("Punto di raccolta dei dati sociali")
{
    internal override Type Component => typeof(FrontPage);

    internal override IReadOnlyList<NamedLink> Trail => [];

    internal override string? Section => Addresses.Home;
}
