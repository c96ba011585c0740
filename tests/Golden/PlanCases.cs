using System.Globalization;
using System.Text.RegularExpressions;
using PianoZona.Cli.Local;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Hub.Uploads;
using PianoZona.Reading;
using PianoZona.Validation;

namespace PianoZona.Golden.Tests;

/// <summary>A line of the index: one file of one numbered case of a plan.</summary>
/// <param name="Case">Number, e.g. <c>G7</c>.</param>
/// <param name="File">
/// Path: of the demonstration with <c>demo:</c>, of an allocation with <c>riparti/</c>, else of an upload.
/// </param>
/// <param name="With">What comes with the file.</param>
/// <param name="Test">The test of its figures, <c>Class.Method</c>; empty when the receipt says it all.</param>
/// <param name="Expected">What must come of it, in words that begin with the outcome and name the codes.</param>
internal sealed record PlanCase(string Case, string File, string With, string Test, string Expected)
{
    /// <summary>A file of the demonstration.</summary>
    public bool IsDemo => File.StartsWith("demo:", StringComparison.Ordinal);

    /// <summary>A plan of <c>pianozona allocate</c>.</summary>
    public bool IsAllocation => File.StartsWith("riparti/", StringComparison.Ordinal);

    /// <summary>Name of its approved receipt.</summary>
    public string ApprovedName => 
        $"{File.Replace('/', '_').Replace(".csv", string.Empty, StringComparison.Ordinal)}{(With.Length == 0 ? string.Empty : "_" + With)}.json";
}

/// <summary>
/// The numbered cases of three plans (folder Casi): their index, and their files examined without a hub.
/// </summary>
internal static partial class PlanCases
{
    /// <summary>The folder, from the root.</summary>
    public const string Path = "tests/Golden/Casi";

    /// <summary>Configuration and files.</summary>
    public static DataFolder Folder { get; } = DataFolder.Read(Repository.Absolute(Path));

    /// <summary>The index.</summary>
    public static IReadOnlyList<PlanCase> Index { get; } =
    [
        .. Repository
            .Read($"{Path}/README.md")
            .Split('\n')
            .Select(line => Line().Match(line))
            .Where(match => match.Success)
            .Select(match => new PlanCase(
                match.Groups["case"].Value,
                match.Groups["file"].Value,
                match.Groups["with"].Value,
                match.Groups["test"].Value,
                match.Groups["expected"].Value)),
    ];

    /// <summary>READ and VALIDATE of a file of the cases, with what comes with it.</summary>
    public static Task<Examination> ExamineAsync(string name, string with = "") =>
        new UploadExamination(new UploadReader(new ReadLimits()), new UploadValidator())
            .ExamineAsync(EnvelopeOf(name), Content(name), SubmissionOf(with), CancellationToken.None);

    /// <summary>READ and VALIDATE of a case as a workbook (folder gemelli).</summary>
    public static Task<Examination> ExamineTwinAsync(string name, string with)
    {
        string workbook = System.IO.Path.ChangeExtension(name, ".xlsx");
        return new UploadExamination(new UploadReader(new ReadLimits()), new UploadValidator()).ExamineAsync(
            EnvelopeOf(workbook, name),
            new FileContent(Repository.Absolute($"{Path}/gemelli/{workbook}")),
            SubmissionOf(with),
            CancellationToken.None);
    }

    /// <summary>The accepted rows of a file, by column.</summary>
    public static async Task<IReadOnlyList<ValidCells>> RowsAsync(string name)
    {
        UploadContext context = EnvelopeOf(name).Context!;
        ReadResult read = await new UploadReader(new ReadLimits()).OpenAsync(
            Content(name), context.Flow.Code, CancellationToken.None);
        await using IRowSource source = read.Source!;
        Collected rows = new();
        await new UploadValidator().ValidateAsync(context, source, rows, CancellationToken.None);
        return rows.All;
    }

    /// <summary>What the path of a file says.</summary>
    /// <param name="name">The path.</param>
    /// <param name="twin">Of a workbook, the case that it says again.</param>
    public static EnvelopeResult EnvelopeOf(string name, string? twin = null) =>
        Envelope.Check(
            name, code => Of(twin ?? name).Ambiti.FirstOrDefault(ambito => ambito.FindSender(code) is not null));

    /// <summary>The bytes of a file.</summary>
    public static FileContent Content(string name) => new(Of(name).Files.Single(file => file.Name == name).Path);

    private static DataFolder Of(string name) =>
        Folder.Files.Any(file => file.Name == name) ? Folder : DemoFiles.Folder;

    private static Submission SubmissionOf(string with) =>
        with.Split('=') switch
        {
            ["ricevuto", var day] => new Submission(
                NilReturn: false,
                DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ["righe", var rows] => new Submission(NilReturn: false, Declared: new DeclaredTotals(rows, null)),
            _ => new Submission(NilReturn: false),
        };

    [GeneratedRegex(
        @"^\| (?<case>[OGL][0-9A-Z-]+) \| `(?<file>[^`]+)` \| (?<with>[^|]*?) ?\| (?<test>[^|]*?) ?\| (?<expected>.+) \|$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Line();

    private sealed class Collected : IAcceptedRows
    {
        public List<ValidCells> All { get; } = [];

        public void Accept(ValidRow row) =>
            All.Add(
                new ValidCells(
                    row.Schema.Columns.Select(column => (column.Name, Cell: row[column]))
                        .Where(pair => pair.Cell.HasValue)
                        .ToDictionary(pair => pair.Name, pair => pair.Cell, StringComparer.Ordinal)));
    }
}

/// <summary>The cells of an accepted row that have a value, by column.</summary>
internal sealed record ValidCells(IReadOnlyDictionary<string, CellValue> Cells)
{
    private const decimal MeasureUnit = 10_000m;

    /// <summary>A text, a code or a word; null when the cell holds none.</summary>
    public string? Text(string column) => Cells.TryGetValue(column, out CellValue cell) ? cell.Text : null;

    /// <summary>A whole number.</summary>
    public long Integer(string column) => Cells[column].Number;

    /// <summary>A figure of an indicator; null when it is a word.</summary>
    public decimal? Measure(string column) => Cells[column] is { Text: null } cell ? cell.Number / MeasureUnit : null;
}
