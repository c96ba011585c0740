using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd.Pages;

/// <summary>A receipt as proof, over real HTTP.</summary>
public sealed class ProofPageTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Name = "018110/rendicontazione/2021/a.csv";

    [Fact]
    public async Task Receipt_OfAReplacement_IsAProofOnOneSheetOfPaper()
    {
        Receipt first = await SendAsync("10,00");
        Receipt second = await SendAsync("12,50");

        string html = await TextAsync($"ricevute/{second.Id}", "018110", HttpStatusCode.OK);
        IHtmlDocument page = new HtmlParser().ParseDocument(html);
        string text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Comune 018110 (018110)", text, StringComparison.Ordinal);
        Assert.Contains("Rendicontazione dei fondi", text, StringComparison.Ordinal);
        Assert.Contains("1 febbraio 2026, 10:00:00 (ora italiana, UTC+1)", text, StringComparison.Ordinal);
        Assert.Equal(
            second.Sha256,
            page.QuerySelector("code")!.TextContent.Replace(" ", string.Empty, StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"/ricevute/{first.Id}");
        Assert.Contains("+2,50", text, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll(".storia li").Length);
        Assert.Single(page.QuerySelectorAll("main .btn-primary"));
        Assert.Equal(1, await Chromium.CountSheetsAsync(DressedAgain(html)));
    }

    [Fact]
    public async Task ReceiptText_OfAFile_HasTheSameFactsForItsBodyAlone()
    {
        Receipt receipt = await SendAsync("20,00");
        string address = $"ricevute/{receipt.Id}/ricevuta.txt";

        string text = await TextAsync(address, "018110", HttpStatusCode.OK);

        Assert.Contains($"Numero: {receipt.Id}\r\n", text, StringComparison.Ordinal);
        Assert.Contains($"SHA-256: {receipt.Sha256}\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Ente: Comune 018110 (018110)\r\n", text, StringComparison.Ordinal);
        await TextAsync(address, "018030", HttpStatusCode.NotFound);
        await TextAsync($"ricevute/{receipt.Id}", "018030", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ReceiptPaper_OfAFile_IsADocumentForItsBodyAlone()
    {
        Receipt receipt = await SendAsync("30,00");
        string address = $"ricevute/{receipt.Id}/ricevuta.pdf";

        HttpResponseMessage answer = await hub.GetAsync(address, "comune", "018110", "text/html");
        byte[] paper = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal($"ricevuta-{receipt.Id}.pdf", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(paper), StringComparison.Ordinal);
        Assert.Contains($"href=\"/{address}\"", await TextAsync(
            $"ricevute/{receipt.Id}", "018110", HttpStatusCode.OK), StringComparison.Ordinal);
        await TextAsync(address, "018030", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SentFile_OfAReceipt_IsTheSameToTheLastByteForWhoMayReadIt()
    {
        string sent = Csv.Expenses("018110", "DDN", 2021, ("40,00", "4,00"));
        Receipt receipt = await hub.SendAsync(Name, sent);
        string address = $"ricevute/{receipt.Id}/file";

        HttpResponseMessage answer = await hub.GetAsync(address, "comune", "018110", "text/html");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(sent, await answer.Content.ReadAsStringAsync());
        Assert.Equal("a.csv", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains(
            Links(await TextAsync($"ricevute/{receipt.Id}", "018110", HttpStatusCode.OK)),
            link => link == $"/{address}");
        using HttpResponseMessage office = await hub.GetAsync(address, "ufficio-di-piano", "ente-udp", "text/html");
        Assert.Equal(HttpStatusCode.OK, office.StatusCode);
        await TextAsync(address, "018030", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Receipt_OfARefusedFile_LeadsItsSenderAndNobodyElseToSendItAgain()
    {
        Receipt receipt = await SendAsync("n.d.");
        string send = "/invia?flusso=rendicontazione&periodo=2021";

        string own = await TextAsync($"ricevute/{receipt.Id}", "018110", HttpStatusCode.OK);
        string office = await (await hub.GetAsync(
            $"ricevute/{receipt.Id}", "ufficio-di-piano", "ente-udp", "text/html")).Content.ReadAsStringAsync();

        Assert.Contains(Links(own), link => link == send);
        Assert.DoesNotContain(Links(office), link => link == send);
        Assert.Contains(Links(office), link => link == $"/api/esiti/{receipt.Id}.xlsx");
    }

    [Fact]
    public async Task Receipt_OfARefusedFile_LeadsTheAssemblyNowhereThatIsClosedToIt()
    {
        Receipt receipt = await SendAsync("n.d.");

        string page = await (await hub.GetAsync(
            $"ricevute/{receipt.Id}", "assemblea", "018110", "text/html")).Content.ReadAsStringAsync();

        Assert.Contains("deve correggerlo e inviarlo di nuovo", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/invi", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/verifica", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_OfARefusedFileBeforeAnAcceptedOne_LeadsToThat()
    {
        Receipt refused = await SendAsync("n.d.");
        Receipt accepted = await SendAsync("60,00");

        string page = await TextAsync($"ricevute/{refused.Id}", "018110", HttpStatusCode.OK);

        Assert.Contains("Poi è stato accettato un altro file", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains(Links(page), link => link == $"/ricevute/{accepted.Id}");
        Assert.DoesNotContain("Invia il file corretto", page, StringComparison.Ordinal);
    }

    // The links of the frame's own style sheet are written in another way than those that are served.
    private static string DressedAgain(string html) => Dressed.Of(
        html.Replace(".css\">", ".css\" />", StringComparison.Ordinal));

    private static IEnumerable<string?> Links(string html) =>
        new HtmlParser().ParseDocument(html).QuerySelectorAll("main a").Select(link => link.GetAttribute("href"));

    private Task<Receipt> SendAsync(string committed) =>
        hub.SendAsync(Name, Csv.Expenses("018110", "DDN", 2021, (committed, "4,00")));

    private async Task<string> TextAsync(string path, string sender, HttpStatusCode expected)
    {
        HttpResponseMessage answer = await hub.GetAsync(path, "comune", sender, "text/html");
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
