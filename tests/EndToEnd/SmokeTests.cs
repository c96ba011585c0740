using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PianoZona.Cli.Local;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Mail;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Ports;
using PianoZona.Reconciliation;

namespace PianoZona.EndToEnd;

/// <summary>
/// The published folder, as it is deployed: one file of each form through timer and queue, a page, a mail, and what
/// comes of them.
/// </summary>
public sealed class SmokeTests(PublishedHub hub) : IClassFixture<PublishedHub>
{
    private const string Comune = "019021";

    [Fact]
    public void Published_Folder_HoldsWhatAzureIsGiven() =>
        Assert.All(
            [
                "host.json",
                "worker.config.json",
                "functions.metadata",
                "extensions.json",
                ".azurefunctions",
                "PianoZona.Functions.dll",
            ],
            name => Assert.True(Path.Exists(Path.Combine(PublishedFunctions.Folder, name)), name));

    [Fact]
    public async Task Published_Application_DoesOneOfEverything()
    {
        // Nobody announces them: the timer finds them, and the queue brings them.
        ReceiptId csv = await hub.SendAsync(
            $"{Comune}/spesa-sociale/2019/spesa.csv",
            BinaryData.FromString(Csv.Spending(Comune, 2019, ("ANZIANI", "1.234,56"))));
        ReceiptId xlsx = await hub.SendAsync(
            $"{Comune}/spesa-sociale/2018/spesa.xlsx", Workbook("2018", "ANZIANI", 99.5));
        await hub.IdleAsync();

        Assert.Equal((Money.Parse("1234.56"), Money.Parse("99.50")), (await PaidAsync(2019), await PaidAsync(2018)));
        foreach (ReceiptId id in (ReceiptId[])[csv, xlsx])
        {
            Receipt receipt = (await hub.Get<IReceiptStore>().FindAsync(id, default))!;
            Assert.Equal((1, 1, 0), (receipt.Rows.Read, receipt.Rows.Accepted, receipt.Rows.Refused));
            Assert.True(await hub.IsInAsync(StorageNames.Archive, id.Path));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("cruscotto"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("api/diagnosi"));
        await HubFixture.EventuallyAsync(() => Task.FromResult(hub.Mail.Sent.Count > 0));
    }

    private async Task<Money?> PaidAsync(int year) =>
        (await hub.Get<IReconciliationStore>().LoadAsync("oglio-po", new FundKey("COM", year), default))
            .Balances[0]
            .Paid;

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using HttpResponseMessage answer = await hub.AskAsync("ufficio-di-piano", "ente-udp", HttpMethod.Get, path);
        return answer.StatusCode;
    }

    private static BinaryData Workbook(string year, string area, double amount)
    {
        using MemoryStream content = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart book = document.AddWorkbookPart();
            WorksheetPart sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(
                new SheetData(
                    new Row(Text("ente"), Text("anno"), Text("area"), Text("importo")),
                    new Row(Text(Comune), Text(year), Text(area), new Cell { CellValue = new CellValue(amount) })));
            book.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = book.GetIdOfPart(sheet),
                        SheetId = 1,
                        Name = "spesa-sociale",
                    }));
        }

        return BinaryData.FromBytes(content.ToArray());
    }

    private static Cell Text(string text) =>
        new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
}
