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

    /// <summary>Looks at a text.</summary>
    public void Notice(string? text)
    {
        if (text is not null && texts.Count < Most && PersonalDataScan.FindElsewhere(text) is not null)
        {
            texts.Add(text);
        }
    }
}
