using PianoZona.Web.Layout;

namespace PianoZona.Web.Public;

/// <summary>What becomes of data, and who answers for it.</summary>
/// <param name="Notice">What those who run the hub say.</param>
public sealed record PrivacyView(PublicNotice Notice) : PageView("Privacy")
{
    internal override Type Component => typeof(PrivacyPage);
}
