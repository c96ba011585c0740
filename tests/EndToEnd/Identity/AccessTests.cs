using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Functions.Identity;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Identity;

/// <summary>
/// Who may use which function, asked over HTTP of every one: the matrix in docs/specifica/accessi.md is what the
/// program declares, and the program does what it declares.
/// </summary>
public sealed partial class AccessTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private const string Document = "docs/specifica/accessi.md";

    private static readonly string[] Everybody = [Roles.Comune, Roles.Provider, Roles.PlanOffice, Roles.Assembly];

    // Who is meant by each audience: said again here, so that a change of it is seen.
    private static readonly Dictionary<Audience, string[]> Allowed = new()
    {
        [Audience.Anybody] = Everybody,
        [Audience.SignedIn] = Everybody,
        [Audience.Senders] = [Roles.Comune, Roles.Provider, Roles.PlanOffice],
        [Audience.Staff] = [Roles.PlanOffice],
        [Audience.BalanceReaders] = [Roles.PlanOffice, Roles.Assembly],
        [Audience.AllocationReaders] = [Roles.Comune, Roles.PlanOffice, Roles.Assembly],
        [Audience.Approvers] = [Roles.PlanOffice, Roles.Assembly],
    };

    private static readonly Dictionary<string, string> BodyOf = new(StringComparer.Ordinal)
    {
        [Roles.Comune] = "018030",
        [Roles.Provider] = "ente-coop",
        [Roles.PlanOffice] = "ente-udp",
        [Roles.Assembly] = "018041",
    };

    // They ask by themselves who signed in, and nothing more.
    private static readonly string[] AsksItself = ["ChooseBodyPage", "ChooseBodyEndpoint"];

    public static TheoryData<string> Names => [.. Endpoint.All.Select(endpoint => endpoint.Name)];

    public static TheoryData<string> OfOneBody =>
        [.. Endpoint.All.Where(one => one.IsOfOneBody && one.Audience != Audience.Staff).Select(one => one.Name)];

    /// <summary>Whether a function is open to a role.</summary>
    internal static bool IsOpenTo(Endpoint endpoint, string role) =>
        Allowed[endpoint.Audience].Contains(role, StringComparer.Ordinal);

    [Fact]
    public void Matrix_OfTheSpecification_IsWhatTheProgramDeclares() =>
        ApprovedDocument.CheckWhole(Document, Written());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Function_ByRole_LetsInWhomItIsOpenTo(string name)
    {
        Endpoint endpoint = Endpoint.All.Single(one => one.Name == name);
        HttpStatusCode stranger = await AskAsync(endpoint, role: null, "zzz");
        Assert.Equal(
            endpoint.Audience != Audience.Anybody || AsksItself.Contains(name, StringComparer.Ordinal),
            stranger == HttpStatusCode.Unauthorized);
        foreach (string role in Everybody)
        {
            HttpStatusCode status = await AskAsync(endpoint, role, "zzz");
            Assert.NotEqual(HttpStatusCode.Unauthorized, status);
            Assert.True(
                Allowed[endpoint.Audience].Contains(role, StringComparer.Ordinal)
                    == (status != HttpStatusCode.Forbidden),
                $"{name} answers {status} to {role}");
        }
    }

    /// <summary>Another body's anything is not there, for a Comune and for a provider.</summary>
    [Theory]
    [MemberData(nameof(OfOneBody))]
    public async Task Function_AboutAnothersReceipt_AnswersThatThereIsNone(string name)
    {
        Endpoint endpoint = Endpoint.All.Single(one => one.Name == name);
        Receipt receipt = await hub.SendAsync(
            "018190/spesa-sociale/2019/a.csv", Csv.Spending("018190", 2019, ("ANZIANI", "1,00")));
        foreach (string role in Allowed[endpoint.Audience].Intersect([Roles.Comune, Roles.Provider]))
        {
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(endpoint, role, receipt.Id));
        }
    }

    /// <summary>
    /// Who has figures in an agency's file reads the proof of it and its own share; everything else of it is not there.
    /// </summary>
    [Fact]
    public async Task Receipt_OfAnAgencysFile_TellsEachBodyItsOwnAlone()
    {
        Receipt receipt = await hub.SendAsync(
            "ente-azienda/spesa-sociale/2018/a.csv",
            Csv.Spending("018030", 2018, ("ANZIANI", "1234,00")) + "018110;2018;ANZIANI;5678,00\r\n");

        Assert.Equal(HttpStatusCode.OK, await OfAsync("018030"));
        Assert.Equal(HttpStatusCode.OK, await OfAsync("018110"));
        Assert.Equal(HttpStatusCode.NotFound, await OfAsync("018041"));
        foreach (string form in (string[])["", "/ricevuta.txt"])
        {
            string told = WebUtility.HtmlDecode(await TextAsync(form));
            Assert.Contains("1.234,00", told, StringComparison.Ordinal);
            Assert.DoesNotContain("5.678,00", told, StringComparison.Ordinal);
            Assert.DoesNotContain("6.912,00", told, StringComparison.Ordinal);
            Assert.DoesNotContain("018110", told, StringComparison.Ordinal);
        }

        foreach (string form in (string[])["/ricevuta.txt", "/ricevuta.pdf"])
        {
            Assert.Equal(HttpStatusCode.OK, await OfAsync("018030", form));
            Assert.Equal(HttpStatusCode.NotFound, await OfAsync("018041", form));
        }

        foreach (Endpoint endpoint in Endpoint.All.Where(one => one.IsOfOneBody && one.Audience != Audience.Staff))
        {
            Assert.True(
                endpoint.Name is "ReceiptPage" or "ReceiptTextEndpoint" or "ReceiptPaperEndpoint"
                    || await AskAsync(endpoint, Roles.Comune, receipt.Id) == HttpStatusCode.NotFound,
                endpoint.Name);
        }

        Assert.Contains("Inviato per te da", await (await hub.GetAsync("", "comune", "018030", "text/html"))
            .Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains($"/ricevute/{receipt.Id}", await (await hub.GetAsync("invii", "comune", "018110", "text/html"))
            .Content.ReadAsStringAsync(), StringComparison.Ordinal);

        async Task<HttpStatusCode> OfAsync(string body, string form = "") =>
            (await hub.GetAsync($"ricevute/{receipt.Id}{form}", "comune", body, "text/html")).StatusCode;

        async Task<string> TextAsync(string form) =>
            await (await hub.GetAsync($"ricevute/{receipt.Id}{form}", "comune", "018030", "text/html")).Content
                .ReadAsStringAsync();
    }

    private async Task<HttpStatusCode> AskAsync(Endpoint endpoint, string? role, string id)
    {
        using HttpClient client = role is null
            ? new() { BaseAddress = hub.Address }
            : SignedIn.As(hub.Address, role, BodyOf[role]);
        using HttpRequestMessage request = new(
            new HttpMethod(endpoint.Method), new Uri("/" + Filled(endpoint.Route, id), UriKind.Relative));
        if (endpoint.Method is not "GET")
        {
            request.Content = new FormUrlEncodedContent([]);
        }

        using HttpResponseMessage answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Filled(string route, string id) => Parameter().Replace(route, match =>
        match.Groups["name"].Value switch
        {
            "id" => id,
            "inizio" => string.Empty,
            "fondo" => "FNPS",
            "flusso" => "spesa-sociale",
            "periodo" => "2020",
            "codice" => "PZ1001",
            _ when match.Groups["form"].Value == ":int" => "2025",
            _ => "x",
        });

    private static string Written()
    {
        StringBuilder text = new(
            """
            # Accessi

            A chi è aperta ogni funzione HTTP, come la dichiara il programma: una funzione che non lo dichiara non è aperta a nessuno. Chi non è entrato riceve 401,
            chi è entrato con un altro ruolo 403, chi chiede ciò che è di un altro ente 404, come se non ci fosse. L'Ufficio di Piano vede tutto del suo Ambito.
            Chi ha cifre in un file accettato che un'azienda o un'Unione ha inviato anche per lui ne legge a `/ricevute/{id}` la prova e le proprie righe e cifre: nulla
            degli altri, e a ogni altro indirizzo di quella ricevuta riceve 404. Questa pagina è scritta dalle prove, che chiedono ogni funzione con ogni ruolo.

            | Indirizzo | Funzione | chiunque | comune | ente-gestore | ufficio-di-piano | assemblea | solo del proprio ente |
            |---|---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (Endpoint endpoint in Endpoint.All)
        {
            string[] roles = Allowed[endpoint.Audience];
            IEnumerable<string> cells = Everybody
                .Select(role => roles.Contains(role, StringComparer.Ordinal) ? "sì" : "–");
            text.Append("| `").Append(endpoint.Method).Append(" /").Append(endpoint.Route).Append("` | ")
                .Append(endpoint.Name).Append(" | ")
                .Append(endpoint.Audience == Audience.Anybody ? "sì" : "–").Append(" | ")
                .AppendJoin(" | ", cells).Append(" | ").Append(endpoint.IsOfOneBody ? "sì" : "–").Append(" |\n");
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\{\*?(?<name>[a-z]+)(?<form>:int)?[^}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parameter();
}
