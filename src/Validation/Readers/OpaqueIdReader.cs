using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Readers;

/// <summary>Reads codes of persons: texts that must not look like a name.</summary>
internal sealed class OpaqueIdReader(int maxLength) : ICellReader
{
    private const int ShortestName = 3;

    private readonly FreeTextReader text = new(maxLength);

    public Breach? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        if (this.text.Read(text, out value) is { } wrong)
        {
            return wrong;
        }

        // What was garbled on its way is told as that (PZ3019).
        if (!LooksLikeAName(text) || GarbledText.Find(text) is not null)
        {
            return null;
        }

        value = default;
        return WrongFormat.NotOpaque;
    }

    // "Rossi Mario", "ROSSI_MARIO", "M. Rossi", "Rossi Mario 3"; but not "UT-000157", "PROG-ABC-12", "A 17".
    private static bool LooksLikeAName(ReadOnlySpan<char> text)
    {
        // A name has a word of letters only, which most codes do not.
        if (!HasWordOfLetters(text))
        {
            return false;
        }

        bool digits = text.ContainsAnyInRange('0', '9');
        IReadOnlyList<string> words = TextKey.Words(text);
        int names = words.Count(word => word.Length >= ShortestName && word.All(char.IsLetter));
        bool spaces = text.Contains(' ') || text.Contains('\t') || text.Contains('\u00a0');
        return (names >= 2 && (spaces || !digits)) || (names >= 1 && spaces && !digits);
    }

    // Beyond ASCII it is for the words to tell.
    private static bool HasWordOfLetters(ReadOnlySpan<char> text)
    {
        int letters = 0;
        for (int i = 0; i < text.Length && letters < ShortestName; i++)
        {
            letters = !char.IsAscii(text[i]) ? ShortestName : char.IsAsciiLetter(text[i]) ? letters + 1 : 0;
        }

        return letters >= ShortestName;
    }
}
