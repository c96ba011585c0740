using System.Text;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Tests;

public sealed class EncodingTests
{
    [Theory]
    [InlineData((byte)0x9D, "PZ1003@C")]
    [InlineData((byte)0x00, "PZ1003@C")]
    public async Task OpenAsync_StrayByteFiveMegabytesDeep_IsLocated(byte stray, string codes)
    {
        const string Row = "019021;Casalmaggiore;nota di prova;1.234,56\n";
        byte[] bytes = Encoding.ASCII.GetBytes(
            "codice_istat;comune;nota;importo\n" + string.Concat(Enumerable.Repeat(Row, 130_000)));
        int row = 120_000;
        int place = 33 + (Row.Length * (row - 2)) + 25;
        bytes[place] = stray;
        MemoryUpload upload = new(bytes);

        Table table = await Table.OfAsync(upload);

        Assert.Equal(codes + row, table.Codes);
        Assert.Contains(Italian.Number(place + 1), table.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(2, upload.Opened);
    }

    [Fact]
    public async Task OpenAsync_AccentFiveMegabytesDeep_DecidesTheEncoding()
    {
        const string Row = "019021;Casalmaggiore;citta;1.234,56\n";
        byte[] bytes = Encoding.ASCII.GetBytes(
            "codice_istat;comune;nota;importo\n" + string.Concat(Enumerable.Repeat(Row, 150_000)));
        bytes[33 + (Row.Length * 140_000) + 25] = 0xE0; // à of Windows-1252

        Table table = await Table.OfAsync(new MemoryUpload(bytes));

        Assert.Equal("Windows-1252", table.Survey!.Encoding);
        Assert.Equal("città", table.Rows[140_000][2]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task OpenAsync_EveryCharacterOfUnicode_ReadsBack(string name)
    {
        StringBuilder all = new();
        for (int code = 1; code <= 0x10FFFF; code++)
        {
            if (code is not (';' or '"' or '\r' or '\n') && Rune.IsValid(code))
            {
                all.Append("x;").Append(new Rune(code)).Append('\n');
            }
        }

        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("a;b\n" + all)];

        Table table = await Table.OfAsync(new MemoryUpload(bytes), new ReadLimits(MaxRows: 2_000_000));

        Assert.Equal(string.Empty, table.Codes);
        Assert.Equal(all.ToString(), string.Concat(table.Rows.Select(row => string.Join(';', row) + "\n")));
    }

    [Fact]
    public async Task OpenAsync_EveryCharacterOfWindows1252_ReadsBack()
    {
        byte[] undefined = [0x00, 0x0A, 0x0D, 0x22, 0x3B, 0x81, 0x8D, 0x8F, 0x90, 0x9D];
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value).Except(undefined)];
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        byte[] bytes = [.. "a;b\n"u8, .. all.SelectMany(value => (byte[])[(byte)'x', (byte)';', value, (byte)'\n'])];

        Table table = await Table.OfAsync(new MemoryUpload(bytes));

        Assert.Equal("Windows-1252", table.Survey!.Encoding);
        Assert.Equal(encoding.GetString(all), string.Concat(table.Rows.Select(row => row[1])));
    }

    [Fact]
    public async Task OpenAsync_EveryMalformedSequence_AgreesWithTheRuntime()
    {
        UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        Random random = new(20260101);
        byte[] interesting =
        [
            0x41,
            0x80,
            0x8F,
            0x90,
            0x9F,
            0xA0,
            0xBF,
            0xC0,
            0xC1,
            0xC2,
            0xDF,
            0xE0,
            0xED,
            0xEF,
            0xF0,
            0xF4,
            0xF5,
            0xFF,
        ];
        for (int trial = 0; trial < 3000; trial++)
        {
            byte[] middle = random.GetItems(interesting, random.Next(1, 6));
            byte[] bytes = [0xEF, 0xBB, 0xBF, .. "a;b\nx;"u8, .. middle];
            bool valid = IsValid(strict, middle);

            Table table = await Table.OfAsync(new MemoryUpload(bytes, chunkSeed: trial));

            Assert.True(valid == (table.Survey is not null), Convert.ToHexString(middle));
        }
    }

    private static bool IsValid(UTF8Encoding strict, byte[] bytes)
    {
        try
        {
            strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
