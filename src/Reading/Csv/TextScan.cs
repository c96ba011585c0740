using System.Buffers.Binary;
using System.Text;

namespace PianoZona.Reading.Csv;

/// <summary>How the bytes of a text are to be decoded, or which byte prevents it.</summary>
/// <param name="Encoding">The encoding; null when there is a bad byte.</param>
/// <param name="Name">Name for the receipt.</param>
/// <param name="BadByte">The first byte that fits no encoding.</param>
internal readonly record struct TextCoding(Encoding? Encoding, string Name, BadByte? BadByte = null);

/// <summary>A byte that fits no encoding.</summary>
/// <param name="Offset">Place in the file, from 0.</param>
/// <param name="Value">The byte, or the UTF-16 unit.</param>
internal readonly record struct BadByte(long Offset, int Value);

/// <summary>Looks at every byte of a text to tell its encoding.</summary>
internal abstract class TextScan
{
    /// <summary>The scan for a text that begins so.</summary>
    public static TextScan For(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new ByteScan(bomLength: 3),
        [0xFF, 0xFE, ..] => new Utf16Scan(bigEndian: false),
        [0xFE, 0xFF, ..] => new Utf16Scan(bigEndian: true),
        _ => new ByteScan(bomLength: 0),
    };

    /// <summary>Bytes of the byte order mark.</summary>
    public abstract int BomLength { get; }

    /// <summary>Bytes of one unit of text: 1 or 2.</summary>
    public abstract int UnitSize { get; }

    /// <summary>Looks at the next bytes, the byte order mark excepted.</summary>
    public abstract void Add(ReadOnlySpan<byte> bytes);

    /// <summary>The verdict over the whole file.</summary>
    public abstract TextCoding Finish();

    /// <summary>Copies units into characters, one for one: places in the characters are places in the file.</summary>
    public abstract void Widen(ReadOnlySpan<byte> bytes, Span<char> chars);
}

/// <summary>Tells UTF-8 from the code pages of one byte a character.</summary>
/// <remarks>A file of UTF-8 with a stray byte is not passed off as Windows-1252, which would garble every accent:
/// it is one when at least half of what is beyond ASCII in it are sequences that make sense in UTF-8 only.</remarks>
internal sealed class ByteScan(int bomLength) : TextScan
{
    private readonly CodePageJudge judge = new();
    private long offset = bomLength;
    private BadByte? firstNul;
    private BadByte? firstInvalid;
    private BadByte? firstGood;
    private long invalid; // stretches, not bytes
    private long lastInvalid = -2;
    private long good; // sequences of two bytes and more that are nonsense in a code page
    private int pending; // continuation bytes still to come in the current sequence
    private byte low;
    private byte high;
    private BadByte lead; // of the current sequence

    /// <inheritdoc/>
    public override int BomLength => bomLength;

    /// <inheritdoc/>
    public override int UnitSize => 1;

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (pending == 0)
            {
                int plain = bytes[i..].IndexOfAnyExceptInRange((byte)0x01, (byte)0x7F);
                if (plain < 0)
                {
                    break;
                }

                i += plain;
            }

