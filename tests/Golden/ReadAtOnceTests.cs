using System.Globalization;
using Newtonsoft.Json;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Uploads;
using PianoZona.Reading;
using PianoZona.Validation;

namespace PianoZona.Golden.Tests;

/// <summary>
/// Whether a file is surveyed first or read at once makes no difference to its receipt, nor to what it posts.
/// </summary>
public sealed class ReadAtOnceTests
{
    private const string Spending = "ente|anno|area|voce|importo|utenti";

    public static TheoryData<string> Names =>
        [
            .. PlanCases
                .Folder.Files.Concat(DemoFiles.Folder.Files)
                .Select(file => file.Name)
                .Distinct(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ExamineAsync_FileOfTheCases_AsAfterASurvey(string name)
    {
        IUploadContent content = PlanCases.Content(name);

        Assert.Equal(
            await ExamineAsync(name, content, surveyed: true), await ExamineAsync(name, content, surveyed: false));
    }

    // What was taken of the rows before must not count twice.
    [Theory]
    [InlineData("12,50", 1)]
    [InlineData("12.50", 3)]
    public async Task ExamineAsync_PointInTheLastRow_BeginsAgain(string amount, int opened)
    {
        string name = PlanCases
            .Folder.Files.First(file => file.Name.Contains("/spesa-sociale/2019/", StringComparison.Ordinal))
            .Name;
        IEnumerable<string> rows = Enumerable
            .Range(0, 40_000)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"019021|2019|ANZIANI|voce {i}|10,00|1"));
        CountedContent content = new(
            new MemoryContent(string.Join("\r\n", [Spending, .. rows, $"019021|2019|ANZIANI|ultima|{amount}|1"])));

        string atOnce = await ExamineAsync(name, content, surveyed: false);

        Assert.Equal(opened, content.Opened);
        Assert.Equal(await ExamineAsync(name, content, surveyed: true), atOnce);
        Assert.Contains("\"read\": 40001", atOnce, StringComparison.Ordinal);
    }

    // Rows that are asked for by someone else are given once, which only a file surveyed before can promise.
    private static async Task<string> ExamineAsync(string name, IUploadContent content, bool surveyed)
    {
        Examination found = await new UploadExamination(
            new UploadReader(new ReadLimits()),
            new UploadValidator()
        ).ExamineAsync(
            PlanCases.EnvelopeOf(name),
            content,
            new Submission(NilReturn: false),
            CancellationToken.None,
            surveyed ? new Nowhere() : null);
        DateTimeOffset now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        Receipt receipt = found.Receipt(ReceiptId.For(name, 1, string.Empty), now, now);
        return ReceiptJson.Write(receipt)
            + (found.IsAccepted ? JsonConvert.SerializeObject(found.Posting(1, receipt.Id)) : string.Empty);
    }

    private sealed class Nowhere : IAcceptedRows
    {
        public void Accept(ValidRow row) => Assert.NotEqual(0, row.Number);
    }

    private sealed class CountedContent(IUploadContent inner) : IUploadContent
    {
        public int Opened { get; private set; }

        public long Length => inner.Length;

        public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
        {
            Opened++;
            return inner.OpenAsync(cancellationToken);
        }
    }
}
