using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Validation;
using PianoZona.Validation.Tests;

namespace PianoZona.Reading.Tests;

/// <summary>A file that is read at once gives what it gives after a survey, or asks for the survey.</summary>
public sealed class AtOnceTests
{
    // Of the reading, so that odd things come in the first, in a later one, and between two.
    private const int Blocks = 3;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Files");

    // What may be anywhere in a file, as bytes; in plain files only the first ones are.
    private static readonly byte[][] Plain =
    [
        .. "a b~è~€ 7,00~𝒳~\"a;b\"~\"\"\"\"~TOTALE~12,5".Split('~').Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] Odd =
    [
        .. "1.234,56|12.50|\0|\"".Split('|').Select(Encoding.UTF8.GetBytes),
        [0xE8],
        [0xC3],
        [0xE2, 0x82],
        [0xED, 0xA0, 0x80],
    ];

    public static TheoryData<string> Names =>
        [
            .. Directory
                .GetFiles(Folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Folder, file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task OpenAtOnce_FileOfTheCorpus_SameVerdictOrSurvey(string file)
    {
        byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(Folder, file));

        string surveyed = await VerdictAsync(reader =>
            reader.OpenAsync(new MemoryUpload(bytes), "spesa-sociale", CancellationToken.None));
        string? atOnce = null;
        try
        {
            atOnce = await VerdictAsync(reader =>
                reader.OpenAtOnceAsync(new MemoryUpload(bytes), "spesa-sociale", CancellationToken.None));
        }
        catch (SurveyNeededException)
        {
            // All others of the corpus are too small to begin before they are known.
            Assert.Contains("PZ", surveyed, StringComparison.Ordinal);
        }

        Assert.Equal(surveyed, atOnce ?? surveyed);
    }

    [Fact]
    public void OpenAtOnce_PlainFile_ReadOnceAsAfterASurvey() => Prop.ForAll(Files(odd: false).ToArbitrary(), bytes =>
    {
        MemoryUpload upload = new(bytes);
        Table atOnce = Table.AtOnceOfAsync(upload).GetAwaiter().GetResult()!;

        Assert.Equal(1, upload.Opened);
        AssertSame(Table.OfAsync(new MemoryUpload(bytes)).GetAwaiter().GetResult(), atOnce);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void OpenAtOnce_SomethingOddAnywhere_SameTableOrSurvey() =>
        Prop.ForAll(
                Files(odd: true).ToArbitrary(),
                bytes =>
                {
                    Table surveyed = Table.OfAsync(new MemoryUpload(bytes)).GetAwaiter().GetResult();
                    if (Table.AtOnceOfAsync(new MemoryUpload(bytes)).GetAwaiter().GetResult() is { } atOnce)
                    {
                        AssertSame(surveyed, atOnce);
                    }
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Theory]
    [InlineData("1.5")]
    [InlineData("\0")]
    [InlineData("\"")]
    public async Task OpenAtOnce_OddInTheLastRow_AsksForASurvey(string odd)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Text(HashedBlocks.BlockSize * Blocks) + $"1;{odd};2\r\n");

        Assert.Null(await Table.AtOnceOfAsync(new MemoryUpload(bytes)));
    }

    [Fact]
    public async Task OpenAtOnce_TooManyRows_AsksForASurvey()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Text(HashedBlocks.BlockSize * Blocks));

        Assert.Null(await Table.AtOnceOfAsync(new MemoryUpload(bytes), new ReadLimits(MaxRows: 10)));
    }

    private static void AssertSame(Table surveyed, Table atOnce)
    {
        Assert.Equal(surveyed.Text, atOnce.Text);
        Assert.Equal(surveyed.Codes, atOnce.Codes);
        Assert.Equal(surveyed.Sha256, atOnce.Sha256);
        Assert.Equal(WithoutColumns(surveyed), WithoutColumns(atOnce));
        static FileSurvey? WithoutColumns(Table table) =>
            table.Survey is { } survey ? survey with { Columns = [] } : null;
    }

    // Files about as long as some blocks, since what matters is where a block ends.
    private static Gen<byte[]> Files(bool odd) =>
        from length in Gen.Choose((HashedBlocks.BlockSize * Blocks) - 40, (HashedBlocks.BlockSize * Blocks) + 40)
        from pieces in Gen.Elements(Plain).ArrayOf(20)
        from strange in Gen.Elements(Odd)
        from at in Gen.OneOf(
            Gen.Choose(0, 100),
            Gen.Choose(0, length),
            Gen.Choose(HashedBlocks.BlockSize - 9, HashedBlocks.BlockSize + 1),
            Gen.Choose(length - 9, length))
        from bom in Gen.Elements(true, false)
        select Written(length, pieces, odd ? strange : [], at, bom);

    private static byte[] Written(int length, byte[][] pieces, byte[] odd, int at, bool bom)
    {
        List<byte> bytes = [.. bom ? Encoding.UTF8.Preamble : [], .. "a;b;c\r\n"u8];
        for (int i = 0; bytes.Count < length; i++)
        {
            bytes.AddRange([.. pieces[i % pieces.Length], .. i % 3 == 2 ? "\r\n"u8 : ";"u8]);
        }

        bytes.InsertRange(Math.Min(at, bytes.Count), odd);
        return [.. bytes];
    }

    private static string Text(int length)
    {
        StringBuilder text = new("a;b;c\r\n");
        for (int i = 0; text.Length < length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i};{i % 7},5;x\r\n");
        }

        return text.ToString();
    }

    // With all that a receipt would say.
    private static async Task<string> VerdictAsync(Func<UploadReader, Task<ReadResult>> open)
    {
        UploadContext context = new(
            Ambiti.OglioPo,
            Ambiti.OglioPo.FindSender("ente-udp")!,
            SpesaSociale.Schema,
            Period.Parse("2021"),
            NilReturn: false);
        ReadResult read = await open(new UploadReader(new ReadLimits()));
        await using IRowSource? source = read.Source;
        ValidationResult verdict = source is null
            ? ValidationResult.Unreadable(read.Problems)
            : await new UploadValidator().ValidateAsync(context, source, new Nowhere(), CancellationToken.None);
        return JsonConvert.SerializeObject(
            new
            {
                verdict,
                source?.Survey.Encoding,
                source?.Survey.Separator,
                Sha256 = source?.Survey.Sha256 ?? read.Sha256,
            });
    }

    private sealed class Nowhere : IAcceptedRows
    {
        public void Accept(ValidRow row) => Assert.NotEqual(0, row.Number);
    }
}
