using System.Globalization;
using System.Text;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Rules;

namespace PianoZona.Reading.Tests;

/// <summary>Rows read ahead in batches are those of the source itself. Only files over a megabyte are read so.</summary>
public sealed class RowsAheadTests
{
    private const int ManyRows = 40_000;

    // Cells of every length, empty ones too, and now and then a blank row or one of very long cells.
    private static string[] RowOf(int i) =>
        [i.ToString(CultureInfo.InvariantCulture), i % 3 == 0 ? string.Empty : "società " + i, new string('x', i % 997 == 0 ? 30_000 : i % 40)];

    private static string TextOf(int rows)
    {
        StringBuilder text = new("a;b;c\r\n");
        for (int i = 0; i < rows; i++)
        {
            text.AppendJoin(';', RowOf(i)).Append(i % 1000 == 500 ? "\r\n\r\n" : "\r\n");
        }

        return text.ToString();
    }

    [Fact]
    public async Task ReadAsync_FileOfManyBatches_GivesEveryRowWithItsNumber()
    {
        Table table = await Table.OfAsync(TextOf(ManyRows));

        Assert.Equal(string.Empty, table.Codes);
        Assert.Equal(Enumerable.Range(0, ManyRows).Select(RowOf), table.Rows);
        Assert.Equal(Enumerable.Range(0, ManyRows).Select(i => i + 2 + ((i + 499) / 1000)), table.Numbers);
    }

    [Fact]
    public async Task ReadAsync_FaultAfterManyRows_GivesTheRowsBeforeItAndThenTheProblem()
    {
        Table table = await Table.OfAsync(TextOf(ManyRows) + "1;\"mai chiusa;2\r\n");

        Assert.Equal(ManyRows, table.Rows.Length);
        Assert.Equal("PZ1002@B40042", table.Codes);
    }

    [Fact]
    public async Task ReadAsync_MoreRowsThanTheLimit_StopsThere()
    {
        Table table = await Table.OfAsync(TextOf(ManyRows), new ReadLimits(MaxRows: ManyRows - 1));

        Assert.Equal(ManyRows - 1, table.Rows.Length);
        Assert.Equal("PZ1005@40041", table.Codes);
    }

    [Fact]
    public async Task ReadAsync_StreamThatBreaksOnTheSecondReading_ThrowsWhatBrokeIt()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(TextOf(ManyRows));
        BreakingUpload upload = new(bytes);
        ReadResult result = await new UploadReader(new ReadLimits()).OpenAsync(upload, CancellationToken.None);
        await using IRowSource source = result.Source!;

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            while (await source.ReadAsync(CancellationToken.None))
            {
                Assert.True(source.CellCount > 0);
            }
        });
    }

    [Fact]
    public async Task DisposeAsync_BeforeTheEnd_ClosesTheStream()
    {
        BreakingUpload upload = new(Encoding.UTF8.GetBytes(TextOf(ManyRows))) { Breaks = false };
        ReadResult result = await new UploadReader(new ReadLimits()).OpenAsync(upload, CancellationToken.None);

        Assert.True(await result.Source!.ReadAsync(CancellationToken.None));
        await result.Source.DisposeAsync();

        Assert.All(upload.Streams, stream => Assert.False(stream.CanRead));
    }

    [Fact]
    public async Task ReadAsync_Cancelled_EndsWithoutWaiting()
    {
        MemoryUpload upload = new(Encoding.UTF8.GetBytes(TextOf(ManyRows)));
        ReadResult result = await new UploadReader(new ReadLimits()).OpenAsync(upload, CancellationToken.None);
        await using IRowSource source = result.Source!;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await source.ReadAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Cell_BeyondTheRow_IsEmpty()
    {
        MemoryUpload upload = new(Encoding.UTF8.GetBytes(TextOf(ManyRows)));
        ReadResult result = await new UploadReader(new ReadLimits()).OpenAsync(upload, CancellationToken.None);
        await using IRowSource source = result.Source!;

        Assert.True(await source.ReadAsync(CancellationToken.None));
        Assert.Equal(string.Empty, source.Cell(3).ToString());
        Assert.Null(source.CellProblem(3));
        Assert.Equal(Location.A1(0, 2), Location.A1(0, source.RowNumber));
    }

    /// <summary>Its second stream breaks half-way.</summary>
    private sealed class BreakingUpload(byte[] bytes) : IUploadContent
    {
        public bool Breaks { get; init; } = true;

        public List<Stream> Streams { get; } = [];

        public long Length => bytes.Length;

        public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
        {
            Streams.Add(Breaks && Streams.Count > 0 ? new BreakingStream(bytes) : new MemoryStream(bytes, writable: false));
            return new(Streams[^1]);
        }
    }

    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > Length / 2 ? throw new IOException("The storage is gone.") : base.ReadAsync(buffer, cancellationToken);
    }
}
