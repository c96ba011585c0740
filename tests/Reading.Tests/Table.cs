using System.Globalization;
using System.Text;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Reading.Tests;

/// <summary>A file read to its end.</summary>
internal sealed record Table(
    FileSurvey? Survey,
    string Sha256,
    int HeaderRow,
    string[] Header,
    int[] Numbers,
    string[][] Rows,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>What is wrong with single cells.</summary>
    public IReadOnlyList<Problem> CellProblems { get; private init; } = [];

    /// <summary>Texts above the header, as <c>A1:Comune di Piadena</c>.</summary>
    public string[] Outside { get; private init; } = [];

    /// <summary>
    /// Texts of other sheets and of comments, as <c>Altro!A1:Totale</c>, <c>!B2 (commento):verificare</c>.
    /// </summary>
    public string[] Elsewhere { get; private init; } = [];

    /// <summary>The table as one line of text, rows with their numbers: <c>1:a|b / 2:1|2</c>.</summary>
    public string Text =>
        string.Join(
            " / ", Numbers.Zip(Rows).Select(row => Line(row.First, row.Second)).Prepend(Line(HeaderRow, Header)));

    /// <summary>Problems as <c>PZ1002@B3</c>, <c>PZ1005@7</c>, <c>PZ1001</c>.</summary>
    public string Codes => string.Join(',', Problems.Select(problem =>
        (problem.Code + "@" + (problem.Cell ?? problem.Row?.ToString(CultureInfo.InvariantCulture))).TrimEnd('@')));

    public static Task<Table> OfAsync(string text, ReadLimits? limits = null) =>
        OfAsync(new MemoryUpload(Encoding.UTF8.GetBytes(text)), limits);

    public static async Task<Table> OfAsync(IUploadContent upload, ReadLimits? limits = null, string? sheet = null) =>
        await OfAsync(
            await new UploadReader(limits ?? new ReadLimits()).OpenAsync(upload, sheet, CancellationToken.None));

    /// <summary>The file read without a survey; null when it needs one.</summary>
    public static async Task<Table?> AtOnceOfAsync(IUploadContent upload, ReadLimits? limits = null)
    {
        try
        {
            return await OfAsync(
                await new UploadReader(limits ?? new ReadLimits()).OpenAtOnceAsync(
                    upload, sheet: null, CancellationToken.None));
        }
        catch (SurveyNeededException)
        {
            return null;
        }
    }

    private static async Task<Table> OfAsync(ReadResult result)
    {
        if (result.Source is null)
        {
            return new Table(Survey: null, result.Sha256, 0, [], [], [], result.Problems);
        }

        await using IRowSource source = result.Source;
        string[] elsewhere =
        [
            .. source.Elsewhere.Select(text =>
                $"{text.Sheet}!{Contracts.Rules.Location.A1(text.Index, text.Row)}{(text.IsComment ? " (commento)" : string.Empty)}:{text.Text}"
            ),
        ];
        List<Problem> cellProblems = [];
        List<int> numbers = [];
        List<string[]> rows = [];
        while (await source.ReadAsync(CancellationToken.None))
        {
            numbers.Add(source.RowNumber);
            string[] cells = new string[source.CellCount];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = source.Cell(i).ToString();
                if (source.CellProblem(i) is { } problem)
                {
                    cellProblems.Add(problem);
                }
            }

            rows.Add(cells);
        }

        IReadOnlyList<Problem> problems = source.Failure is { } failure ? [failure] : [];
        return new Table(
            source.Survey,
            source.Survey.Sha256,
            source.HeaderRow,
            [.. source.Header],
            [.. numbers],
            [.. rows],
            problems)
        {
            CellProblems = cellProblems,
            Elsewhere = elsewhere,
            Outside =
            [
                .. source.Outside.Select(outside =>
                    Contracts.Rules.Location.A1(outside.Index, outside.Row) + ":" + outside.Text),
            ],
        };
    }

    private static string Line(int number, string[] cells) =>
        number.ToString(CultureInfo.InvariantCulture) + ":" + string.Join('|', cells);
}
