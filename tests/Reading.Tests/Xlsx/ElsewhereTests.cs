using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Tests.Xlsx;

/// <summary>What a workbook holds besides the rows that are read: handed over as text, imported nowhere.</summary>
public sealed class ElsewhereTests
{
    private const string Rows =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" "
            + "t=\"inlineStr\"><is><t>b</t></is></c></row>"
        + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";

    private static string Cell(string address, string text) =>
        $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    [Theory]
    [InlineData("visible")]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public async Task Elsewhere_OtherSheet_IsHandedOverWithItsName(string state)
    {
        string names =
            $"<row r=\"3\">{Cell("B3", "Bianchi")}<c r=\"D3\" t=\"s\"><v>0</v></c></row><row r=\"9\"><c r=\"A9\"><v>7</v></c></row>";
        XlsxFile file = new XlsxFile()
            .WithSheet("dati", Rows)
            .WithSheet("Elenco", names, state)
            .WithStrings("<t>Rossi</t>");

        Table table = await Table.OfAsync(file.Upload(), sheet: "dati");

        Assert.Equal(
            ["dati!A1:dati", "Elenco!B3:Bianchi", "Elenco!D3:Rossi", "Elenco!A9:7", "Elenco!A1:Elenco"],
            table.Elsewhere);
        Assert.Equal("1:a|b / 2:1|", table.Text);
    }

    [Theory]
    [InlineData(
        "comments",
        "<comments><authors><author>Ufficio</author></authors><commentList><comment ref=\"B2\" authorId=\"0\"><text>"
            + "<r><t>da </t></r><r><rPr><b/></rPr><t>Bianchi</t></r></text></comment>"
            + "<comment ref=\"XFD1048576\"><text><t>x</t></text></comment></commentList></comments>",
        "!B2 (commento):da Bianchi",
        "!XFD1048576 (commento):x")]
    [InlineData(
        "threadedComment",
        "<ThreadedComments><threadedComment ref=\"B2\"><text>da Bianchi</text></threadedComment>"
            + "<threadedComment ref=\"?\"><text>x</text></threadedComment></ThreadedComments>",
        "!B2 (commento):da Bianchi",
        "!A1 (commento):x")]
    public async Task Elsewhere_Comments_AreHandedOverWithTheirCells(string type, string xml, params string[] expected)
    {
        XlsxFile file = XlsxFile
            .Of(Rows)
            .With("xl/worksheets/_rels/sheet1.xml.rels", XlsxFile.RelationsXml([("c", type, "../notes.xml")]))
            .With("xl/notes.xml", xml);

        Table table = await Table.OfAsync(file.Upload());

        Assert.Equal([.. expected, "Foglio1!A1:Foglio1"], table.Elsewhere);
        Assert.Equal(string.Empty, table.Codes);
    }

    [Fact]
    public async Task Elsewhere_CommentOnAHiddenSheet_NamesTheSheet()
    {
        XlsxFile file = XlsxFile.Of(Rows).WithSheet("Vecchio", Rows, "hidden")
            .With("xl/worksheets/_rels/sheet2.xml.rels", XlsxFile.RelationsXml([("c", "comments", "../comments2.xml")]))
            .With(
                "xl/comments2.xml",
                "<comments><commentList><comment ref=\"C4\"><text><t>nota</t></text></comment></commentList></comments>"
            );

        Assert.Contains("Vecchio!C4 (commento):nota", (await Table.OfAsync(file.Upload())).Elsewhere);
    }

