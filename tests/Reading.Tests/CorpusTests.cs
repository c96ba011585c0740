using System.Globalization;
using Newtonsoft.Json;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Validation;
using PianoZona.Validation.Tests;

namespace PianoZona.Reading.Tests;

/// <summary>
/// Odd and hostile files as offices send them, each with all the problems it must have: read and validated as an upload
/// is.
/// </summary>
/// <remarks>
/// The files are in <c>Files/flussi</c>, described in <c>indice.json</c>. The year is 2021, the sender the Ufficio di
/// Piano.
/// </remarks>
public sealed class CorpusTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Files", "flussi");

    private static IReadOnlyList<Entry> Index { get; } =
        JsonConvert.DeserializeObject<List<Entry>>(File.ReadAllText(Path.Combine(Folder, "indice.json")))!;

    public static TheoryData<string> Names => [.. Index.Select(entry => entry.File)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Upload_OfTheCorpus_HasExactlyItsProblems(string file)
    {
        Entry entry = Index.Single(entry => entry.File == file);
        FlowSchema flow = FlowCatalogue.Find(entry.Flow)!;
        UploadContext context = new(
            Ambiti.OglioPo, Ambiti.OglioPo.FindSender("ente-udp")!, flow, Period.Parse("2021"), NilReturn: false);

        ReadResult read = await new UploadReader(new ReadLimits()).OpenAsync(
            new MemoryUpload(Bytes(file)), flow.Code, CancellationToken.None);
        await using IRowSource? source = read.Source;
        ValidationResult verdict = source is null
            ? ValidationResult.Unreadable(read.Problems)
            : await new UploadValidator().ValidateAsync(context, source, new Nowhere(), CancellationToken.None);

        Assert.Equal(
            string.Join(' ', entry.Codes),
            string.Join(' ', verdict.Problems.Select(Code).Order(StringComparer.Ordinal)));
        Assert.Equal(entry.ReadAs, source is null ? null : ReadAs(source.Survey));
        Assert.Equal(verdict.Problems.Count, verdict.ProblemCounts.Values.Sum());
        Assert.All(verdict.Problems, problem => Assert.DoesNotMatch(@"\{\w+\}", problem.Message + problem.Fix));
    }

    [Fact]
    public void Index_EveryFile_IsDescribedOnce()
    {
        Assert.Equal(
            Directory
                .GetFiles(Folder)
                .Select(Path.GetFileName)
                .Where(name => name != "indice.json")
                .Order(StringComparer.Ordinal),
            Index.Select(entry => entry.File).Order(StringComparer.Ordinal));
        Assert.All(Index, entry => Assert.EndsWith(".", entry.Description, StringComparison.Ordinal));
        Assert.True(Index.Count >= 60);
    }

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    private static string Code(Contracts.Receipts.Problem problem) =>
        (problem.Code + "@" + (problem.Cell ?? problem.Row?.ToString(CultureInfo.InvariantCulture))).TrimEnd('@');

    private static string ReadAs(FileSurvey survey) => survey.Separator switch
    {
        FileSurvey.NoSeparator => survey.Encoding,
        '\t' => survey.Encoding + " tab",
        var separator => $"{survey.Encoding} {separator}",
    };

    private sealed record Entry(string File, string Description, string[] Codes, string? ReadAs, string Flow);

    private sealed class Nowhere : IAcceptedRows
    {
        public void Accept(ValidRow row) => Assert.NotEqual(0, row.Number);
    }
}
