namespace PianoZona.Reading.Csv;

/// <summary>
/// The first pass over a text: bytes (or UTF-16 units) as characters, one for one, before the encoding is known.
/// </summary>
/// <remarks>
/// Quotes, separators, line ends and digits are the same in all encodings read, so the rows and cells are the final
/// ones.
/// </remarks>
internal sealed class RawText
{
    private readonly HashedBlocks blocks;
    private readonly TextScan scan;
    private ReadOnlyMemory<byte> rest;

    /// <summary>Begins at the block that was read first.</summary>
    public RawText(HashedBlocks blocks)
    {
        this.blocks = blocks;
        scan = TextScan.For(blocks.Current.Span);
        rest = blocks.Current[scan.BomLength..];
        scan.Add(rest.Span);
    }

    /// <summary>Whether characters are UTF-16 units, not bytes.</summary>
    public bool IsUtf16 => scan.UnitSize == 2;

    /// <summary>Reads more characters; 0 at the end.</summary>
    public async ValueTask<int> ReadAsync(Memory<char> destination, CancellationToken cancellationToken)
    {
        if (rest.Length < scan.UnitSize && !await NextBlockAsync(cancellationToken))
        {
            return 0;
        }

        int count = Math.Min(rest.Length / scan.UnitSize, destination.Length);
        scan.Widen(rest.Span[..(count * scan.UnitSize)], destination.Span[..count]);
        rest = rest[(count * scan.UnitSize)..];
        return count;
    }

    /// <summary>Reads to the end and tells the encoding.</summary>
    public async ValueTask<TextCoding> FinishAsync(CancellationToken cancellationToken)
    {
        while (await NextBlockAsync(cancellationToken))
        {
            // NextBlockAsync scans.
        }

        return scan.Finish();
    }

    /// <summary>Place in the characters of a place in the file.</summary>
    public long CharOf(long byteOffset) => (byteOffset - scan.BomLength) / scan.UnitSize;

    private async ValueTask<bool> NextBlockAsync(CancellationToken cancellationToken)
    {
        bool any = await blocks.MoveNextAsync(cancellationToken);
        rest = blocks.Current;
        scan.Add(rest.Span);
        return any && rest.Length >= scan.UnitSize;
    }
}
