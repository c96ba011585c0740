using PianoZona.Web.Layout;

namespace PianoZona.Web.Public;

/// <summary>How to reach the Ufficio di Piano.</summary>
/// <param name="Notice">What those who run the hub say.</param>
/// <param name="Offices">One for each Ambito.</param>
public sealed record OfficeContactsView(PublicNotice Notice, IReadOnlyList<OfficeLine> Offices)
    : PageView("Contatti dell'Ufficio di Piano")
{
    internal override Type Component => typeof(OfficeContactsPage);
}

/// <summary>An Ufficio di Piano.</summary>
/// <param name="Ambito">Name of its Ambito.</param>
/// <param name="Office">Its name.</param>
public sealed record OfficeLine(string Ambito, string Office);
