using System.Text;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Tests.Xlsx;

/// <summary>Whatever a program writes in a workbook, in a part or an attribute that no table is read from.</summary>
public sealed class OtherPartsTests
{
    private const string Person = "RSSMRA80A01H501U";
    private const string Address = "mario.rossi@example.it";

    private const string Last = "<c r=\"A2\"><v>1</v></c>";
    private const string Rows =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" "
            + "t=\"inlineStr\"><is><t>b</t></is></c></row><row r=\"2\">" + Last + "</row>";

    /// <summary>A part that a workbook may have, what is in it, and how it is called.</summary>
    public static TheoryData<string, string, string> Parts() => new()
    {
        { "xl/pivotCache/pivotCacheDefinition1.xml", $"<p><sharedItem><s v=\"{Person}\"/></sharedItem></p>", "pivot" },
        { "xl/pivotCache/pivotCacheRecords1.xml", $"<p><r><n v=\"1\"/><s v=\"{Person}\"/></r></p>", "pivot" },
        { "xl/externalLinks/externalLink1.xml", $"<e><cell r=\"A1\"><v>{Person}</v></cell></e>", "un altro file" },
        { "xl/externalLinks/_rels/externalLink1.xml.rels", $"<R><r Target=\"mailto:{Address}\"/></R>", "collegamento" },
        { "xl/tables/table1.xml", $"<table comment=\"{Person}\"/>", "tabella" },
        { "xl/tables/table2.xml", $"<table><filter val=\"{Person}\"/></table>", "tabella" },
        { "xl/connections.xml", $"<c><connection name=\"x\" description=\"{Address}\"/></c>", "connessione" },
        { "xl/persons/person.xml", $"<personList><person userId=\"S::{Address}::0\"/></personList>", "autori" },
        { "xl/comments9.xml", $"<comments><authors><author>{Person}</author></authors></comments>", "commento" },
        { "xl/ctrlProps/ctrlProp1.xml", $"<formControlPr>{Person}</formControlPr>", "controllo" },
        { "xl/drawings/drawing9.xml", $"<d><cNvPr id=\"1\" name=\"{Person}\" title=\"x\"/></d>", "disegno" },
        { "xl/drawings/drawing9.xml", $"<d><hlinkClick tooltip=\"{Person}\"/></d>", "disegno" },
        { "xl/drawings/vmlDrawing1.vml", $"<xml><div>uno<br>{Person}</div></xml>", "disegno" },
        { "xl/charts/chart1.xml", $"<c><v>{Person}</v></c>", "grafico" },
        { "docProps/core.xml", $"<p><creator>{Address}</creator></p>", "proprietà" },
        { "docProps/custom.xml", $"<p><property name=\"x\"><lpwstr>{Person}</lpwstr></property></p>", "proprietà" },
        { "customXml/item1.xml", $"<a>{Person}</a>", "ha aggiunto" },
        { "customXml/item2.xml", $"<a><![CDATA[{Person}]]></a>", "ha aggiunto" },
        { "customXml/item3.xml", $"<a><!-- {Person} --></a>", "ha aggiunto" },
        { "customXml/item4.xml", $"<!DOCTYPE a><a>{Person}</a>", "ha aggiunto" },
        { "xl/styles.xml", $"<styleSheet><cellStyle name=\"{Person}\"/></styleSheet>", "non si vede" },
        { "xl/x.xml", "<a><r><rPr><b/></rPr><t>RSSMRA80</t></r><r><rPr/><t>A01H501U</t></r></a>", "non si vede" },
        { "xl/x.xml", $"<a>{new string('x', 70_000)} {Person} {new string('x', 70_000)}</a>", "non si vede" },
        { "xl/x.xml", "<a b=\"&#82;SSMRA80A01H501U\"/>", "non si vede" },
        { "xl/x.xml", "<a b=\"mailto:mario.rossi%40example.it\"/>", "non si vede" },
        { $"xl/media/{Person}.png", "x", "nel nome di una parte" },
    };

    /// <summary>What stands beside the values in the sheet that is read.</summary>
    public static TheoryData<string, string> Edges() => new()
    {
        { $"<autoFilter><filterColumn colId=\"1\"><filters><filter val=\"{Person}\"/></filters></filterColumn></autoFilter>",
            "filtro" },
        { $"<conditionalFormatting><cfRule text=\"{Person}\"/></conditionalFormatting>", "regola" },
        { $"<conditionalFormatting><cfRule><formula>SEARCH(\"{Person}\",A1)</formula></cfRule></conditionalFormatting>",
            "regola" },
        { $"<dataValidations><dataValidation><formula1>\"{Person},x\"</formula1></dataValidation></dataValidations>",
            "regola" },
        { $"<scenarios><scenario name=\"x\" comment=\"{Person}\"/></scenarios>", "impostazione" },
        { $"<protectedRanges><protectedRange name=\"{Person}\"/></protectedRanges>", "impostazione" },
        { $"<sheetPr codeName=\"{Person}\"/>", "impostazione" },
    };

