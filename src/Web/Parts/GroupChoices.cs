namespace PianoZona.Web.Parts;

/// <summary>The groups of Comuni by which a page can be narrowed.</summary>
/// <param name="Groups">Each with its address; none = the Ambito has none, and nothing is shown.</param>
/// <param name="Chosen">Name of the one that is shown; null = all are.</param>
/// <param name="All">Address of the page of all.</param>
public sealed record GroupChoices(IReadOnlyList<NamedLink> Groups, string? Chosen, string All)
{
    /// <summary>Of an Ambito without groups.</summary>
    public static GroupChoices None { get; } = new([], null, string.Empty);
}
