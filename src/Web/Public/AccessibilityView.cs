using PianoZona.Web.Layout;

namespace PianoZona.Web.Public;

/// <summary>The accessibility statement.</summary>
/// <param name="Notice">What those who run the hub say.</param>
public sealed record AccessibilityView(PublicNotice Notice) : PageView("Accessibilità")
{
    internal override Type Component => typeof(AccessibilityPage);
}
