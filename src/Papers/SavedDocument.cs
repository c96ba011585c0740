using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PianoZona.Papers;

/// <summary>
/// A document as the library saved it, with what it does wrong put right: its compressed streams have no checksum at
/// their end (RFC 1950 § 2.2), and what it says of itself is not so (<see cref="XmpPacket"/>).
/// </summary>
internal static partial class SavedDocument
{
    private const int ZlibHeader = 2;
    private const int EntryLength = 20;
    private const int MostMilliseconds = 1000;

    /// <summary>The same document, right.</summary>
    /// <param name="saved">With one table of places, as the library writes it, and objects in its order.</param>
    /// <param name="packet">What the document says of itself.</param>
    /// <exception cref="InvalidDataException">It is not built as this library builds documents.</exception>
    public static byte[] Rewritten(byte[] saved, byte[] packet)
    {
        int table = int.Parse(
            StartOfTable().Match(Latin(saved.AsSpan())).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        int[] places = [.. PlacesIn(saved, table)];
        using MemoryStream written = new();
        written.Write(saved.AsSpan(0, places[0]));
        List<long> moved = [];
        for (int at = 0; at < places.Length; at++)
        {
            moved.Add(written.Position);
            int end = at + 1 < places.Length ? places[at + 1] : table;
            WriteObject(written, saved.AsSpan(places[at]..end), packet);
        }

        WriteTable(written, saved.AsSpan(table), moved);
        return written.ToArray();
    }

    private static IEnumerable<int> PlacesIn(byte[] saved, int table)
    {
        Match head = HeadOfTable().Match(Latin(saved.AsSpan(table)));
        int count = int.Parse(head.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        int first = table + head.Length;
        return Enumerable.Range(1, count - 1).Select(number => int.Parse(
            saved.AsSpan(first + (number * EntryLength), 10), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private static void WriteObject(MemoryStream written, ReadOnlySpan<byte> one, byte[] packet)
    {
        Match head = HeadOfStream().Match(Latin(one));
        bool isCompressed = head.Success && head.Value.Contains("/FlateDecode", StringComparison.Ordinal);
        if (!isCompressed && !head.Value.Contains("/Subtype/XML", StringComparison.Ordinal))
        {
            written.Write(one);
            return;
        }

        int length = int.Parse(head.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        byte[] content = isCompressed ? Compressed(one.Slice(head.Length, length)) : packet;
        Group digits = head.Groups[1];
        written.Write(one[..digits.Index]);
        written.Write(Encoding.ASCII.GetBytes(content.Length.ToString(CultureInfo.InvariantCulture)));
        written.Write(one[(digits.Index + digits.Length)..head.Length]);
        written.Write(content);
        written.Write(one[(head.Length + length)..]);
    }

    private static byte[] Compressed(ReadOnlySpan<byte> stream)
    {
        using DeflateStream content = new(
            new MemoryStream(stream[ZlibHeader..].ToArray()), CompressionMode.Decompress);
        using MemoryStream whole = new();
        using (ZLibStream compressed = new(whole, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            content.CopyTo(compressed);
        }

        return whole.ToArray();
    }

    private static void WriteTable(MemoryStream written, ReadOnlySpan<byte> table, List<long> places)
    {
        long start = written.Position;
        int first = HeadOfTable().Match(Latin(table)).Length + EntryLength;
        written.Write(table[..first]);
        foreach (long place in places)
        {
            written.Write(Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n")));
        }

        string rest = Latin(table[(first + (places.Count * EntryLength))..]);
        Group digits = StartOfTable().Match(rest).Groups[1];
        written.Write(Encoding.Latin1.GetBytes(
            rest[..digits.Index] + start.ToString(CultureInfo.InvariantCulture)
            + rest[(digits.Index + digits.Length)..]));
    }

    // A letter for each byte.
    private static string Latin(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    [GeneratedRegex(@"startxref\n([0-9]+)\n%%EOF\s*\z", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"\Axref\n0 ([0-9]+)\n", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex HeadOfTable();

    [GeneratedRegex(
        @"\A[0-9]+ 0 obj\n<<[^\n]*/Length ([0-9]+)[^\n]*>>\nstream\n", RegexOptions.CultureInvariant, MostMilliseconds)]
    private static partial Regex HeadOfStream();
}
