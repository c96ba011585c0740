namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3010: no Comune or body of the Ambito; the nearest is given.</summary>
internal static class UnknownBody
{
    public const string Code = "PZ3010";

    // The message says the word already: «dell'Ambito di Lodi».
    private const string Word = "Ambito ";

    public static Breach For(string ambito, string? nearest) =>
        new(
            Code,
            ("ambito", ambito.StartsWith(Word, StringComparison.Ordinal) ? ambito[Word.Length..] : ambito),
            ("suggerimento", nearest is null ? string.Empty : $" Forse si intendeva {nearest}."))
        {
            Expected = nearest,
        };
}
