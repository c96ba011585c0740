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
    private int used; // of the last chunk

    private SharedStrings(int maxCell) => used = chunkSize = Math.Max(1024 * 1024, 3 * maxCell);

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
        if (path is null)
        {
            return strings;
        }

        using XmlReader xml = package.OpenPart(path, WorkbookLimits.MaxStrings);
        TextBuffer text = new(maxCell);
        RichText rich = default;
        while (xml.ReadGuarded())
        {
            rich.Step(xml, text, 0);
            if (xml.Depth == 1
                && xml.LocalName == "si"
                && (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement))
            {
                strings.Add(text);
                text.Truncate(0);
            }
        }

        return strings;
    }

    /// <summary>Adds a text to a buffer.</summary>
    /// <returns>False when it is too long to be held.</returns>
    /// <exception cref="WorkbookFaultException">There is no such text.</exception>
    public bool TryCopy(int index, TextBuffer destination)
    {
        (int place, int length) = (uint)index < (uint)places.Count
            ? places[index]
            : throw WorkbookFaultException.Damaged("l'elenco dei testi");
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
