using System.IO.Compression;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// One part of a workbook, unpacked under guard. Measures are taken on the bytes that come out, never on what the
/// archive declares.
/// </summary>
/// <remarks>
/// Refused: more bytes than allowed; text without any markup for longer than any cell can be, and CDATA, which the XML
/// reader would gather in memory (spreadsheets write neither); a checksum that does not match, since one changed digit
/// would still be valid XML.
/// </remarks>
internal sealed class PartStream(ZipArchiveEntry entry, long limit, Action<int> spend) : Stream
{
    private const int LongestText = 1024 * 1024;
    private const int TailLength = 2;

    private readonly Stream inner = entry.Open();
    private readonly byte[] tail = new byte[TailLength]; // the last bytes of the chunk before
    private uint crc = Crc32.Start;
    private long total;
    private long sinceMarkup;

    /// <summary>Whether an XML reader follows, which has to be guarded.</summary>
    public bool IsMarkup { private get; init; } = true;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => total;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        if (read == 0 && !buffer.IsEmpty)
        {
            if (Crc32.Finish(crc) != entry.Crc32 || total != entry.Length)
            {
                throw WorkbookFaultException.Damaged("l'archivio");
            }

            return 0;
        }

        Check(buffer[..read]);
        return read;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Check(ReadOnlySpan<byte> chunk)
    {
        spend(chunk.Length);
        total += chunk.Length;
        if (total > limit || IsBomb())
        {
            throw WorkbookFaultException.Suspect("una volta decompresso è enormemente più grande del normale");
        }

        crc = Crc32.Append(crc, chunk);
        if (!IsMarkup)
        {
            return;
        }

        int last = chunk.LastIndexOf((byte)'<');
        sinceMarkup = last < 0 ? sinceMarkup + chunk.Length : chunk.Length - last;
        if (sinceMarkup > LongestText || HasCData(chunk))
        {
            throw WorkbookFaultException.Suspect("è costruito in modo anomalo");
        }
    }

    private bool IsBomb() =>
        total > WorkbookLimits.RatioFrom && total / WorkbookLimits.MaxRatio > entry.CompressedLength;

    // "<![" opens CDATA; it may straddle two chunks.
    private bool HasCData(ReadOnlySpan<byte> chunk)
    {
        Span<byte> seam = [.. tail, .. chunk[..Math.Min(chunk.Length, TailLength)]];
        bool found = chunk.IndexOf("<!["u8) >= 0 || seam.IndexOf("<!["u8) >= 0;
        if (chunk.Length >= TailLength)
        {
            chunk[^TailLength..].CopyTo(tail);
        }
        else if (chunk.Length == 1)
        {
            (tail[0], tail[1]) = (tail[1], chunk[0]);
        }

        return found;
    }
}
