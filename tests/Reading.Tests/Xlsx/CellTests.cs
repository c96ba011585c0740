namespace PianoZona.Reading.Tests.Xlsx;

/// <summary>One cell each, as Excel, LibreOffice and other programs write it, and the text it stands for.</summary>
public sealed class CellTests
{
    private static readonly string[] Formats =
    [
        "14",
        "dd/mm/yyyy;@",
        "mmm\\-yy",
        "yyyy",
        "22",
        "h:mm",
        "000000",
        "#,##0.00\\ \"€\"",
        "[$-410]d\\ mmmm\\ yyyy;@",
        "0.00E+00",
        "[Red]0.00",
        "_-* #,##0.00\\ \"mld\"_-",
        "[h]:mm:ss",
        "dd/mm/yyyy\\ hh:mm",
        "General",
        "Standard",
        "yyyy\\-mm\\-dd",
        "17",
        "0%",
        "@",
    ];

    private static readonly string[] Strings =
    [
        "<t>Piadena</t>",
        "<t xml:space=\"preserve\"> a </t>",
        "<r><rPr><b/></rPr><t>Cà </t></r><r><t xml:space=\"preserve\">d'Andrea</t></r>",
        "<t>漢</t><rPh sb=\"0\" eb=\"1\"><t>かん</t></rPh><phoneticPr fontId=\"1\"/>",
        "<t>riga_x000D_\nsotto</t>",
        "<t>_x005F_x000D_</t>",
        "<t>A &amp; B &lt;c&gt;</t>",
        "<t/>",
    ];

