using System.Globalization;
using System.Text;
using System.Xml;

namespace PianoZona.Reading.Xlsx;

/// <summary>Characters of cells, one after another, in one array that grows.</summary>
/// <param name="maxCell">Characters of one cell, at most.</param>
internal sealed class TextBuffer(int maxCell)
{
    private const int EscapeLength = 7; // _x000D_

    private char[] chars = new char[1024];

    /// <summary>Characters held.</summary>
    public int Length { get; private set; }

    /// <summary>The characters from a place on.</summary>
    public Span<char> From(int start) => chars.AsSpan(start, Length - start);

    /// <summary>A stretch of characters.</summary>
    public ReadOnlySpan<char> Slice(int start, int length) => chars.AsSpan(start, length);

    /// <summary>Forgets what comes after a place.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Whether the cell that begins at a place is longer than allowed: then some of it is missing.</summary>
    public bool IsTooLong(int start) => Length - start > maxCell;

    /// <summary>Adds characters.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(chars.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Adds characters held as UTF-8.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        Length += Encoding.UTF8.GetChars(utf8, chars.AsSpan(Length));
    }

    /// <summary>
    /// Adds the text at which the reader stands to the cell that begins at a place, up to just over the limit.
    /// </summary>
    public void Append(XmlReader xml, int start)
    {
        int read = 1;
        while (read > 0 && !IsTooLong(start))
        {
            Reserve(512);
            read = xml.ReadValueChunk(chars, Length, Math.Min(chars.Length - Length, maxCell + 1 - (Length - start)));
            Length += read;
        }
    }

    /// <summary>
    /// Undoes the escapes of the standard, <c>_x000D_</c>, from a place on: characters that XML cannot hold.
    /// </summary>
    public void Unescape(int start)
    {
        Span<char> text = From(start);
        int next = text.IndexOf("_x");
        if (next < 0)
        {
            return;
        }

        int written = next;
        for (int i = next; i < text.Length; i++)
        {
            ReadOnlySpan<char> rest = text[i..];
            bool isEscape =
                rest.Length >= EscapeLength && rest[0] == '_' && rest[1] == 'x' && rest[EscapeLength - 1] == '_';
            if (isEscape
                && ushort.TryParse(
                    rest[2..(EscapeLength - 1)],
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out ushort code))
            {
                text[written++] = (char)code;
                i += EscapeLength - 1;
            }
            else
            {
                text[written++] = text[i];
            }
        }

        Length = start + written;
    }

    private void Reserve(int count)
    {
        if (chars.Length - Length < count)
        {
            Array.Resize(ref chars, Math.Max(chars.Length * 2, Length + count));
        }
    }
}
