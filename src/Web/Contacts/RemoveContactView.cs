using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Contacts;

/// <summary>Whether an address is really to be taken away.</summary>
/// <param name="Address">Which.</param>
public sealed record RemoveContactView(string Address) : PageView("Togli un contatto")
{
    internal override Type Component => typeof(RemoveContactPage);

    internal override IReadOnlyList<NamedLink> Trail => [NamedLink.Start, new("Contatti", Addresses.Contacts)];

    internal override string? Section => Addresses.Contacts;
}