            Step(bytes[i], offset + i);
        }

        if (invalid > 0 || pending > 0)
        {
            judge.Add(bytes, offset); // what is good UTF-8 so far needs no judge
        }

        offset += bytes.Length;
    }

    /// <inheritdoc/>
    public override TextCoding Finish()
    {
        if (pending > 0)
        {
            MarkInvalid(lead);
        }

        bool bom = bomLength > 0;
        return bom || good >= invalid
            ? Verdict(
                new TextCoding(
                    new UTF8Encoding(bom, throwOnInvalidBytes: true), bom ? "UTF-8 con BOM" : "UTF-8", firstInvalid))
            : Verdict(Earlier(judge.Finish(offset), firstGood));
    }

    /// <inheritdoc/>
    public override void Widen(ReadOnlySpan<byte> bytes, Span<char> chars) => Encoding.Latin1.GetChars(bytes, chars);

    private TextCoding Verdict(TextCoding coding)
    {
        TextCoding first = Earlier(coding, firstNul);
        return first.BadByte is null ? first : first with { Encoding = null };
    }

    private static TextCoding Earlier(TextCoding coding, BadByte? bad) =>
        bad is null || coding.BadByte?.Offset < bad.Value.Offset ? coding : coding with { BadByte = bad };

    private void Step(byte value, long at)
    {
        if (pending > 0)
        {
            if (value >= low && value <= high)
            {
                (low, high, pending) = (0x80, 0xBF, pending - 1);
                if (pending == 0)
                {
                    MarkGood();
                }

                return;
            }

            pending = 0;
            MarkInvalid(lead);
        }

        if (value == 0)
        {
            firstNul ??= new BadByte(at, value);
        }
        else if (value >= 0x80)
        {
            Begin(value, at);
        }
    }

    // The well-formed sequences of the Unicode Standard, table 3-7.
    private void Begin(byte value, long at)
    {
        (pending, low, high) = value switch
        {
            >= 0xC2 and <= 0xDF => (1, (byte)0x80, (byte)0xBF),
            0xE0 => (2, (byte)0xA0, (byte)0xBF),
            0xED => (2, (byte)0x80, (byte)0x9F),
            >= 0xE1 and <= 0xEF => (2, (byte)0x80, (byte)0xBF),
            0xF0 => (3, (byte)0x90, (byte)0xBF),
            >= 0xF1 and <= 0xF3 => (3, (byte)0x80, (byte)0xBF),
            0xF4 => (3, (byte)0x80, (byte)0x8F),
            _ => (0, low, high),
        };
        lead = new BadByte(at, value);
        if (pending == 0)
        {
            MarkInvalid(lead);
        }
    }

    private void MarkGood()
    {
        // È É Ì Ò Ù of Windows-1252: before a closing quote they make a sequence by chance, «CITTÈ».
        if (lead.Value is not (0xC8 or 0xC9 or 0xCC or 0xD2 or 0xD9))
        {
            good++;
            firstGood ??= lead;
        }
    }

    private void MarkInvalid(BadByte at)
    {
        invalid += at.Offset == lastInvalid + 1 ? 0 : 1;
        lastInvalid = at.Offset;
        firstInvalid ??= at;
    }
}

/// <summary>Checks a text that begins with the byte order mark of UTF-16.</summary>
internal sealed class Utf16Scan(bool bigEndian) : TextScan
{
    private long offset = 2;
    private BadByte? bad;
    private BadByte? high; // a high surrogate that waits for its low one

    /// <inheritdoc/>
    public override int BomLength => 2;

    /// <inheritdoc/>
    public override int UnitSize => 2;

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i + 1 < bytes.Length && bad is null; i += 2)
        {
            char unit = (char)Unit(bytes[i..]);
            if (unit == 0 || char.IsSurrogate(unit) || high is not null)
            {
                Step(unit, new BadByte(offset + i, unit));
            }
        }

        offset += bytes.Length;
        if (bytes.Length % 2 != 0)
        {
            bad ??= new BadByte(offset - 1, bytes[^1]);
        }
    }

    /// <inheritdoc/>
    public override TextCoding Finish() => (bad ?? high) is { } found
        ? new TextCoding(Encoding: null, "UTF-16", found)
        : new TextCoding(new UnicodeEncoding(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true), "UTF-16");

    /// <inheritdoc/>
    public override void Widen(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        for (int i = 0; i < chars.Length; i++)
        {
            chars[i] = (char)Unit(bytes[(2 * i)..]);
        }
    }

    private ushort Unit(ReadOnlySpan<byte> bytes) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private void Step(char unit, BadByte at)
    {
        if (char.IsLowSurrogate(unit) && high is not null)
        {
            high = null;
        }
        else if (high is null && char.IsHighSurrogate(unit))
        {
            high = at;
        }
        else
        {
            bad = high ?? at;
        }
    }
}
