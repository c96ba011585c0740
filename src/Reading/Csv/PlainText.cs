using System.Buffers;
using System.Text;
using System.Text.Unicode;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Csv;

/// <summary>A text that leaves a survey nothing to find: it is UTF-8 without a flaw, and no number in it has a point,
/// whose meaning the whole column would have to tell. That is true of most files, and found out while their rows are
/// read.</summary>
/// <param name="content">The bytes; it owns them once it is given to a source, as it does the two below.</param>
/// <param name="stream">Their stream.</param>
/// <param name="blocks">The bytes in blocks, the first one read.</param>
/// <param name="separator">What parts its cells.</param>
internal sealed class PlainText(RereadableContent content, Stream stream, HashedBlocks blocks, char separator) : CsvText
{
    private static readonly SearchValues<byte> Telling = SearchValues.Create((byte)'.', 0);

    private readonly Decoder decoder = new UTF8Encoding(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    ).GetDecoder();
    private readonly bool hasBom = BomOf(blocks.Current.Span) > 0;
    private char? waiting; // the second half of a character for which there was room for the first
    private ReadOnlyMemory<byte> rest = blocks.Current[BomOf(blocks.Current.Span)..];

    /// <summary>Whether a text that begins so may be plain to its end.</summary>
    public static bool MayBe(ReadOnlySpan<byte> start)
    {
        char[] chars = ArrayPool<char>.Shared.Rent(start.Length);
        OperationStatus status = Utf8.ToUtf16(
            start, chars, out _, out _, replaceInvalidSequences: false, isFinalBlock: false);
        ArrayPool<char>.Shared.Return(chars, clearArray: true);
        return status is OperationStatus.Done or OperationStatus.NeedMoreData && !start.ContainsAny(Telling);
    }

    /// <summary>Bytes of the byte order mark at the beginning.</summary>
    public static int BomOf(ReadOnlySpan<byte> start) => start is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<char> destination, CancellationToken cancellationToken)
    {
        int count = 0;
        while (count == 0 && (waiting is not null || !rest.IsEmpty || await NextBlockAsync(cancellationToken)))
        {
            count =
                waiting is not null || destination.Length == 1
                    ? DecodeOne(out destination.Span[0])
                    : Decode(destination.Span);
        }

        return count;
    }

    /// <inheritdoc/>
    public override FileSurvey Survey(int columns) =>
        new(string.Empty, hasBom ? "UTF-8 con BOM" : "UTF-8", separator, new ColumnEvidence[columns]);

    /// <inheritdoc/>
    public override FileSurvey Finish(FileSurvey before, bool failed)
    {
        // Rows that end early leave bytes unread, which may be worse than what ended them.
        return failed ? throw new SurveyNeededException()
            : before.Sha256.Length > 0 ? before
            : before with { Sha256 = blocks.Sha256() };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await blocks.DisposeAsync();
        await stream.DisposeAsync();
        content.Dispose();
    }

    private async ValueTask<bool> NextBlockAsync(CancellationToken cancellationToken)
    {
        bool any = await blocks.MoveNextAsync(cancellationToken);
        rest = blocks.Current;
        if (rest.Span.ContainsAny(Telling))
        {
            throw new SurveyNeededException();
        }

        if (!any)
        {
            Decode([]); // a character that is not whole at the end
        }

        return any;
    }

    private int DecodeOne(out char first)
    {
        Span<char> pair = stackalloc char[2];
        (first, int count) = waiting is { } half ? (half, 1) : (default, 0);
        waiting = null;
        if (count == 0 && Decode(pair) is > 0 and int decoded)
        {
            (first, waiting, count) = (pair[0], decoded == 2 ? pair[1] : null, 1);
        }

        return count;
    }

    private int Decode(Span<char> destination)
    {
        try
        {
            decoder.Convert(rest.Span, destination, flush: rest.IsEmpty, out int used, out int count, out _);
            rest = rest[used..];
            return count;
        }
        catch (DecoderFallbackException)
        {
            throw new SurveyNeededException();
        }
    }
}
