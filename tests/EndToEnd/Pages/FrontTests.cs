using System.Net;
using AngleSharp.Html.Parser;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Identity;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd.Pages;

/// <summary>What finds who comes without a sign-in or asks only whether something is there, over real HTTP.</summary>
public sealed class FrontTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Comune = "comune";
    private const string Body = "018043";

    [Fact]
    public async Task Home_WithoutASignIn_SaysWhatTheHubIsAndLeadsToIt()
    {
        HttpResponseMessage answer = await hub.GetAsync("", null, null, "text/html");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string?[] links = Links(await answer.Content.ReadAsStringAsync());
        Assert.Equal("/accesso?ritorno=%2F", links[0]);
        Assert.Contains("/aiuto", links);
        Assert.Contains("/flussi", links);
    }

    [Theory]
    [InlineData("api", "/riferimento-api")]
    [InlineData("api/nulla", "/riferimento-api")]
    [InlineData("nulla", "/")]
    public async Task UnknownAddress_ForAPerson_LeadsOn(string path, string expected)
    {
        using HttpClient reader = new() { BaseAddress = hub.Address };
        reader.DefaultRequestHeaders.Add("Accept", "text/html");
        using HttpResponseMessage answer = await reader.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(expected, Assert.Single(Links(await answer.Content.ReadAsStringAsync())));
    }

    /// <summary>A page, a receipt, a file, what programs ask, what is refused, what is not there.</summary>
    [Fact]
    public async Task Head_OfWhateverIsRead_IsTheAnswerWithoutItsBody()
    {
        Receipt receipt = await hub.SendAsync(
            $"{Body}/spesa-sociale/2016/a.csv", Csv.Spending(Body, 2016, ("ANZIANI", "1,00")));
        foreach (string path in (string[])
            [
                "", "aiuto", "invii", "invii.csv", $"ricevute/{receipt.Id}", $"ricevute/{receipt.Id}/file",
                $"ricevute/{receipt.Id}/ricevuta.pdf", $"api/esiti/{receipt.Id}", "api/openapi.json",
                "api/tracciati/spesa-sociale/modello.xlsx", "api/cruscotto", "ricevute/x", "nulla",
            ])
        {
            using HttpClient client = SignedIn.As(hub.Address, Comune, Body, accept: "text/html");
            Uri address = new(path, UriKind.Relative);
            using HttpResponseMessage whole = await client.GetAsync(address);
            using HttpRequestMessage asked = new(HttpMethod.Head, address);
            using HttpResponseMessage head = await client.SendAsync(asked);

            Assert.Equal((path, whole.StatusCode), (path, head.StatusCode));
            Assert.Equal(whole.Content.Headers.ContentType?.ToString(), head.Content.Headers.ContentType?.ToString());
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public void Head_OfEveryFunctionThatIsRead_IsDeclared() => Assert.All(
        Endpoint.All.Where(endpoint => endpoint.Method == "GET" && endpoint.Name != "UnknownAddress"),
        endpoint => Assert.True(endpoint.AnswersHead, endpoint.Name));

    private static string?[] Links(string html) =>
    [
        .. new HtmlParser().ParseDocument(html).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")),
    ];
}
