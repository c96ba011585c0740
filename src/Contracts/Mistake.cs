namespace PianoZona.Contracts;

/// <summary>A mistake in a document that somebody wrote: the configuration, a plan, an act.</summary>
/// <param name="Path">Where, as a JSON path: <c>senders[3].code</c>; empty = the whole document.</param>
/// <param name="Message">Italian: what is wrong and how to correct it.</param>
public sealed record Mistake(string Path, string Message)
{
    /// <summary><c>senders[3].code: …</c>.</summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}
