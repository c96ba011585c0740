using System.Text;

namespace PianoZona.Reading;

/// <summary>
/// Bytes as characters, block by block. Each window begins with the end of the one before: what lies across two is
/// whole in one of them.
/// </summary>
internal sealed class RawWindows
{
    /// <summary>Bytes of a block, at most.</summary>
    public const int Size = 64 * 1024;

    // Longer than anything that is looked for, in two bytes each.
    private const int Repeated = 1024;

    private static readonly Encoding[] WithNuls = [Encoding.Unicode, Encoding.BigEndianUnicode];
    private static readonly Encoding[] WithoutNuls = [Encoding.UTF8];

    private readonly byte[] window = new byte[Repeated + Size];
    private readonly char[] characters = new char[Repeated + Size];
    private int repeated;

    /// <summary>The next block, in each way in which it may be meant; valid until the next one is asked for.</summary>
    /// <param name="block">The bytes.</param>
    /// <param name="isText">Whether they are text, whichever its encoding.</param>
    public IEnumerable<ReadOnlyMemory<char>> Of(ReadOnlyMemory<byte> block, bool isText)
    {
        block.Span.CopyTo(window.AsSpan(repeated));
        int length = repeated + block.Length;
        Encoding.Latin1.GetChars(window.AsSpan(0, length), characters);
        yield return characters.AsMemory(0, length);
        bool hasNuls = window.AsSpan(0, length).Contains((byte)0);
        if (hasNuls)
        {
            yield return characters.AsMemory(0, DropNuls(length));
        }

        if (isText && !Ascii.IsValid(window.AsSpan(0, length)))
        {
            foreach (Encoding encoding in hasNuls ? WithNuls : WithoutNuls)
            {
                yield return characters.AsMemory(0, encoding.GetChars(window.AsSpan(0, length), characters));
            }
        }

        repeated = Math.Min(length, Repeated);
        window.AsSpan(length - repeated, repeated).CopyTo(window);
    }

    private int DropNuls(int length)
    {
        int kept = 0;
        for (int i = 0; i < length; i++)
        {
            characters[kept] = characters[i];
            kept += characters[i] == '\0' ? 0 : 1;
        }

        return kept;
    }
}