    /// <summary>Attributes and inside of a cell, its text.</summary>
    public static TheoryData<string, string, string> Texts => new()
    {
        { "", "<v>1500.5</v>", "1500,5" },
        { "", "<v>12.5</v>", "12,5" },
        { "", "<v>1500</v>", "1500" },
        { "", "<v>1.234</v>", "1,234" },
        { "", "<v>0.30000000000000004</v>", "0,3" },
        { "", "<v>1234.5600000000001</v>", "1234,56" },
        { "", "<v>6.5700000000000003</v>", "6,57" },
        { "", "<v>-0.5</v>", "-0,5" },
        { "", "<v>-0</v>", "0" },
        { "", "<v>1.5E3</v>", "1500" },
        { "", "<v>1E+20</v>", "100000000000000000000" },
        { "", "<v>1.0000000000000001E-5</v>", "0,00001" },
        { "", "<v>1234567890123456789</v>", "1234567890123460000" },
        { "", "<v>0.99999999999999989</v>", "1" },
        { "", "<v>999999999999999.9</v>", "1000000000000000" },
        { "", "<v>12.50</v>", "12,5" },
        { "", "<v> 7 </v>", "7" },
        { "", "<v>NaN</v>", "NaN" },
        { "", "<v>1E999</v>", "1E999" },
        { " s=\"8\"", "<v>1500.5</v>", "1500,5" },
        { " s=\"10\"", "<v>1500</v>", "1500" },
        { " s=\"11\"", "<v>12.5</v>", "12,5" },
        { " s=\"12\"", "<v>1500</v>", "1500" },
        { " s=\"15\"", "<v>45000</v>", "45000" },
        { " s=\"16\"", "<v>45000</v>", "45000" },
        { " s=\"19\"", "<v>0.5</v>", "0,5" },
        { " s=\"7\"", "<v>18110</v>", "018110" },
        { " s=\"7\"", "<v>1234567</v>", "1234567" },
        { " s=\"7\"", "<v>12.5</v>", "12,5" },
        { " s=\"1\"", "<v>46022</v>", "2025-12-31" },
        { " s=\"2\"", "<v>46022</v>", "2025-12-31" },
        { " s=\"9\"", "<v>46022</v>", "2025-12-31" },
        { " s=\"17\"", "<v>46022.75</v>", "2025-12-31" },
        { " s=\"3\"", "<v>45901</v>", "2025-09" },
        { " s=\"18\"", "<v>45901</v>", "2025-09" },
        { " s=\"4\"", "<v>46022</v>", "2025" },
        { " s=\"5\"", "<v>46022.75</v>", "2025-12-31 18:00:00" },
        { " s=\"5\"", "<v>46022</v>", "2025-12-31" },
        { " s=\"14\"", "<v>46022.999999999</v>", "2026-01-01" },
        { " s=\"6\"", "<v>0.52083333333333337</v>", "12:30:00" },
        { " s=\"13\"", "<v>1.5</v>", "36:00:00" },
        { " s=\"1\"", "<v>1</v>", "1900-01-01" },
        { " s=\"1\"", "<v>59</v>", "1900-02-28" },
        { " s=\"1\"", "<v>60</v>", "60" },
        { " s=\"1\"", "<v>61</v>", "1900-03-01" },
        { " s=\"1\"", "<v>2958465</v>", "9999-12-31" },
        { " s=\"1\"", "<v>2958466</v>", "2958466" },
        { " s=\"1\"", "<v>-3</v>", "-3" },
        { " s=\"1\" t=\"s\"", "<v>0</v>", "Piadena" },
        { " s=\"99\"", "<v>3</v>", "3" },
        { " t=\"d\"", "<v>2025-12-31T00:00:00</v>", "2025-12-31" },
        { " t=\"d\"", "<v>2025-12-31</v>", "2025-12-31" },
        { " t=\"s\"", "<v>1</v>", " a " },
        { " t=\"s\"", "<v>2</v>", "Cà d'Andrea" },
        { " t=\"s\"", "<v>3</v>", "漢" },
        { " t=\"s\"", "<v>4</v>", "riga\r\nsotto" },
        { " t=\"s\"", "<v>5</v>", "_x000D_" },
        { " t=\"s\"", "<v>6</v>", "A & B <c>" },
        { " t=\"s\"", "<v>7</v>", "" },
        { " t=\"inlineStr\"", "<is><t>Voltido</t></is>", "Voltido" },
        { " t=\"inlineStr\"", "<is><r><t>San </t></r><r><t>Martino</t></r></is>", "San Martino" },
        { " t=\"inlineStr\"", "<is><t>1.500</t></is>", "1.500" },
        { " t=\"str\"", "<f>A1</f><v>12.50</v>", "12.50" },
        { " t=\"str\"", "<f>IF(A1=\"\",\"\",1)</f><v></v>", "" },
        { "", "<f>SUM(A1:A3)</f><v>12.5</v>", "12,5" },
        { "", "<f t=\"shared\" si=\"0\"/><v>3</v>", "3" },
        { " t=\"b\"", "<v>1</v>", "VERO" },
        { " t=\"b\"", "<v>0</v>", "FALSO" },
        { " t=\"n\"", "<v>2020</v><extLst><ext uri=\"x\"><t>no</t></ext></extLst>", "2020" },
        { "", "<v></v>", "" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task ReadAsync_Cell_GivesItsText(string attributes, string inside, string expected)
    {
        Table table = await Table.OfAsync(File(attributes, inside).Upload());

        Assert.Equal(string.Empty, table.Codes);
        Assert.Equal(["x", expected], table.Rows[0]);
        Assert.Empty(table.CellProblems);
    }

    [Theory]
    [InlineData("", "<f>A1+1</f>", "", "formula")]
    [InlineData("", "<f>A1+1</f><v/>", "", "formula")]
    [InlineData("", "<f>A1+1</f><v></v>", "", "formula")]
    [InlineData(" t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>", "#DIV/0!", "#DIV/0!")]
    [InlineData(" t=\"e\"", "<v>#N/A</v>", "#N/D", "#N/D")]
    [InlineData(" t=\"e\"", "<f>[1]Foglio1!A1</f><v>#REF!</v>", "#RIF!", "#RIF!")]
    public async Task CellProblem_NoResult_SaysWhereAndWhy(string attributes, string inside, string text, string words)
    {
        Table table = await Table.OfAsync(File(attributes, inside).Upload());

        Assert.Equal(["x", text], table.Rows[0]);
        Contracts.Receipts.Problem problem = Assert.Single(table.CellProblems);
        Assert.Equal(("PZ3017", 2, "B2"), (problem.Code, problem.Row, problem.Cell));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('{', problem.Message + problem.Fix);
    }

    [Fact]
    public async Task ReadAsync_RowOfUncachedFormulasOnly_IsNotBlank()
    {
        Table table = await Table.OfAsync(
            XlsxFile.Of(Header + "<row r=\"5\"><c r=\"B5\"><f>B2</f></c></row>").Upload());

        Assert.Equal([5], table.Numbers);
        Assert.Equal("B5", Assert.Single(table.CellProblems).Cell);
    }

    [Theory]
    [InlineData("<v>44560</v>", "2025-12-31")]
    [InlineData("<v>0</v>", "1904-01-01")]
    public async Task ReadAsync_DatesFrom1904_AreThoseShown(string inside, string expected)
    {
        Table table = await Table.OfAsync(File(" s=\"1\"", inside).From1904().Upload());

        Assert.Equal(expected, table.Rows[0][1]);
    }

    [Fact]
    public async Task Survey_TypedDecimals_ProveTheItalianReading()
    {
        Table table = await Table.OfAsync(
            XlsxFile
                .Of(
                    Header
                        + "<row r=\"2\"><c r=\"A2\"><v>1.5</v></c><c r=\"B2\" "
                            + "t=\"inlineStr\"><is><t>6.57</t></is></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><v>1500</v></c><c r=\"B3\" "
                            + "t=\"inlineStr\"><is><t>1.500</t></is></c></row>")
                .Upload());

        Assert.Equal([new(1, 0, 0, 0), new(0, 0, 1, 1)], table.Survey!.Columns);
    }

    private const string Header =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>voce</t></is></c><c r=\"B1\" "
            + "t=\"inlineStr\"><is><t>importo</t></is></c></row>";

    private static XlsxFile File(string attributes, string inside) =>
        XlsxFile
            .Of(
                Header
                    + $"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>x</t></is></c><c "
                        + $"r=\"B2\"{attributes}>{inside}</c></row>")
            .WithStrings(Strings)
            .WithFormats(Formats);
}
