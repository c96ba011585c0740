using PianoZona.Web.Parts;

namespace PianoZona.Web.Layout;

/// <summary>What a page shows, in plain values: its component escapes every one of them.</summary>
/// <param name="Title">The title, which is the heading too.</param>
public abstract record PageView(string Title)
{
    /// <summary>Where the name of the hub leads to; null = nowhere.</summary>
    public string? Home { get; init; } = Addresses.Dashboard;

    /// <summary>The component that shows it: a <see cref="Page{TView}"/> of this type.</summary>
    internal abstract Type Component { get; }
}
