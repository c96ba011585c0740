using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Configuration;

/// <summary>A configuration document read: the Ambito, or every mistake in it.</summary>
/// <param name="Ambito">Null when there is a mistake.</param>
/// <param name="Errors">All mistakes, in the order of the document.</param>
public sealed record AmbitoReadResult(Ambito? Ambito, IReadOnlyList<Mistake> Errors);
