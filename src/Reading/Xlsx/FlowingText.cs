using System.Xml;
using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// A text of any length, read piece by piece into one small array, to see whether somebody is recognised in it.
/// </summary>
internal sealed class FlowingText
{
    // Longer than anything that is looked for: what lies across two pieces is whole in the second.
    private const int Repeated = 256;

    private readonly char[] characters = new char[8 * 1024];
    private int length;
    private string? found;

    /// <summary>Adds the text at which the reader stands.</summary>
    /// <param name="xml">Where the reader stands.</param>
    /// <param name="isFormula">Whether it is computed with: a sum of numbers is no telephone number.</param>
    public void Add(XmlReader xml, bool isFormula)
    {
        int read;
        while ((read = xml.ReadValueChunk(characters, length, characters.Length - length)) > 0)
        {
            length += read;
            if (length == characters.Length)
            {
                Look(isFormula);
                characters.AsSpan(length - Repeated).CopyTo(characters);
                length = Repeated;
            }
        }
    }

    /// <summary>Ends the text, and begins the next one.</summary>
    /// <param name="isFormula">Whether it is computed with.</param>
    /// <returns>The text, or the piece of it, in which somebody is recognised; null = nobody is.</returns>
    public string? End(bool isFormula)
    {
        if (length > 0)
        {
            Look(isFormula);
        }

        string? one = found;
        (length, found) = (0, null);
        return one;
    }

    private void Look(bool isFormula)
    {
        ReadOnlySpan<char> text = characters.AsSpan(0, length);
        if (found is null
            && (isFormula ? PersonalDataScan.FindInFormula(text) : PersonalDataScan.FindElsewhere(text)) is not null)
        {
            found = text.ToString();
        }
    }
}
