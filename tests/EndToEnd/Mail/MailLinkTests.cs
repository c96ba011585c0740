using System.Net;
using System.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PianoZona.Cli.Local;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Text;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Mail;
using PianoZona.LocalServices.MailSandbox;

namespace PianoZona.EndToEnd.Mail;

/// <summary>
/// Every link of every message, opened as its reader does: without a sign-in it asks for one and comes back, and then
/// the page is the one that the message speaks of.
/// </summary>
public sealed class MailLinkTests(SignInMailHub hub) : IClassFixture<SignInMailHub>
{
    // What anybody reads.
    private static readonly string[] Open = ["flussi", "regole"];

    // The first part of the addresses that messages lead to; one more is one more to look at here.
    private static readonly string[] Kinds =
        ["", "compila", "cruscotto", "flussi", "invia", "modelli", "posta", "regole", "ricevute", "scadenze"];

    private static readonly Sender[] Senders =
    [
        .. DataFolder.Read(DemoData.Folder).Ambiti.Single(ambito => ambito.Code == "oglio-po").Senders,
    ];

    [Fact]
    public async Task Links_OfEveryMessage_LeadThroughSignInToWhatItSpeaksOf()
    {
        await SendEveryKindAsync();
        (Sender Reader, Uri Link)[] links =
        [
            .. hub.Mail.Sent
                .SelectMany(mail => LinksOf(mail).Select(link => (Reader: ReaderOf(mail), Link: link)))
                .DistinctBy(one => (one.Reader.Kind, one.Link)),
        ];

        Assert.Equal(Kinds, links.Select(one => KindOf(one.Link)).Distinct().Order(StringComparer.Ordinal));
        Assert.All(links, one => Assert.Equal(hub.Address.Authority, one.Link.Authority));
        foreach ((Sender reader, Uri link) in links)
        {
            await FollowAsync(reader, link);
        }
    }

    private async Task SendEveryKindAsync()
    {
        await hub.SendAsync(
            "019009/spesa-sociale/2025/a.csv", Csv.Spending("019009", 2025, ("MINORI-FAMIGLIA", "milleduecento")));
        await hub.SendAsync(
            "019023/spesa-sociale/2025/a.csv", Csv.Spending("019023", 2025, ("MINORI-FAMIGLIA", "100,00")));
        await hub.IdleAsync();
        await hub.RemindAsync(MailHub.Today);
        await hub.RemindAsync(MailHub.Today.AddDays(22));
        await hub.Get<OfficePipeline>().RunAsync(default);
        await hub.Get<MailPipeline>().ReportAsync(
            MailMessage.OfReceipt("oglio-po", "019106_spesa-sociale_2025_0123456789abcdef"), default);
        using MailReader office = new(hub.Address);
        using HttpResponseMessage asked = await office.OpenAsync("/scadenze");
        await office.SignInAsync(await MailReader.PageAsync(asked), Senders.Single(one => one.Code == "ente-udp"));
        using HttpResponseMessage moved = await office.PutAsync(
            "/api/scadenze/spesa-sociale/2025",
            """{ "data": "2026-07-15", "motivo": "cambio di gestionale", "ente": "019052" }""");
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        await hub.IdleAsync();
    }

    private async Task FollowAsync(Sender reader, Uri link)
    {
        using MailReader person = new(hub.Address);
        using HttpResponseMessage first = await person.OpenAsync(link.PathAndQuery);
        if (Open.Contains(KindOf(link), StringComparer.Ordinal))
        {
            await CheckAsync(reader, link, first);
            return;
        }

        // The first page is open to anybody, and leads to the sign-in as the others do.
        HttpStatusCode expected = link.AbsolutePath == "/" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized;
        Assert.True(first.StatusCode == expected, $"{link} answers {first.StatusCode}.");
        string goesOn = await person.SignInAsync(await MailReader.PageAsync(first), reader);
        Assert.Equal(link.PathAndQuery, goesOn);
        using HttpResponseMessage then = await person.OpenAsync(goesOn);
        await CheckAsync(reader, link, then);
    }

    // What the reader came for is what the page is about.
    private static async Task CheckAsync(Sender reader, Uri link, HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{link} answers {answer.StatusCode}.");
        if (KindOf(link) == "modelli")
        {
            Assert.Equal(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                answer.Content.Headers.ContentType!.MediaType);
            return;
        }

        IHtmlDocument page = await MailReader.PageAsync(answer);
        string heading = page.QuerySelector("h1")!.TextContent;
        string last = Uri.UnescapeDataString(link.Segments[^1]);
        switch (KindOf(link))
        {
            case "invia":
                CheckSending(link, page, heading);
                break;
            case "compila":
                string flow = FlowCatalogue.Find(link.Segments[^2].TrimEnd('/'))!.Title;
                Assert.Equal($"Compila {flow}, {Spoken.OfPeriod(last)}", heading);
                break;
            case "flussi":
                Assert.Equal(FlowCatalogue.Find(last)!.Title, heading);
                break;
            case "regole":
                Assert.Contains(last, heading, StringComparison.Ordinal);
                break;
            case "ricevute":
                Assert.StartsWith("Ricevuta: ", heading, StringComparison.Ordinal);
                Assert.Contains(last, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
                break;
            case "":
                Assert.Equal(reader.Kind == SenderKind.PlanOffice ? reader.Name : "Da inviare", heading);
                break;
            default:
                Assert.StartsWith(Headings[KindOf(link)], heading, StringComparison.Ordinal);
                break;
        }
    }

    private static Dictionary<string, string> Headings { get; } = new(StringComparer.Ordinal)
    {
        ["cruscotto"] = "Cruscotto", ["posta"] = "Posta", ["scadenze"] = "Scadenze",
    };

    // The file that was asked for, and no other, is what the page sends.
    private static void CheckSending(Uri link, IHtmlDocument page, string heading)
    {
        System.Collections.Specialized.NameValueCollection asked = HttpUtility.ParseQueryString(link.Query);
        (string flow, string period) = (asked["flusso"]!, asked["periodo"]!);
        Assert.Equal($"Invia {FlowCatalogue.Find(flow)!.Title}, {Spoken.OfPeriod(period)}", heading);
        IElement form = page.QuerySelector("form[data-invio]")!;
        Assert.Equal(link.PathAndQuery, form.GetAttribute("action"));
        Assert.Equal(
            (flow, period),
            (form.QuerySelector("[name=flusso]")!.GetAttribute("value"),
                form.QuerySelector("[name=periodo]")!.GetAttribute("value")));
        Assert.StartsWith(
            "Controlla", form.QuerySelector("button.btn-primary")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    private static string KindOf(Uri link) => link.Segments.Length < 2 ? string.Empty : link.Segments[1].TrimEnd('/');

    private static Sender ReaderOf(SandboxMessage mail) =>
        Senders.Single(one => one.Contacts.Contains(Assert.Single(mail.Recipients), StringComparer.Ordinal));

    private static IEnumerable<Uri> LinksOf(SandboxMessage mail)
    {
        Uri[] links =
        [
            .. new HtmlParser().ParseDocument(mail.Body).QuerySelectorAll("a[href]")
                .Select(one => new Uri(one.GetAttribute("href")!, UriKind.Absolute)),
        ];
        Assert.True(links.Length > 0, $"«{mail.Subject}» leads nowhere.");
        return links;
    }
}

/// <summary>The hub with mail at whose page people sign in.</summary>
public sealed class SignInMailHub : MailHub
{
    protected override bool HasSignInPage => true;
}
