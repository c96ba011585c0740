using System.Collections;
using System.Text;
using System.Xml;

namespace PianoZona.Reading.Xlsx.Cells;

/// <summary>
/// The texts that the cells of a workbook share, held as UTF-8: no more memory than the part itself takes, and no
/// object for each.
/// </summary>
internal sealed class SharedStrings
{
    private const int TooLong = -1;

    private readonly int chunkSize; // holds any text whole
    private readonly List<byte[]> chunks = [];
    private readonly List<(int Place, int Length)> places = []; // counted through all chunks
    private readonly NoticedTexts beside = new();
    private BitArray shown = new(0);
    private int used; // of the last chunk

    private SharedStrings(int maxCell) => used = chunkSize = Math.Max(1024 * 1024, 3 * maxCell);

    /// <summary>Its part; null = there is none.</summary>
    public string? Path { get; private set; }

    /// <summary>Reads the part; without one there are no texts.</summary>
    /// <param name="package">The workbook.</param>
    /// <param name="maxCell">Characters of one cell, at most.</param>
    public static SharedStrings Read(WorkbookPackage package, int maxCell)
    {
        SharedStrings strings = new(maxCell);
        string? path = package
            .Related(package.WorkbookPath, "/sharedStrings")
            .Select(related => related.Path)
            .FirstOrDefault();
        strings.Path = path;
        if (path is null)
        {
            return strings;
        }

        using XmlReader xml = package.OpenPart(path, WorkbookLimits.MaxStrings);
        TextBuffer text = new(maxCell);
        FlowingText hint = new();
        RichText rich = default;
        while (xml.ReadGuarded())
        {
            if (!rich.Step(xml, text, 0))
            {
                hint.Add(xml, isFormula: false);
            }

            if (xml.Depth == 1
                && xml.LocalName == "si"
                && (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement))
            {
                strings.Add(text);
                text.Truncate(0);
                strings.beside.Add(hint.End(isFormula: false));
            }
        }

        strings.shown = new BitArray(strings.places.Count);
        return strings;
    }

    /// <summary>
    /// The texts that no cell shows and the hints on how others are read aloud, in which somebody is recognised. Known
    /// once the cells of all sheets were read.
    /// </summary>
    public IReadOnlyList<string> Unseen()
    {
        NoticedTexts unseen = new();
        TextBuffer text = new(chunkSize);
        for (int index = 0; index < places.Count; index++)
        {
            if (!shown[index] && places[index] is { Length: > 0 } place)
            {
                text.Truncate(0);
                text.Append(chunks[place.Place / chunkSize].AsSpan(place.Place % chunkSize, place.Length));
                unseen.Notice(text.From(0));
            }
        }

        return [.. beside.Texts, .. unseen.Texts];
    }

    /// <summary>Adds a text to a buffer.</summary>
    /// <returns>False when it is too long to be held.</returns>
    /// <exception cref="WorkbookFaultException">There is no such text.</exception>
    public bool TryCopy(int index, TextBuffer destination)
    {
        (int place, int length) = (uint)index < (uint)places.Count
            ? places[index]
            : throw WorkbookFaultException.Damaged("l'elenco dei testi");
        shown[index] = true;
        if (length > 0)
        {
            destination.Append(chunks[place / chunkSize].AsSpan(place % chunkSize, length));
        }

        return length != TooLong;
    }

    private void Add(TextBuffer text)
    {
        if (text.IsTooLong(0))
        {
            places.Add((0, TooLong));
            beside.Notice(text.From(0)); // a cell that shows it is refused
            return;
        }

        text.Unescape(0);
        ReadOnlySpan<char> chars = text.From(0);
        int length = Encoding.UTF8.GetByteCount(chars);
        if (length > chunkSize - used || chunks.Count == 0)
        {
            chunks.Add(new byte[chunkSize]);
            used = 0;
        }

        Encoding.UTF8.GetBytes(chars, chunks[^1].AsSpan(used));
        places.Add((((chunks.Count - 1) * chunkSize) + used, length));
        used += length;
    }
}
