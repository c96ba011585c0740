using PianoZona.Web.Parts;

namespace PianoZona.Web.Layout;

/// <summary>What a page shows, in plain values: its component escapes every one of them.</summary>
/// <param name="Title">The title, which is the heading too.</param>
public abstract record PageView(string Title)
{
    /// <summary>Where the name of the hub leads to; null = nowhere.</summary>
    public string? Home { get; init; } = Addresses.Home;

    /// <summary>The component that shows it: a <see cref="Page{TView}"/> of this type.</summary>
    internal abstract Type Component { get; }

    /// <summary>The pages above it, from the first one; none for the first page itself.</summary>
    internal virtual IReadOnlyList<NamedLink> Trail => [NamedLink.Start];

    /// <summary>Address of the entry of the menu that it belongs to; null = none.</summary>
    internal virtual string? Section => null;

    /// <summary>Whether it shows what was wrong in what the reader sent: its title says so first.</summary>
    internal virtual bool HasErrors => false;

    /// <summary>Whether its head leads a reader who is not known to where people sign in.</summary>
    internal virtual bool OffersSignIn => true;
}
