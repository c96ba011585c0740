using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// Texts that a program writes beside the cells, met on the way: only those in which somebody is recognised are kept,
/// since there may be as many as there are cells.
/// </summary>
internal sealed class NoticedTexts
{
    private const int Most = 100;

    private readonly List<string> texts = [];

    /// <summary>Those in which somebody is recognised, the first hundred.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>Looks at a text, as it is and without the escapes of an address.</summary>
    public void Notice(ReadOnlySpan<char> text)
    {
        if (text.Contains('%') && Uri.UnescapeDataString(text) is { } plain
            && PersonalDataScan.FindElsewhere(plain) is not null)
        {
            Add(plain);
        }
        else if (PersonalDataScan.FindElsewhere(text) is not null)
        {
            Add(text.ToString());
        }
    }

    /// <summary>Keeps a text in which somebody was recognised; null = nobody was.</summary>
    public void Add(string? text)
    {
        if (text is not null && texts.Count < Most)
        {
            texts.Add(text);
        }
    }
}
