namespace PianoZona.Web.Parts;

/// <summary>Something that happened, or will.</summary>
/// <param name="When">When, as people read it.</param>
/// <param name="What">In words.</param>
/// <param name="Address">Its own page; null = it has none.</param>
public sealed record TimelineEntry(string When, string What, string? Address = null);
