using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Uploads;
using PianoZona.Validation;

namespace PianoZona.Golden.Tests;

/// <summary>READ and VALIDATE on the figures of the plans, without a hub.</summary>
public sealed class DemoFileTests
{
    private const long Sequence = 638_000_000_000_000_000;

    private static readonly DateTimeOffset Fixed = new(2022, 1, 31, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Files => [.. ExpectedVerdicts.All.Select(expected => expected.File)];

    public static TheoryData<string> NotPosted => [.. FilesNotPosted];

    private static IEnumerable<string> FilesNotPosted =>
        ExpectedVerdicts
            .All.Where(expected => expected.Outcome is Outcome.Refused or Outcome.Quarantined)
            .Select(expected => expected.File);

    [Fact]
    public void ExpectedVerdicts_OfTheDemonstration_NameEveryFileOnce() => Assert.Equal(
        DemoFiles.Folder.Files.Select(file => file.Name),
        ExpectedVerdicts.All.Select(expected => expected.File).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ExamineAsync_FileOfTheDemonstration_GivesItsVerdict(string file)
    {
        Examination found = await DemoFiles.ExamineAsync(file);

        Assert.Equal(
            ExpectedVerdicts.All.Single(expected => expected.File == file), ExpectedVerdict.Of(file, found.Verdict));
    }

    [Theory]
    [MemberData(nameof(NotPosted))]
    public async Task Receipt_OfAFileThatIsNotPosted_IsTheApprovedOne(string file)
    {
        Examination found = await DemoFiles.ExamineAsync(file);
        Receipt receipt = found.Receipt(ReceiptId.For(file, Sequence, string.Empty), Fixed, Fixed.AddSeconds(1));

        Repository.CheckApproved(
            $"tests/Golden/Approved/{ApprovedName(file)}", ReceiptJson.Write(receipt).ReplaceLineEndings("\n") + "\n");
        Assert.Throws<InvalidOperationException>(() => found.Posting(Sequence, receipt.Id));
    }

    [Fact]
    public void Approved_Folder_HoldsNothingElse() =>
        Assert.Equal(
            FilesNotPosted.Select(ApprovedName).Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(Repository.Absolute("tests/Golden/Approved"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Oglio Po, tables 3.1 to 3.3: L5866-5885, L5990-6023, L6083-6103.</summary>
    [Theory]
    [InlineData(2017, "ANZIANI 547673.00, COMPARTECIPAZIONE-SOCIOSANITARIA 297783.00, DISABILI 428660.00")]
    [InlineData(2018, "ANZIANI 460333.00, COMPARTECIPAZIONE-SOCIOSANITARIA 369457.00, DISABILI 605232.00")]
    [InlineData(2019, "ANZIANI 292884.00, COMPARTECIPAZIONE-SOCIOSANITARIA 430984.00, DISABILI 684524.00")]
    public async Task Posting_SpendingOfOglioPo_HasTheAreasOfThePlan(int year, string areas) =>
        Assert.Equal(
            areas,
            await AreasAsync(
                FormattableString.Invariant($"ente-concass/spesa-sociale/{year}/spesa-sociale-{year}.csv"), year));

    /// <summary>Pavia, table 3b: L1295-1304.</summary>
    [Theory]
    [InlineData(
        2018,
        "ANZIANI 934443.23, COMPARTECIPAZIONE-SOCIOSANITARIA 2209576.88, DIPENDENZE 1000.00, DISABILI 1299582.56, "
            + "EMARGINAZIONE-POVERTA 466196.10, IMMIGRAZIONE 650067.80, MINORI-FAMIGLIA 5021897.67, SERVIZI-SOCIALI "
                + "2014267.00")]
    [InlineData(
        2019,
        "ANZIANI 906837.43, COMPARTECIPAZIONE-SOCIOSANITARIA 2430932.51, DIPENDENZE 1302.00, DISABILI 1279624.28, "
            + "EMARGINAZIONE-POVERTA 334630.35, IMMIGRAZIONE 701489.00, MINORI-FAMIGLIA 4447882.21, SERVIZI-SOCIALI "
                + "1742918.53")]
    [InlineData(
        2020,
        "ANZIANI 1121417.79, COMPARTECIPAZIONE-SOCIOSANITARIA 2300316.71, DIPENDENZE 0.00, DISABILI 1169672.17, "
            + "EMARGINAZIONE-POVERTA 415864.74, IMMIGRAZIONE 694743.50, MINORI-FAMIGLIA 3953167.81, SERVIZI-SOCIALI "
                + "1742068.72")]
    public async Task Posting_SpendingOfPavia_HasTheAreasOfThePlan(int year, string areas) =>
        Assert.Equal(
            areas,
            await AreasAsync(
                FormattableString.Invariant($"ente-csp/spesa-sociale/{year}/spesa-sociale-{year}.csv"), year));

    private static string ApprovedName(string file) =>
        file.Replace('/', '_').Replace(".csv", ".json", StringComparison.Ordinal);

    private static async Task<string> AreasAsync(string file, int year)
    {
        Posting posting = (await DemoFiles.ExamineAsync(file)).Posting(
            Sequence, ReceiptId.For(file, Sequence, string.Empty).Text);
        Assert.All(
            posting.Entries,
            entry => Assert.Equal((new FundKey("COM", year), EntryKind.Paid), (entry.Fund, entry.Kind)));
        return string.Join(
            ", ",
            posting
                .Entries.GroupBy(entry => entry.Purpose!, entry => entry.Amount, StringComparer.Ordinal)
                .OrderBy(area => area.Key, StringComparer.Ordinal)
                .Select(area => $"{area.Key} {area.Aggregate(Money.Zero, (sum, amount) => sum + amount)}"));
    }
}
