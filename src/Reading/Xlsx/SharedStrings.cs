using System.Text;
using System.Xml;

namespace PianoZona.Reading.Xlsx;

/// <summary>The texts that the cells of a workbook share, held as UTF-8: no more memory than the part itself takes, and no object for each.</summary>
internal sealed class SharedStrings
{
    private const int ChunkSize = 1024 * 1024;
    private const int TooLong = -1;

    private readonly List<byte[]> chunks = [];
    private readonly List<(int Chunk, int Start, int Length)> places = [];
    private int used = ChunkSize; // of the last chunk

    private SharedStrings()
    {
    }

    /// <summary>Reads the part; without one there are no texts.</summary>
    /// <param name="package">The workbook.</param>
    /// <param name="maxCell">Characters of one cell, at most.</param>
    public static SharedStrings Read(WorkbookPackage package, int maxCell)
    {
        SharedStrings strings = new();
        string? path = package.Related(package.WorkbookPath, "/sharedStrings").Select(related => related.Path).FirstOrDefault();
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
            if (xml.Depth == 1 && xml.LocalName == "si" && (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement))
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
        (int chunk, int start, int length) = (uint)index < (uint)places.Count
            ? places[index]
            : throw WorkbookFaultException.Damaged("l'elenco dei testi");
        if (length > 0)
        {
            destination.Append(chunks[chunk].AsSpan(start, length));
        }

        return length != TooLong;
    }

    private void Add(TextBuffer text)
    {
        if (text.IsTooLong(0))
        {
            places.Add((0, 0, TooLong));
            return;
        }

        text.Unescape(0);
        ReadOnlySpan<char> chars = text.From(0);
        int length = Encoding.UTF8.GetByteCount(chars);
        if (chunks.Count == 0 || length > chunks[^1].Length - used)
        {
            chunks.Add(new byte[Math.Max(ChunkSize, length)]);
            used = 0;
        }

        Encoding.UTF8.GetBytes(chars, chunks[^1].AsSpan(used));
        places.Add((chunks.Count - 1, used, length));
        used += length;
    }
}
