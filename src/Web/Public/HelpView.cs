using PianoZona.Web.Layout;

namespace PianoZona.Web.Public;

/// <summary>How the hub is used.</summary>
public sealed record HelpView() : PageView("Aiuto")
{
    internal override Type Component => typeof(HelpPage);
}