    /// <summary>Cells with a person in what is not their value.</summary>
    public static TheoryData<string> Cells() =>
    [
        $"<c r=\"B2\"><f>IF(\"{Person}\"=\"\",0,5)</f><v>5</v></c>",
        $"<c r=\"B2\" t=\"str\"><f>HYPERLINK(\"mailto:{Address}\",\"x\")</f><v>x</v></c>",
        $"<c r=\"B2\" t=\"inlineStr\"><is><t>x</t><rPh sb=\"0\" eb=\"1\"><t>{Person}</t></rPh></is></c>",
        $"<c r=\"B2\" t=\"inlineStr\"><is><t>x</t></is><v>{Person}</v></c>",
    ];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Elsewhere_PersonInAnyPart_IsHandedOverWithWhereItIs(string path, string xml, string words)
    {
        OutsideText found = await OnlyAsync(XlsxFile.Of(Rows).With(path, xml));

        Assert.Contains(words, found.Where!, StringComparison.Ordinal);
        Assert.DoesNotContain(Person, found.Where!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public async Task Elsewhere_PersonInTheSheetBesideItsCells_IsHandedOver(string edge, string words)
    {
        string sheet = XlsxFile.Sheet(Rows).Replace("</worksheet>", edge + "</worksheet>", StringComparison.Ordinal);

        Assert.Contains(
            words, (await OnlyAsync(new XlsxFile().WithSheetXml("Dati", sheet))).Where!, StringComparison.Ordinal);
        Assert.Contains(
            "foglio «Altro»",
            (await OnlyAsync(new XlsxFile().WithSheet("Dati", Rows).WithSheetXml("Altro", sheet, "hidden"))).Where!,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Elsewhere_PersonInACellAndNotInItsValue_IsHandedOverWithTheCell(string cell)
    {
        string rows = Rows.Replace(Last, Last + cell, StringComparison.Ordinal);

        Assert.Equal("nella formula di B2, foglio «Foglio1»", (await OnlyAsync(XlsxFile.Of(rows))).Where);
    }

    [Fact]
    public async Task Elsewhere_SharedTextThatNoCellShows_IsHandedOverAndOneThatACellShowsIsNot()
    {
        string shown = Rows.Replace(Last, "<c r=\"A2\" t=\"s\"><v>0</v></c>", StringComparison.Ordinal);
        string[] strings = [$"<t>{Person}</t>", "<t>x</t>"];

        Assert.Empty(await PersonalAsync(XlsxFile.Of(shown).WithStrings(strings)));
        Assert.Contains(
            "nessuna cella mostra", (await OnlyAsync(XlsxFile.Of(Rows).WithStrings(strings))).Where!,
            StringComparison.Ordinal);
        Assert.Contains(
            "nessuna cella mostra",
            (await OnlyAsync(XlsxFile.Of(Rows).WithStrings($"<t>x</t><rPh><t>{Person}</t></rPh>"))).Where!,
            StringComparison.Ordinal);
    }

    /// <summary>What programs write of themselves, and who wrote the file by name: nobody's data.</summary>
    [Theory]
    [InlineData("docProps/core.xml", "<p xmlns:dc=\"http://purl.org/dc/\"><dc:creator>Mario Rossi</dc:creator></p>")]
    [InlineData("xl/x.xml", "<a uid=\"{A0B1C2D3-0001-0000-0000-000000000000}\" url=\"D:\\Utenti\\mario.rossi\\a.xlsx\"/>")]
    [InlineData("xl/x.xml", "<a Target=\"mailto:\" t=\"mailto:?subject=@\" c=\"_-* #,##0_-;_-@_-\"/>")]
    [InlineData("xl/x.xml", "<a><f>Tabella1[@Importo]+391234567.89+3912345678</f></a>")]
    [InlineData("xl/x.xml", "<a xmlns:b=\"urn:a@example.it\" b:c=\"http://schemas.example.org/2006/relationships\"/>")]
    [InlineData("customXml/item1.xml", "<a><![CDATA[x]]></a>")]
    [InlineData("customXml/item1.xml", "no XML & no person")]
    public async Task Elsewhere_NobodyInAPart_IsNotHandedOver(string path, string xml) =>
        Assert.Empty(await PersonalAsync(XlsxFile.Of(Rows).With(path, xml)));

    [Fact]
    public async Task Elsewhere_PartInUtf16_IsSeen() =>
        Assert.Equal(Person, (await OnlyAsync(XlsxFile.Of(Rows).With(
            "customXml/item1.xml",
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"<DataMashup>{Person}</DataMashup>")]))).Text);

    [Fact]
    public async Task Elsewhere_PartThatIsABomb_IsAFailure()
    {
        Table table = await Table.OfAsync(
            XlsxFile.Of(Rows).With("customXml/item1.xml", new byte[40_000_000]).Upload());

        Assert.Equal("PZ1007", table.Codes);
        Assert.Contains("più grande", table.Problems[0].Message, StringComparison.Ordinal);
    }

    private static async Task<OutsideText> OnlyAsync(XlsxFile file) => Assert.Single(await PersonalAsync(file));

    // Of the texts that are handed over, those that are not the name of a sheet.
    private static async Task<IReadOnlyList<OutsideText>> PersonalAsync(XlsxFile file)
    {
        ReadResult read = await new UploadReader(new ReadLimits()).OpenAsync(
            file.Upload(), "Dati", CancellationToken.None);
        await using IRowSource source = read.Source!;
        OutsideText[] all = [.. source.Elsewhere];
        Assert.Null(source.Failure);
        return [.. all.Where(one => one.Where is { } where
            && !where.StartsWith("nel nome del foglio", StringComparison.Ordinal))];
    }
}
