namespace PianoZona.Web.Parts;

/// <summary>A link with its words.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Address">Where it leads to.</param>
public sealed record NamedLink(string Name, string Address)
{
    /// <summary>The first page.</summary>
    public static NamedLink Start { get; } = new("Inizio", Addresses.Home);
}
