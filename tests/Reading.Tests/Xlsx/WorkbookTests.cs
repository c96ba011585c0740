using System.Security.Cryptography;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Tests.Xlsx;

/// <summary>Sheets and rows: which are read, and with which numbers.</summary>
public sealed class WorkbookTests
{
    private const string Plain = "1:comune|importo / 2:Cà d'Andrea|1234,56 / 3:Piadena|7";

    /// <summary>What it shows, the file, the table.</summary>
    public static TheoryData<string, byte[], string> Readable =>
        new()
        {
            { "as Excel", ExcelLike(), Plain },
            { "as LibreOffice", LibreOfficeLike(), Plain },
            {
                "without addresses",
                XlsxFile
                    .Of(
                        "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c></row>"
                            + "<row/><row><c/><c><v>2</v></c></row>")
                    .Bytes(),
                "1:a|b / 3:|2"
            },
            {
                "with byte order marks",
                new XlsxFile()
                    .WithSheetXml("F", "\uFEFF" + XlsxFile.Sheet("<row r=\"1\">" + Texts("A1:a", "B1:b") + "</row>"))
                    .Bytes(),
                "1:a|b"
            },
            {
                "hidden rows and columns",
                XlsxFile
                    .Of(
                        "<row r=\"1\">"
                            + Texts("A1:a", "B1:b")
                            + "</row>"
                            + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>")
                    .Bytes(),
                "1:a|b / 2:1|2"
            },
            {
                "merged cells",
                XlsxFile
                    .Of(
                        "<row r=\"1\">"
                            + Texts("A1:a", "B1:b")
                            + "</row><row r=\"2\">"
                            + Texts("A2:x")
                            + "<c r=\"B2\"><v>1</v></c></row>"
                            + "<row r=\"3\"><c r=\"A3\" s=\"1\"/><c r=\"B3\"><v>2</v></c></row>")
                    .Bytes(),
                "1:a|b / 2:x|1 / 3:|2"
            },
            {
                "short and long rows",
                XlsxFile
                    .Of(
                        "<row r=\"1\">"
                            + Texts("A1:a", "B1:b", "C1:c")
                            + "</row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
                            + "<row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"E4\"><v>5</v></c></row>")
                    .Bytes(),
                "1:a|b|c / 2:1|| / 4:1||||5"
            },
            {
                "titles above",
                XlsxFile
                    .Of(
                        "<row r=\"1\">"
                            + Texts("A1:Comune di Piadena")
                            + "</row>"
                            + "<row r=\"2\">"
                            + Texts("A2:Anno:")
                            + "<c r=\"B2\"><v>2020</v></c></row>"
                            + "<row r=\"3\">"
                            + Texts("A3:Ente:", "B3:Piadena Drizzona")
                            + "</row>"
                            + "<row r=\"6\">"
                            + Texts("A6:a", "B6:b", "C6:c", "D6:d")
                            + "</row>"
                            + Row(7, 4)
                            + Row(8, 4)
                            + Row(9, 4))
                    .Bytes(),
                "6:a|b|c|d / 7:1|2|3|4 / 8:1|2|3|4 / 9:1|2|3|4"
            },
            {
                "header alone",
                XlsxFile
                    .Of(
                        "<row r=\"1\">" + Texts("A1:Modello") + "</row><row r=\"3\">" + Texts("A3:a", "B3:b") + "</row>"
                    )
                    .Bytes(),
                "3:a|b"
            },
            {
                "empty first column",
                XlsxFile
                    .Of(
                        "<row r=\"1\">"
                            + Texts("B1:a", "C1:b")
                            + "</row>"
                            + "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>2</v></c></row>")
                    .Bytes(),
                "1:|a|b / 2:|1|2"
            },
            {
                "backslashes and case in the archive",
                XlsxFile.Zip(
                    new (string, string)[]
                    {
                        ("_rels\\.rels", XlsxFile.RelationsXml([("a", "officeDocument", "/XL/Workbook.xml")])),
                        (
                            "xl\\workbook.xml",
                            "<x:workbook xmlns:x=\"u\" xmlns:q=\"v\"><x:sheets><x:sheet name=\"F\" q:id=\"s\"/></x:sheets></x:workbook>"
                        ),
                        (
                            "xl\\_rels\\workbook.xml.rels",
                            XlsxFile.RelationsXml([("s", "worksheet", "./sheets/../sheets/1.xml")])),
                        ("xl\\sheets\\1.xml", XlsxFile.Sheet("<row r=\"1\">" + Texts("A1:a", "B1:b") + "</row>")),
                    }.Select(part => (part.Item1, System.Text.Encoding.UTF8.GetBytes(part.Item2)))),
                "1:a|b"
            },
            {
                "macros and links to other files",
                XlsxFile
                    .Of("<row r=\"1\">" + Texts("A1:a", "B1:b") + "</row>")
                    .With("xl/vbaProject.bin", [1, 2, 3])
                    .With("xl/externalLinks/externalLink1.xml", "<externalLink/>")
                    .Bytes(),
                "1:a|b"
            },
        };

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task OpenAsync_RealWorkbook_GivesItsCells(string what, byte[] bytes, string expected)
    {
        Table table = await Table.OfAsync(new MemoryUpload(bytes));

        Assert.True(table.Codes.Length == 0, what + table.Codes);
        Assert.Equal(expected, table.Text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), table.Sha256);
        Assert.Equal(table.Header.Length, table.Survey!.Columns.Count);
        Assert.StartsWith("XLSX, foglio «", table.Survey.Encoding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_FileThatLibreOfficeSaved_GivesItsCells()
    {
        byte[] bytes = await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "Xlsx", "Files", "libreoffice-tipi.xlsx"));

        Table table = await Table.OfAsync(new MemoryUpload(bytes));

        Assert.Equal(
            "1:ente|anno|importo|data|nota / 2:018110|2025|1500,5|2025-12-31|è / 3:018111|2025|12,5|2025-02-01|VERO / "
                + "4:018112|2025|7||#DIV/0!",
            table.Text);
        Assert.Equal("E4", Assert.Single(table.CellProblems).Cell);
    }