    [Theory]
    [InlineData("<worksheet><sheetData><row r=\"1\">", "danneggiato")]
    [InlineData(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row></sheetData></worksheet>", "testi")]
    [InlineData(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" "
            + "t=\"inlineStr\"><is><t>123456789</t></is></c></row></sheetData></worksheet>",
        "più lungo")]
    public async Task Elsewhere_SheetThatCannotBeRead_IsAFailure(string xml, string words)
    {
        XlsxFile file = XlsxFile.Of(Rows).WithSheetXml("Altro", xml, "hidden");

        Table table = await Table.OfAsync(file.Upload(), new ReadLimits(MaxCellLength: 8));

        Assert.Equal("PZ1007", table.Codes);
        Assert.Contains(words, table.Problems[0].Message, StringComparison.Ordinal);
        Assert.Empty(table.Rows);
    }

    [Fact]
    public async Task Elsewhere_SheetWiderThanAnyTable_IsNoFailure()
    {
        XlsxFile file = XlsxFile
            .Of(Rows)
            .WithSheet("Largo", $"<row r=\"1\">{Cell("XFD1", "in fondo")}</row>", "hidden");

        Table table = await Table.OfAsync(file.Upload());

        Assert.Contains("Largo!XFD1:in fondo", table.Elsewhere);
        Assert.Equal(string.Empty, table.Codes);
    }

    /// <summary>The header of a page follows its code at once.</summary>
    [Theory]
    [InlineData("<headerFooter><oddHeader>&amp;C&amp;\"Arial\"&amp;12RSSMRA80A01H501U</oddHeader></headerFooter>",
        "piè di pagina")]
    [InlineData("<headerFooter><firstFooter>&amp;RRSSMRA80A01H501U</firstFooter></headerFooter>", "piè di pagina")]
    [InlineData("<dataValidations><dataValidation prompt=\"come RSSMRA80A01H501U\"/></dataValidations>", "convalida")]
    [InlineData("<hyperlinks><hyperlink ref=\"A1\" tooltip=\"mario.rossi@example.it\"/></hyperlinks>", "collegamento")]
    public async Task Elsewhere_PersonBesideTheCells_IsHandedOverWithWhereItIs(string edge, string words)
    {
        string edged = XlsxFile.Sheet(Rows).Replace("</worksheet>", edge + "</worksheet>", StringComparison.Ordinal);

        IReadOnlyList<OutsideText> read = await ElsewhereAsync(new XlsxFile().WithSheetXml("Dati", edged));
        IReadOnlyList<OutsideText> other = await ElsewhereAsync(
            XlsxFile.Of(Rows).WithSheetXml("Altro", edged, "hidden"));

        Assert.Contains(read, one => one.Where?.Contains(words, StringComparison.Ordinal) == true);
        Assert.Contains(other, one => one.Where?.EndsWith("foglio «Altro»", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Elsewhere_TextBoxLinkAndDefinedName_AreHandedOver()
    {
        const string External = "<Relationships><Relationship Id=\"l\" Type=\"x/hyperlink\" TargetMode=\"External\" "
            + "Target=\"mailto:mario%2Erossi@example.it\"/><Relationship Id=\"d\" Type=\"x/drawing\" "
            + "Target=\"../drawings/drawing1.xml\"/></Relationships>";
        XlsxFile file = XlsxFile.Of(Rows)
            .With("xl/worksheets/_rels/sheet1.xml.rels", External)
            .With(
                "xl/drawings/drawing1.xml",
                "<d><cNvPr descr=\"foto\"/><p><r><t>RSSMRA80</t></r><r><t>A01H501U</t></r></p><p><t>altro</t></p></d>")
            .With(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Foglio1\" r:id=\"rId1\"/></sheets><definedNames>"
                    + "<definedName name=\"_RSSMRA80A01H501U\">1</definedName><definedName name=\"totale\">2"
                    + "</definedName></definedNames></workbook>");

        Assert.Equal(
            [
                "in una casella di testo o in un disegno, foglio «Foglio1»: foto",
                "in una casella di testo o in un disegno, foglio «Foglio1»: RSSMRA80A01H501U",
                "in una casella di testo o in un disegno, foglio «Foglio1»: altro",
                "in un collegamento, foglio «Foglio1»: mailto:mario.rossi@example.it",
                "nel nome del foglio 1: Foglio1",
                "in un nome definito: _RSSMRA80A01H501U",
            ],
            (await ElsewhereAsync(file)).Select(one => $"{one.Where}: {one.Text}"));
    }

    /// <summary>Neither in what a receipt says of how the file was read, nor where sheets are listed.</summary>
    [Fact]
    public async Task Open_SheetNamedByATaxCode_IsNeverNamed()
    {
        const string Person = "RSSMRA80A01H501U";

        Table one = await Table.OfAsync(new XlsxFile().WithSheet(Person, Rows).Upload());
        Table two = await Table.OfAsync(new XlsxFile().WithSheet("Dati", Rows).WithSheet(Person, Rows).Upload());

        Assert.Equal("XLSX, foglio 1", one.Survey!.Encoding);
        Assert.Equal("PZ1006", two.Codes);
        Assert.Contains("«Dati», foglio 2", two.Problems[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Person, two.Problems[0].ToString(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<OutsideText>> ElsewhereAsync(XlsxFile file)
    {
        ReadResult read = await new UploadReader(new ReadLimits()).OpenAsync(file.Upload(), CancellationToken.None);
        await using IRowSource source = read.Source!;
        return [.. source.Elsewhere];
    }
}
