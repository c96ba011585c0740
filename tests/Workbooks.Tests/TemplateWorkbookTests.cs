using DocumentFormat.OpenXml.Spreadsheet;
using PianoZona.Contracts.Flows;

namespace PianoZona.Workbooks.Tests;

public sealed class TemplateWorkbookTests
{
    public static TheoryData<string> Flows => [.. FlowCatalogue.All.Select(flow => flow.Code)];

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Write_AnyFlow_IsValidEmptyAndReadsBack(string code)
    {
        FlowSchema flow = FlowCatalogue.Find(code)!;
        using Opened workbook = Write(flow);

        Assert.Empty(workbook.Mistakes);
        (int headerRow, string[] header, List<(int, string[])> rows) = await workbook.ReadAsync(code);
        Assert.Equal(1, headerRow);
        Assert.Equal(flow.Columns.Select(column => column.Name), header);
        Assert.Empty(rows);
        Assert.Equal(code, workbook.SheetNames[workbook.ActiveTab]);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Write_AnyFlow_ViewsHaveNoEmptyReference(string code)
    {
        using Opened workbook = Write(FlowCatalogue.Find(code)!);

        Assert.All(
            workbook.SheetNames.SelectMany(
                sheet => workbook.Part(sheet).Worksheet.Descendants<SheetView>()
                    .SelectMany(view => view.Descendants().Prepend(view))),
            element => Assert.DoesNotContain(
                "=\"\"", element.CloneNode(deep: false).OuterXml, StringComparison.Ordinal));
        Assert.Equal("A2", workbook.Part(code).Worksheet.Descendants<Pane>().Single().TopLeftCell!.Value);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Write_AnyFlow_ExplainsEveryColumnAndListsEveryChoice(string code)
    {
        FlowSchema flow = FlowCatalogue.Find(code)!;
        using Opened workbook = Write(flow);

        Dictionary<string, string> comments = workbook.Comments(code);
        string instructions = workbook.Part("Istruzioni").Worksheet.InnerText;
        Assert.Equal(flow.Columns.Count, comments.Count);
        Assert.All(flow.Columns, column =>
        {
            Assert.Contains(comments.Values, comment => comment.Contains(column.Description, StringComparison.Ordinal));
            Assert.Contains(column.Description, instructions, StringComparison.Ordinal);
            Assert.Contains(column.Example, instructions, StringComparison.Ordinal);
        });
        Assert.Equal(
            flow.Columns.Select(column => column.Name).Concat(flow.Columns.Select(column => column.Example)),
            workbook.Part("Esempio").Worksheet.Descendants<Cell>().Select(cell => cell.InnerText));
        IEnumerable<DataValidation> lists = workbook.Part(code).Worksheet.Descendants<DataValidation>();
        Assert.Equal(flow.Columns.Count(column => column.Choices.Count > 0), lists.Count());
        Assert.All(
            flow.Columns.Where(column => column.Choices.Count > 0),
            column =>
                Assert.All(
                    column.Choices,
                    choice =>
                        Assert.Contains(choice, workbook.Part("Elenchi").Worksheet.InnerText, StringComparison.Ordinal))
        );
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task Write_RowsThatAreBegun_AreReadBackAsTheyWereWritten(string code)
    {
        FlowSchema flow = FlowCatalogue.Find(code)!;
        string[] begun = [.. flow.Columns.Select(column => column.Required ? column.Example : string.Empty)];
        using Opened workbook = Write(flow, begun, begun);

        Assert.Empty(workbook.Mistakes);
        (_, _, List<(int Number, string[] Cells)> rows) = await workbook.ReadAsync(code);
        Assert.Equal([2, 3], rows.Select(row => row.Number));
        Assert.All(rows, row => Assert.Equal(begun, row.Cells));
    }

    private static Opened Write(FlowSchema flow, params string[][] rows)
    {
        using MemoryStream stream = new();
        TemplateWorkbook.Write(flow, stream, rows);
        return new Opened(stream.ToArray());
    }
}
