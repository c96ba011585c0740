using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Home;

/// <summary>The first page of somebody who signed in.</summary>
/// <param name="Body">Name of the body they act for.</param>
/// <param name="Entries">Where they may go.</param>
public sealed record HomeView(string Body, IReadOnlyList<HomeEntry> Entries) : PageView(Body)
{
    internal override Type Component => typeof(HomePage);

    internal override IReadOnlyList<NamedLink> Trail => [];

    internal override string? Section => Addresses.Home;
}

/// <summary>A place to go to.</summary>
/// <param name="To">Its name and address.</param>
/// <param name="Purpose">What is done there.</param>
public sealed record HomeEntry(NamedLink To, string Purpose);
