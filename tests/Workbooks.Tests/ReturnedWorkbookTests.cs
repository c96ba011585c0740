using DocumentFormat.OpenXml.Spreadsheet;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using Location = PianoZona.Contracts.Rules.Location;

namespace PianoZona.Workbooks.Tests;

public sealed class ReturnedWorkbookTests
{
    private const string File =
        "ente;anno;importo;note\n018110;2025;12.50;=CMD|' /C "
            + "calc'!A0\n\n018111;2025;3,5;-\n018112;2025;-7,00;\"due\nrighe\"\n";

    private static readonly Problem Ambiguous = RuleCatalogue
        .Of("PZ3003")
        .At(new Location(2, "importo", "C2", "12.50", "12,50 oppure 1.250"));
    private static readonly Problem Missing = RuleCatalogue.Of("PZ3001").At(new Location(5, "note", "F5"));
    private static readonly Problem WholeRow = RuleCatalogue.Of("PZ4003").At(new Location(4));
    private static readonly Problem WholeFile = RuleCatalogue.Of("PZ1015").At(Location.File);

    [Fact]
    public async Task WriteAsync_RefusedFile_IsValidAndReadsBackTheSame()
    {
        using Opened workbook = await WriteAsync(File, Outcome.Refused, Ambiguous, Missing, WholeRow, WholeFile);

        Assert.Empty(workbook.Mistakes);
        Assert.Equal(["Riepilogo", "spesa-sociale"], workbook.SheetNames);
        (int headerRow, string[] header, List<(int Number, string[] Cells)> rows) = await workbook.ReadAsync(
            "spesa-sociale");
        Assert.Equal(1, headerRow);
        Assert.Equal(["ente", "anno", "importo", "note"], header);
        Assert.Equal(
            ["2:018110|2025|12.50|=CMD|' /C calc'!A0", "4:018111|2025|3,5|-", "5:018112|2025|-7,00|due\nrighe"],
            rows.Select(row => FormattableString.Invariant($"{row.Number}:{string.Join('|', row.Cells)}")));
    }

    [Fact]
    public async Task WriteAsync_RefusedFile_ColoursAndExplainsExactlyTheBadCells()
    {
        using Opened workbook = await WriteAsync(File, Outcome.Refused, Ambiguous, Missing, WholeRow, WholeFile);

        Dictionary<string, string> comments = workbook.Comments("spesa-sociale");
        Assert.Equal(["A4", "C2", "F5"], comments.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            [
                "PZ3003",
                Ambiguous.Message,
                "Trovato: 12.50",
                "Atteso: 12,50 oppure 1.250",
                "Come correggere: " + Ambiguous.Fix,
            ],
            words => Assert.Contains(words, comments["C2"], StringComparison.Ordinal));
        Assert.Equal("FFF8B4B4", workbook.Look("spesa-sociale", "C2").Colour);
        Assert.Equal("FFF8B4B4", workbook.Look("spesa-sociale", "F5").Colour);
        Assert.Equal("FFFFE08A", workbook.Look("spesa-sociale", "A4").Colour);
        Assert.Null(workbook.Look("spesa-sociale", "A2").Colour);
    }

