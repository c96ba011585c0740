namespace PianoZona.Contracts.Reading;

/// <summary>A piece of a file that could not be read to its end, as it is: each byte a character.</summary>
/// <param name="Characters">The piece; valid until the next one. It repeats the end of the one before.</param>
/// <param name="IsText">Whether the file, or the part of it, is meant to be text.</param>
public readonly record struct RawPiece(ReadOnlyMemory<char> Characters, bool IsText);
