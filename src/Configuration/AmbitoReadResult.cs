using PianoZona.Contracts.Configuration;

namespace PianoZona.Configuration;

/// <summary>A mistake in a configuration document.</summary>
/// <param name="Path">Where, as a JSON path: <c>senders[3].code</c>; empty = the whole document.</param>
/// <param name="Message">Italian: what is wrong and how to correct it.</param>
public sealed record ConfigurationError(string Path, string Message)
{
    /// <summary><c>senders[3].code: …</c>.</summary>
    public override string ToString() => Path.Length == 0 ? Message : $"{Path}: {Message}";
}

/// <summary>A configuration document read: the Ambito, or every mistake in it.</summary>
/// <param name="Ambito">Null when there is a mistake.</param>
/// <param name="Errors">All mistakes, in the order of the document.</param>
public sealed record AmbitoReadResult(Ambito? Ambito, IReadOnlyList<ConfigurationError> Errors);