    [Fact]
    public async Task WriteAsync_RefusedFile_OpensAtTheFirstErrorAndSummarises()
    {
        using Opened workbook = await WriteAsync(
            File,
            Outcome.Refused,
            WholeFile,
            Missing,
            Ambiguous,
            Ambiguous with
            {
                Row = 5,
                Cell = "C5",
            });

        Assert.Equal(1u, workbook.ActiveTab);
        Assert.Equal(
            "C2", workbook.Part("spesa-sociale").Worksheet.Descendants<Selection>().Single().ActiveCell!.Value);
        Worksheet summary = workbook.Part("Riepilogo").Worksheet;
        Assert.Contains("Esito: respinto", summary.InnerText, StringComparison.Ordinal);
        Assert.Contains("PZ3003", summary.InnerText, StringComparison.Ordinal);
        Assert.Contains("PZ1015", summary.InnerText, StringComparison.Ordinal);
        Assert.Equal(
            ["'spesa-sociale'!C2", "'spesa-sociale'!F5"],
            summary.Descendants<Hyperlink>().Select(link => link.Location!.Value!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WriteAsync_TextsLikeFormulas_AreTextsThatNoEditTurnsIntoFormulas()
    {
        using Opened workbook = await WriteAsync(File, Outcome.Refused, Ambiguous);

        foreach (string sheet in workbook.SheetNames)
        {
            Worksheet worksheet = workbook.Part(sheet).Worksheet;
            Assert.Empty(worksheet.Descendants<CellFormula>());
            Assert.All(
                worksheet.Descendants<Cell>(),
                cell => Assert.True(cell.DataType is null || cell.DataType.Value == CellValues.InlineString));
            Assert.All(
                worksheet.Descendants<Cell>().Where(cell => cell.InnerText is ['=' or '+' or '-' or '@', ..]),
                cell => Assert.True(workbook.Look(sheet, cell.CellReference!.Value!).Guarded));
        }

        Assert.True(workbook.Look("spesa-sociale", "D2").Guarded);
        Assert.False(workbook.Look("spesa-sociale", "A2").Guarded);
    }

    [Fact]
    public async Task WriteAsync_ProblemsOfTheWholeFileOnly_OpensAtTheSummary()
    {
        using Opened workbook = await WriteAsync(File, Outcome.AcceptedWithWarnings, WholeFile);

        Assert.Equal(0u, workbook.ActiveTab);
        Assert.Equal("Riepilogo", workbook.SheetNames[0]);
        Assert.Empty(workbook.Part("Riepilogo").Worksheet.Descendants<Hyperlink>());
    }

    [Fact]
    public async Task WriteAsync_FarColumn_OpensWithItInView()
    {
        string header = string.Join(';', Enumerable.Range(1, 30).Select(i => $"c{i}"));
        using Opened workbook = await WriteAsync(
            $"{header}\n{header}\n", Outcome.Refused, RuleCatalogue.Of("PZ3001").At(new Location(2, "c28", "AB2")));

        Assert.Equal("Z2", workbook.Part("spesa-sociale").Worksheet.Descendants<Pane>().Single().TopLeftCell!.Value);
    }

    [Fact]
    public async Task WriteAsync_EqualProblems_AreOneCauseInTheSummary()
    {
        Problem[] problems =
        [
            .. Enumerable
                .Range(2, 412)
                .Select(row => RuleCatalogue.Of("PZ3002").At(new Location(row, "importo", $"C{row}", "n.d."))),
        ];
        string rows = string.Concat(problems.Select(_ => "018110;2025;n.d.;x\n"));
        using Opened workbook = await WriteAsync("ente;anno;importo;note\n" + rows, Outcome.Refused, problems);

        string summary = workbook.Part("Riepilogo").Worksheet.InnerText;
        Assert.Contains("412 righe: numero non leggibile", summary, StringComparison.Ordinal);
        Assert.Contains("colonna «importo», righe 2-413", summary, StringComparison.Ordinal);
        Assert.Equal(412, workbook.Comments("spesa-sociale").Count);
    }

    /// <summary>
    /// What does not hold everything must not take the place of everything when it is sent by mistake.
    /// </summary>
    [Fact]
    public async Task WriteAsync_LongFile_ShowsTheRowsWithProblemsAndIsRefusedWhenSent()
    {
        Receipt receipt = CsvUpload.Receipt(
            Outcome.Refused, RuleCatalogue.Of("PZ3001").At(new Location(90_000, "note", "D90000")), Ambiguous);
        string text =
            "ente;anno;importo;note\n"
            + string.Concat(Enumerable.Repeat("018110;2025;12.50;x\n", ReturnedWorkbook.MaxRows + 1));
        await using IRowSource rows = await CsvUpload.RowsAsync(text);
        using MemoryStream stream = new();

        await ReturnedWorkbook.WriteAsync(
            receipt with
            {
                Rows = new RowCounts(ReturnedWorkbook.MaxRows + 1, 0, 0, 1),
            },
            rows,
            stream,
            CancellationToken.None);

        using Opened workbook = new(stream.ToArray());
        Assert.Empty(workbook.Mistakes);
        Assert.Equal(["Riepilogo", ReturnedWorkbook.ExcerptName], workbook.SheetNames);
        Worksheet sheet = workbook.Part(ReturnedWorkbook.ExcerptName).Worksheet;
        Assert.Equal([1u, 2u, 90_000u], sheet.Descendants<Row>().Select(row => row.RowIndex!.Value));
        Assert.True(sheet.Descendants<SheetFormatProperties>().Single().ZeroHeight!.Value);
        Assert.Contains(
            "Correggere il proprio file", workbook.Part("Riepilogo").Worksheet.InnerText, StringComparison.Ordinal);
        Assert.Equal("PZ1006", Assert.Single((await workbook.TryReadAsync("spesa-sociale")).Problems).Code);
    }

    [Fact]
    public async Task WriteAsync_FileThatBreaksOff_IsRefusedWhenSent()
    {
        using Opened workbook = await WriteAsync(
            "ente;note\n018110;x\n018111;\"mai chiuse\n018112;y\n", Outcome.Refused, WholeFile);

        Assert.Equal(["Riepilogo", ReturnedWorkbook.ExcerptName], workbook.SheetNames);
        Assert.Contains(
            "fin dove il file si è potuto leggere",
            workbook.Part("Riepilogo").Worksheet.InnerText,
            StringComparison.Ordinal);
        Assert.Equal("PZ1006", Assert.Single((await workbook.TryReadAsync("spesa-sociale")).Problems).Code);
    }

    [Fact]
    public async Task WriteAsync_QuarantinedFile_HoldsTheSummaryOnlyAndLeavesTheRowsAlone()
    {
        await using IRowSource rows = await CsvUpload.RowsAsync(File);
        using MemoryStream stream = new();

        await ReturnedWorkbook.WriteAsync(
            CsvUpload.Receipt(Outcome.Quarantined, RuleCatalogue.Of("PZ1013").At(new Location(2, "note", "D2"))),
            rows,
            stream,
            CancellationToken.None);

        using Opened workbook = new(stream.ToArray());
        Assert.Empty(workbook.Mistakes);
        Assert.Equal(["Riepilogo"], workbook.SheetNames);
        string summary = workbook.Part("Riepilogo").Worksheet.InnerText;
        Assert.All(
            ["018111", "CMD", "12.50"], secret => Assert.DoesNotContain(secret, summary, StringComparison.Ordinal));
        Assert.True(await rows.ReadAsync(CancellationToken.None));
        Assert.Equal(2, rows.RowNumber);
    }

    [Theory]
    [InlineData("a\u0001b")]
    [InlineData("a\rb")]
    [InlineData("_x000D_")]
    [InlineData("_x0041_ e _x")]
    [InlineData("<&>\"'")]
    [InlineData("😀")]
    [InlineData("]]>")]
    [InlineData(" spazi ")]
    public async Task WriteAsync_AwkwardText_ReadsBackTheSame(string text)
    {
        using Opened workbook = await WriteAsync(
            $"a;b\n1;\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n", Outcome.Refused, WholeFile);

        Assert.Empty(workbook.Mistakes);
        Assert.Equal(text, (await workbook.ReadAsync("spesa-sociale")).Rows[0].Cells[1]);
    }

    [Theory]
    [InlineData("../[x]:*?", "..  x")]
    [InlineData("riepilogo", "Dati")]
    [InlineData("", "Dati")]
    public async Task WriteAsync_FlowThatIsNoSheetName_StillOpens(string flow, string expected)
    {
        await using IRowSource rows = await CsvUpload.RowsAsync(File);
        using MemoryStream stream = new();

        await ReturnedWorkbook.WriteAsync(
            CsvUpload.Receipt(Outcome.Refused, Ambiguous) with
            {
                Flow = flow,
            },
            rows,
            stream,
            CancellationToken.None);

        using Opened workbook = new(stream.ToArray());
        Assert.Empty(workbook.Mistakes);
        Assert.Equal(expected, workbook.SheetNames[1]);
    }

    private static async Task<Opened> WriteAsync(string file, Outcome outcome, params IReadOnlyList<Problem> problems)
    {
        await using IRowSource rows = await CsvUpload.RowsAsync(file);
        using MemoryStream stream = new();
        await ReturnedWorkbook.WriteAsync(CsvUpload.Receipt(outcome, problems), rows, stream, CancellationToken.None);
        return new Opened(stream.ToArray());
    }
}
