using System.Globalization;
using System.Text;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Tests;

public sealed class LimitsTests
{
    [Fact]
    public async Task OpenAsync_OverTheLengthLimit_RefusesWithoutReading()
    {
        MemoryUpload upload = new([]) { Length = 60L * 1024 * 1024 };

        Table table = await Table.OfAsync(upload);

        Assert.Equal("PZ1004", table.Codes);
        Assert.Contains("60 MB", table.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("50 MB", table.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(0, upload.Opened);
    }

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(RereadableContent.MaxKept, 1)]
    [InlineData(RereadableContent.MaxKept + 1, 2)]
    public async Task OpenAsync_ByLength_OpensTheStorageOnceOrTwice(int length, int expected)
    {
        MemoryUpload upload = new(Rows(length));

        Table table = await Table.OfAsync(upload);

        Assert.Equal(string.Empty, table.Codes);
        Assert.Equal((length / 10) - 1, table.Rows.Length);
        Assert.Equal(expected, upload.Opened);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task OpenAsync_StreamOfAnotherLength_Throws(int difference)
    {
        foreach (int length in (int[])[1000, RereadableContent.MaxKept + 1000])
        {
            MemoryUpload upload = new(Rows(length)) { Length = length + difference };

            await Assert.ThrowsAsync<InvalidDataException>(() => Table.OfAsync(upload));
        }
    }

    [Fact]
    public async Task ReadAsync_OverTheRowLimit_StopsThere()
    {
        Table allowed = await Table.OfAsync("a;b\n1;2\n\n3;4\n", new ReadLimits(MaxRows: 2));
        Table over = await Table.OfAsync("a;b\n1;2\n\n3;4\n\n5;6\n7;8\n", new ReadLimits(MaxRows: 2));

        Assert.Equal(string.Empty, allowed.Codes);
        Assert.Equal("PZ1005@6", over.Codes);
        Assert.Equal(2, over.Rows.Length);
    }

    [Theory]
    [InlineData("a;b;c\n1;2;3\n", "")]
    [InlineData("a;b;c;;;\n1;2;3;;;\n", "")]
    [InlineData("a;b;c\n1;2;3\n1;2;3;4\n", "PZ1002@3")]
    [InlineData("a;b;c;d\n1;2;3\n", "PZ1002@1")]
    public async Task OpenAsync_ColumnLimitOfThree_StopsAtTheRow(string text, string codes)
    {
        Table table = await Table.OfAsync(text, new ReadLimits(MaxColumns: 3));

        Assert.Equal(codes, table.Codes);
    }

    [Theory]
    [InlineData("a;b\n12345;2\n", "")]
    [InlineData("a;b\n123456;2\n", "PZ1002@A2")]
    [InlineData("a;b\n1;\"12345\"\n", "")]
    [InlineData("a;b\n1;\"12\"\"45\"\n", "")]
    [InlineData("a;b\n1;\"\"\"\"\"\"\"\"\"\"\"\"\n", "")]
    [InlineData("a;b\n1;\"12345\"\"\"\n", "PZ1002@B2")]
    [InlineData("a;b\n1;\"1234567890123\"\n", "PZ1002@B2")]
    public async Task ReadAsync_CellLimitOfFive_CountsTheTextWithoutQuotes(string text, string codes)
    {
        Table table = await Table.OfAsync(text, new ReadLimits(MaxCellLength: 5));

        Assert.Equal(codes, table.Codes);
    }

    [Fact]
    public async Task ReadAsync_UnclosedQuoteInALargeFile_StopsAtTheCellLimit()
    {
        StringBuilder text = new("a;b\n1;2\n3;\"quattro\n");
        for (int i = 0; i < 200_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i};x\n");
        }

        Table table = await Table.OfAsync(text.ToString());

        Assert.Equal("1:a|b / 2:1|2", table.Text);
        Assert.Equal("PZ1002@B3", table.Codes);
    }

    [Fact]
    public async Task ReadAsync_LongRowsAndCells_FitTheGrowingBuffer()
    {
        string cell = new('x', 32_767);
        string row = string.Join(';', Enumerable.Repeat(cell, 12));

        Table table = await Table.OfAsync("a;b;c;d;e;f;g;h;i;j;k;l\n" + row + "\n" + row + "\n");

        Assert.Equal(2, table.Rows.Length);
        Assert.All(table.Rows, read => Assert.Equal((string[])[.. Enumerable.Repeat(cell, 12)], read));
    }

    [Fact]
    public async Task OpenAsync_Cancelled_Throws()
    {
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        MemoryUpload upload = new(Rows(1000), chunkSeed: 1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new UploadReader(new ReadLimits()).OpenAsync(upload, source.Token));
    }

    // Ten bytes a row, the last one cut or padded to the length.
    private static byte[] Rows(int length)
    {
        StringBuilder text = new("comune;nn\n");
        while (text.Length + 10 <= length)
        {
            text.Append("019021;12\n");
        }

        text.Append(' ', length - text.Length);
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