    [Fact]
    public async Task Outside_TitlesAboveTheHeader_AreHandedOver()
    {
        Table table = await Table.OfAsync(
            new MemoryUpload((byte[])Readable.Single(row => (string)row[0] == "titles above")[1]));

        Assert.Equal(["A1:Comune di Piadena", "A2:Anno:", "B2:2020", "A3:Ente:", "B3:Piadena Drizzona"], table.Outside);
    }

    [Theory]
    [InlineData("spesa-sociale", "Altro=1,Spesa Sociale=2", "2")]
    [InlineData("spesa-sociale", "Altro=1,SPESA_SOCIALE=2:hidden", "2")]
    [InlineData("spesa-sociale", "Altro=1,Elenchi=2:hidden,Vecchio=3:veryHidden", "1")]
    [InlineData("spesa-sociale", "Altro=,Foglio2=2", "2")]
    [InlineData(null, "Altro=1,Elenchi=2:hidden", "1")]
    [InlineData("spesa-sociale", "Altro=1,Foglio2=2", "PZ1006")]
    [InlineData("spesa-sociale", "Spesa sociale=1,spesa-sociale=2", "PZ1006")]
    [InlineData(null, "Altro=1,Foglio2=2", "PZ1006")]
    [InlineData("spesa-sociale", "Altro=,Nascosto=2:hidden", "PZ1001")]
    [InlineData("spesa-sociale", "Altro=1,spesa-sociale=", "PZ1001")]
    public async Task OpenAsync_SeveralSheets_ReadsTheOneMeantOrNone(string? flow, string sheets, string expected)
    {
        XlsxFile file = new();
        foreach (string[] sheet in sheets.Split(',').Select(sheet => sheet.Split('=', ':')))
        {
            file.WithSheet(
                sheet[0],
                sheet[1].Length == 0
                    ? "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>"
                    : $"<row r=\"1\">{Texts("A1:a", "B1:b")}</row><row r=\"2\"><c r=\"A2\"><v>{sheet[1]}</v></c></row>",
                sheet.ElementAtOrDefault(2) ?? "visible");
        }

        Table table = await Table.OfAsync(file.Upload(), sheet: flow);

        Assert.Equal(expected, table.Codes.Length > 0 ? table.Codes : table.Rows[0][0]);
        if (expected == "PZ1006")
        {
            Assert.All(
                sheets.Split(','),
                sheet =>
                    Assert.Contains($"«{sheet.Split('=')[0]}»", table.Problems[0].Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task ReadAsync_AMillionGhostRows_CostNothingAndHideNothing()
    {
        System.Text.StringBuilder rows = new("<row r=\"1\">" + Texts("A1:a", "B1:b") + "</row>");
        for (int i = 2; i <= 1_000_000; i++)
        {
            rows.Append("<row r=\"")
                .Append(i)
                .Append("\" s=\"1\" ht=\"15\"><c r=\"A")
                .Append(i)
                .Append("\" s=\"1\"/><c r=\"XFD")
                .Append(i)
                .Append("\" s=\"1\"/></row>");
        }

        Table table = await Table.OfAsync(
            XlsxFile.Of(rows + "<row r=\"1048576\"><c r=\"A1048576\"><v>5</v></c></row>").Upload(),
            new ReadLimits(MaxRows: 1));

        Assert.Equal("1:a|b / 1048576:5|", table.Text);
        Assert.Equal(string.Empty, table.Codes);
    }

    [Fact]
    public async Task ReadAsync_OverTheRowLimit_StopsThere()
    {
        byte[] bytes = XlsxFile
            .Of("<row r=\"1\">" + Texts("A1:a", "B1:b") + "</row>" + Row(2, 2) + Row(5, 2) + Row(9, 2))
            .Bytes();

        Assert.Equal(string.Empty, (await Table.OfAsync(new MemoryUpload(bytes), new ReadLimits(MaxRows: 3))).Codes);
        Assert.Equal("PZ1005@9", (await Table.OfAsync(new MemoryUpload(bytes), new ReadLimits(MaxRows: 2))).Codes);
    }

    [Fact]
    public async Task OpenAsync_LargeWorkbook_OpensTheStorageOnce()
    {
        byte[] noise = new byte[RereadableContent.MaxKept + 1];
        new Random(1).NextBytes(noise);
        MemoryUpload upload = new(
            XlsxFile.Of("<row r=\"1\">" + Texts("A1:a", "B1:b") + "</row>").With("xl/media/image1.png", noise).Bytes(),
            chunkSeed: 3);

        Table table = await Table.OfAsync(upload);

        Assert.Equal("1:a|b", table.Text);
        Assert.Equal(1, upload.Opened);
    }

    private static string Texts(params string[] cells) =>
        string.Concat(
            cells
                .Select(cell => cell.Split(':', 2))
                .Select(cell => $"<c r=\"{cell[0]}\" t=\"inlineStr\"><is><t>{cell[1]}</t></is></c>"));

    private static string Row(int row, int cells) =>
        $"<row r=\"{row}\">"
        + string.Concat(Enumerable.Range(1, cells).Select(i => $"<c r=\"{(char)('A' + i - 1)}{row}\"><v>{i}</v></c>"))
        + "</row>";

    private static byte[] ExcelLike() =>
        XlsxFile
            .Of(
                "<row r=\"1\" spans=\"1:2\" x14ac:dyDescent=\"0.25\" xmlns:x14ac=\"u\"><c r=\"A1\" "
                    + "t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                    + "<row r=\"2\" spans=\"1:2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" "
                    + "s=\"1\"><v>1234.56</v></c></row>"
                    + "<row r=\"3\" spans=\"1:2\"><c r=\"A3\" t=\"s\"><v>3</v></c><c r=\"B3\" "
                    + "s=\"1\"><v>7</v></c></row>"
                    + "<row r=\"4\" spans=\"1:2\"><c r=\"B4\" s=\"1\"/></row>")
            .WithStrings("<t>comune</t>", "<t>importo</t>", "<t>Cà d'Andrea</t>", "<t>Piadena</t>")
            .WithFormats("#,##0.00\\ \"€\"")
            .Bytes();

    private static byte[] LibreOfficeLike() =>
        XlsxFile
            .Of(
                "<row r=\"1\" customFormat=\"false\" ht=\"12.8\" hidden=\"false\" customHeight=\"false\" "
                    + "outlineLevel=\"0\" collapsed=\"false\">"
                    + "<c r=\"A1\" s=\"0\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"0\" t=\"s\"><v>1</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" s=\"0\" t=\"s\"><v>2</v></c><c r=\"B2\" s=\"1\" t=\"n\"><f "
                    + "aca=\"false\">1000+234.56</f><v>1234.56</v></c></row>"
                    + "<row r=\"3\"><c r=\"A3\" s=\"0\" t=\"s\"><v>3</v></c><c r=\"B3\" s=\"1\" "
                    + "t=\"n\"><v>7</v></c></row>")
            .WithStrings(
                "<t xml:space=\"preserve\">comune</t>",
                "<t xml:space=\"preserve\">importo</t>",
                "<t xml:space=\"preserve\">Cà d'Andrea</t>",
                "<t>Piadena</t>")
            .WithFormats("#,##0.00")
            .Bytes();
}
