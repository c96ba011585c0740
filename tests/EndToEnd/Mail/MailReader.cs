using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PianoZona.Contracts.Configuration;
using PianoZona.Functions.Identity;

namespace PianoZona.EndToEnd.Mail;

/// <summary>Somebody's browser, as far as it matters to a link: it keeps cookies, and goes nowhere by itself.</summary>
internal sealed class MailReader : IDisposable
{
    private readonly HttpClient client;

    public MailReader(Uri hub)
    {
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = hub };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    public Task<HttpResponseMessage> OpenAsync(string address) =>
        client.GetAsync(new Uri(address, UriKind.Relative));

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Chooses who they are on the page of sign-in that a page leads to.</summary>
    /// <returns>Where it goes on.</returns>
    public async Task<string> SignInAsync(IHtmlDocument page, Sender reader)
    {
        string signIn = page.QuerySelector($"main a[href^='/accesso?{ReturnAddress.Name}=']")!.GetAttribute("href")!;
        using HttpResponseMessage asked = await OpenAsync(signIn);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        string person = $"{RoleOf(reader)}:{reader.Code}";
        IElement button = (await PageAsync(asked)).QuerySelectorAll("button[name=persona]")
            .Single(one => one.GetAttribute("value") == person);
        IElement form = button.Closest("form")!;
        using FormUrlEncodedContent fields = new(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ReturnAddress.Name] = form.QuerySelector($"[name={ReturnAddress.Name}]")!.GetAttribute("value")!,
            ["persona"] = person,
        });
        using HttpResponseMessage signed = await client.PostAsync(
            new Uri(form.GetAttribute("action")!, UriKind.Relative), fields);
        Assert.Equal(HttpStatusCode.SeeOther, signed.StatusCode);
        return signed.Headers.Location!.OriginalString;
    }

    public Task<HttpResponseMessage> PutAsync(string address, string body) => client.PutAsync(
        new Uri(address, UriKind.Relative),
        new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

    public void Dispose() => client.Dispose();

    private static string RoleOf(Sender reader) => reader.Kind switch
    {
        SenderKind.Comune => Roles.Comune,
        SenderKind.PlanOffice => Roles.PlanOffice,
        _ => Roles.Provider,
    };
}
