using System.IO.Compression;
using System.Net;
using System.Text;
using Azure.Storage.Blobs.Models;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Uploads;
using PianoZona.Testing;

namespace PianoZona.EndToEnd;

/// <summary>
/// What stands beside a receipt: the page always, the sender's sheet when there are problems, of a quarantined file
/// nothing of its content.
/// </summary>
public sealed class ReceiptFormTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string TaxCode = "RSSMRA80A01H501U";

    [Fact]
    public async Task Process_RefusedFile_StoresThePageAndTheSheetBack()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        ReceiptId id = await ProcessAsync(
            hub, "018030/spesa-sociale/2001/a.csv", Csv.Spending("018030", 2001, ("ANZIANI", "n.d.")), 1);

        string page = WebUtility.HtmlDecode(await hub.TextAsync(StorageNames.Receipts, id.Path + ".html"));
        Assert.Contains("«n.d.» non è un numero", page, StringComparison.Ordinal);
        string sheet = await SheetAsync(hub, id);
        Assert.Contains("n.d.", sheet, StringComparison.Ordinal);
        Assert.Contains("ANZIANI", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_CleanFile_StoresThePageOnly()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        ReceiptId id = await ProcessAsync(
            hub, "018030/spesa-sociale/2002/a.csv", Csv.Spending("018030", 2002, ("ANZIANI", "1,00")), 1);

        Assert.Contains(
            "Esito: accettato",
            await hub.TextAsync(StorageNames.Receipts, id.Path + ".html"),
            StringComparison.Ordinal);
        Assert.False(await hub.IsInAsync(StorageNames.Receipts, id.Path + ".xlsx"));
    }

    [Fact]
    public async Task Process_FileThatCannotBeRead_StoresThePageOnly()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        ReceiptId id = await ProcessAsync(hub, "018030/spesa-sociale/2003/a.pdf", "%PDF-1.7 testo", 1);

        Assert.Contains(
            "PZ1002", await hub.TextAsync(StorageNames.Receipts, id.Path + ".html"), StringComparison.Ordinal);
        Assert.False(await hub.IsInAsync(StorageNames.Receipts, id.Path + ".xlsx"));
    }

    [Fact]
    public async Task Process_QuarantinedFile_LeavesNoCellOfItAnywhere()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        const string Name = "018030/rendicontazione/2004/a.csv";
        ReceiptId id = await ProcessAsync(
            hub,
            Name,
            $"ente;fondo;annualita;intervento;impegnato;note\n018030;FNA;2004;Voucher di Tizio;x,y;{TaxCode}\n",
            1);

        Assert.Equal(Outcome.Quarantined, (await hub.FindReceiptAsync(id))!.Outcome);
        Assert.True(await hub.IsInAsync(StorageNames.Receipts, id.Path + ".html"));
        Assert.False(await hub.IsInAsync(StorageNames.Receipts, id.Path + ".xlsx"));
        Assert.False(await hub.IsInAsync(StorageNames.Inbox, Name));
        Assert.False(await hub.IsInAsync(StorageNames.Archive, id.Path));
        foreach (string ending in (string[])[".html", ".json"])
        {
            string text = await hub.TextAsync(StorageNames.Receipts, id.Path + ending);
            Assert.Contains("PZ1013", text, StringComparison.Ordinal);
            Assert.All(
                [TaxCode, "Voucher di Tizio", "x,y"],
                value => Assert.DoesNotContain(value, text, StringComparison.Ordinal));
        }
    }

    /// <summary>
    /// A crash between any two requests: whatever has a receipt has its other forms too, also before the event comes
    /// again.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Process_RefusedFileCrashAtAnyRequest_NoReceiptWithoutItsForms(bool afterTheService)
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        hub.Faults.AfterTheService = afterTheService;
        bool crashed = true;
        int at = 0;
        while (crashed)
        {
            at++;
            string name = $"018041/spesa-sociale/{(afterTheService ? 2050 : 2000) + at}/a.csv";
            ReceiptId id = await hub.PutAsync(name, Csv.Spending("018041", 2000, ("ANZIANI", "n.d.")), at);
            hub.Faults.CrashAt = at;
            crashed = await CrashesAsync(() => hub.ProcessAsync(name));
            hub.Faults.CrashAt = 0;
            Assert.True(await hub.FindReceiptAsync(id) is null || await HasFormsAsync(hub, id), $"request {at}");

            await hub.ProcessAsync(name);
            Assert.Equal(Outcome.Refused, (await hub.FindReceiptAsync(id))!.Outcome);
            Assert.True(await HasFormsAsync(hub, id));
            Assert.False(await hub.IsInAsync(StorageNames.Inbox, name));
        }

        Assert.InRange(at, 7, 20);
    }

    /// <summary>An attempt wrote the sheet and then failed for good: the quarantine takes it away again.</summary>
    [Fact]
    public async Task Quarantine_AfterAnAttemptThatWroteTheSheet_TakesItAway()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        const string Name = "018091/spesa-sociale/2005/a.csv";
        ReceiptId id = await hub.PutAsync(Name, Csv.Spending("018091", 2005, ("ANZIANI", "n.d.")), 1);
        hub.Faults.Refuses = request => request.Uri.Path.EndsWith(".json", StringComparison.Ordinal);
        Assert.True(await CrashesAsync(() => hub.ProcessAsync(Name)));
        hub.Faults.Refuses = null;
        Assert.True(await hub.IsInAsync(StorageNames.Receipts, id.Path + ".xlsx"));

        await hub.Get<UploadPipeline>().QuarantineAsync(Name, default);

        Assert.False(await hub.IsInAsync(StorageNames.Receipts, id.Path + ".xlsx"));
        Assert.Contains(
            "PZ1012", await hub.TextAsync(StorageNames.Receipts, id.Path + ".html"), StringComparison.Ordinal);
    }

    /// <summary>
    /// Two verdicts on one upload, because the configuration changed between two attempts: all forms are those of the
    /// one that stands.
    /// </summary>
    [Fact]
    public async Task Deliver_AnotherVerdictWhenOneStands_LeavesTheFormsOfTheOneThatStands()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        const string Name = "018110/spesa-sociale/2006/a.csv";
        ReceiptId id = await ProcessAsync(hub, Name, Csv.Spending("018110", 2006, ("ANZIANI", "1,00")), 1);
        Receipt stands = (await hub.FindReceiptAsync(id))!;

        Receipt kept = await hub.Get<ReceiptDelivery>().StoreAsync(stands with { Outcome = Outcome.Refused }, default);

        Assert.Equal(Outcome.Accepted, kept.Outcome);
        Assert.Contains(
            "Esito: accettato",
            await hub.TextAsync(StorageNames.Receipts, id.Path + ".html"),
            StringComparison.Ordinal);
    }

    private static async Task<ReceiptId> ProcessAsync(QuietHub hub, string name, string content, long sequence)
    {
        ReceiptId id = await hub.PutAsync(name, content, sequence);
        await hub.ProcessAsync(name);
        return id;
    }

    private static async Task<bool> HasFormsAsync(QuietHub hub, ReceiptId id) =>
        await hub.IsInAsync(StorageNames.Receipts, id.Path + ".html")
        && (await SheetAsync(hub, id)).Contains("n.d.", StringComparison.Ordinal);

    // The text of all its parts; a workbook that is cut short does not open.
    private static async Task<string> SheetAsync(QuietHub hub, ReceiptId id)
    {
        BlobDownloadResult blob = await hub
            .Blobs.GetBlobContainerClient(StorageNames.Receipts)
            .GetBlobClient(id.Path + ".xlsx")
            .DownloadContentAsync();
        await using ZipArchive zip = new(blob.Content.ToStream());
        StringBuilder text = new();
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using StreamReader reader = new(await entry.OpenAsync());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private static async Task<bool> CrashesAsync(Func<Task> step)
    {
        try
        {
            await step();
            return false;
        }
        catch (SimulatedCrash)
        {
            return true;
        }
    }
}
