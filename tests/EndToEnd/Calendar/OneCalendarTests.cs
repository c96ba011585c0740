using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PianoZona.Cli.Reports;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Notification;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Discrepancies;
using PianoZona.Notification.Sending;

namespace PianoZona.EndToEnd.Calendar;

/// <summary>Whoever is asked who has not sent, and who is late, gives the same answer: on the demonstration.</summary>
public abstract partial class OneCalendarTests(DemoHub hub)
{
    private const string Late = "in ritardo";
    private const string Indicative = "oltre la data indicativa";

    [Fact]
    public async Task Late_WhoeverIsAsked_IsTheSame()
    {
        foreach (Ambito ambito in hub.Ambiti)
        {
            SortedSet<string> deadlines = await OfDeadlinesAsync(ambito, Past);
            SummaryLetter week = await WeekAsync(ambito);

            Assert.NotEmpty(deadlines);
            Assert.Equal(deadlines, await OfDiscrepanciesAsync(ambito, "avviso"));
            Assert.Equal(await OfDeadlinesAsync(ambito, Late), OfWeek(ambito, week.Late));
            Assert.Equal(await OfDeadlinesAsync(ambito, Indicative), OfWeek(ambito, week.PastIndicative));
            Assert.Equal(AreSentLate, week.Late.Count > 0);
        }
    }

    /// <summary>A day in the past has the same name on the first page, in what is due there, and in RIC-10.</summary>
    [Fact]
    public async Task Past_OnTheFirstPageAndInTheDiscrepancies_HasTheSameName()
    {
        foreach (Ambito ambito in hub.Ambiti)
        {
            SortedSet<string> deadlines = await OfDeadlinesAsync(ambito, Past);
            Assert.All(
                (await DiscrepanciesAsync(ambito)).Where(found => (string?)found["gravita"] == "avviso"),
                found => Assert.Contains(
                    AreSentLate ? "; il termine era il " : "; la data indicativa era il ", (string?)found["testo"],
                    StringComparison.Ordinal));
            foreach (Sender body in ambito.Senders.Where(one => one.Kind == SenderKind.Comune))
            {
                using HttpClient client = SignedIn.As(hub.Address, "comune", body.Code, accept: "text/html");
                string page = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/", UriKind.Relative)));
                bool isPast = deadlines.Any(one => one.EndsWith($" {body.Code}", StringComparison.Ordinal));

                Assert.Equal(isPast && AreSentLate, page.Contains("In ritardo", StringComparison.Ordinal));
                Assert.Equal(
                    isPast && !AreSentLate, page.Contains("Oltre la data indicativa", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Missing_WhoeverIsAsked_IsTheSame()
    {
        int files = 0;
        foreach (Ambito ambito in hub.Ambiti)
        {
            Assert.Equal(await OfDeadlinesAsync(ambito, Late, Indicative, "attesa"), await OfPeriodsAsync(ambito));

            SortedSet<string> missing = await OfDiscrepanciesAsync(ambito, "avviso", "informazione");
            AmbitoReport report = await ReportAsync(ambito);
            Assert.Equal(missing, new SortedSet<string>(
                report.FilesMissing.Select(file => $"{file.Flow} {file.Period} {file.Body.Code}"),
                StringComparer.Ordinal));
            files += missing.Count;
        }

        AmbitoReport[] reports = await Task.WhenAll(hub.Ambiti.Select(ReportAsync));
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $" {files} invii mancanti."),
            RunSummary.OfRun(hub.Receipts, reports, "uscita"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dashboard_WhoHasNotSent_IsWhatTheDiscrepanciesSay()
    {
        foreach (Ambito ambito in hub.Ambiti)
        {
            using HttpClient client = SignedIn.As(
                hub.Address, "ufficio-di-piano", OfficeOf(ambito), accept: "text/html");
            Uri address = new("api/cruscotto", UriKind.Relative);
            string page = WebUtility.HtmlDecode(await client.GetStringAsync(address));
            string[] texts = [.. (await DiscrepanciesAsync(ambito)).Select(found => (string)found["testo"]!)];

            Assert.All(texts, text => Assert.Contains(text, page, StringComparison.Ordinal));
            Assert.Equal(texts.Length, Mentions().Count(page));
        }
    }

    [Fact]
    public async Task SentLate_OnTheDeadlinesPageAndInTheReceipts_IsTheSame()
    {
        SortedSet<string> receipts = new(
            hub.Receipts.Where(receipt => receipt.ProblemCounts.ContainsKey("PZ1015"))
                .Select(receipt => $"{receipt.Flow} {receipt.Period} {receipt.Sender}"),
            StringComparer.Ordinal);
        SortedSet<string> deadlines = new(StringComparer.Ordinal);
        foreach (Ambito ambito in hub.Ambiti)
        {
            JObject years = await AskAsync(ambito, "api/scadenze?dal=2021-01-01&al=2023-12-31");
            deadlines.UnionWith(OfDeadlines(ambito, years, "inviata in ritardo"));
        }

        Assert.Equal(deadlines, receipts);
        Assert.Equal(AreSentLate, deadlines.Count > 0);
    }

    /// <summary>Whether some of the files came late by the deadlines in force.</summary>
    protected abstract bool AreSentLate { get; }

    /// <summary>Who has not sent though the day is past, by the deadlines page.</summary>
    protected Task<SortedSet<string>> PastAsync(string ambito) =>
        OfDeadlinesAsync(hub.Ambiti.Single(one => one.Code == ambito), Past);

    private string Past => AreSentLate ? Late : Indicative;

    // All as «flow period body».
    private async Task<SortedSet<string>> OfDeadlinesAsync(Ambito ambito, params string[] states) =>
        OfDeadlines(ambito, await AskAsync(ambito, "api/scadenze"), states);

    private static SortedSet<string> OfDeadlines(Ambito ambito, JObject page, params string[] states) => new(
        from one in page["scadenze"]!
        where states.Contains((string)one["stato"]!)
        let flow = ambito.Deadlines.Single(rule => rule.Id == (string)one["scadenza"]!).Flow
        where flow is not null
        select $"{flow} {one["periodo"]} {one["ente"]}",
        StringComparer.Ordinal);

    private async Task<SortedSet<string>> OfPeriodsAsync(Ambito ambito) => new(
        from period in (await AskAsync(ambito, "api/periodi"))["periodi"]!
        from body in period["mancano"]!
        select $"{period["flusso"]} {period["periodo"]} {body}",
        StringComparer.Ordinal);

    private async Task<SortedSet<string>> OfDiscrepanciesAsync(Ambito ambito, params string[] severities) => new(
        from found in await DiscrepanciesAsync(ambito)
        where severities.Contains((string)found["gravita"]!)
        let words = Words().Match((string)found["testo"]!)
        let flow = FlowCatalogue.All.Single(flow => flow.Title == words.Groups["flusso"].Value).Code
        from body in (string)found["ente"]! is var one && one != "AMBITO" ? [one] : AudienceOf(ambito, flow)
        select $"{flow} {words.Groups["periodo"]} {body}",
        StringComparer.Ordinal);

    private async Task<SummaryLetter> WeekAsync(Ambito ambito) =>
        (await hub.Get<IOutbox>().ListAsync(ambito.Code, default).ToListAsync())
            .Select(message => message.Letter).OfType<SummaryLetter>().Single();

    private static SortedSet<string> OfWeek(Ambito ambito, IEnumerable<LateDuty> duties) => new(
        from duty in duties
        from name in duty.Bodies
        select $"{ambito.Deadlines.Single(rule => rule.Title == duty.Title).Flow} {duty.Period} "
            + ambito.Senders.Single(sender => sender.Name == name).Code,
        StringComparer.Ordinal);

    private async Task<JToken[]> DiscrepanciesAsync(Ambito ambito) =>
        [.. (await AskAsync(ambito, "api/scarti"))["scarti"]!.Where(found => (string?)found["codice"] == "RIC-10")];

    private Task<AmbitoReport> ReportAsync(Ambito ambito) =>
        hub.Get<AmbitoReporter>().ReportAsync(ambito, DemoHub.Today, CancellationToken.None);

    private async Task<JObject> AskAsync(Ambito ambito, string path)
    {
        using HttpClient client = SignedIn.As(hub.Address, "ufficio-di-piano", OfficeOf(ambito));
        return JObject.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    private static IEnumerable<string> AudienceOf(Ambito ambito, string flow) => ambito.Senders
        .Where(sender => ambito.Deadlines.Any(rule => rule.Flow == flow && rule.Audience == sender.Kind))
        .Select(sender => sender.Code);

    private static string OfficeOf(Ambito ambito) =>
        ambito.Senders.Single(sender => sender.Kind == SenderKind.PlanOffice).Code;

    [GeneratedRegex("^Manca «(?<flusso>.+)» per il periodo (?<periodo>[^:]+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(">RIC-10<", RegexOptions.None, 1000)]
    private static partial Regex Mentions();
}

/// <summary>The demonstration as it is shipped: with the deadlines of the catalogue.</summary>
public sealed class CatalogueCalendarTests(DemoHub hub) : OneCalendarTests(hub), IClassFixture<DemoHub>
{
    protected override bool AreSentLate => false;

    /// <summary>Zinasco of the year that the others have sent, and what fell due since the first file came.</summary>
    [Fact]
    public async Task Late_OfPavia_IsZinascoAndWhatFellDueSinceTheFirstFile()
    {
        SortedSet<string> late = await PastAsync("pavia");

        Assert.Equal(16, late.Count);
        Assert.Equal(12, late.Count(one => one.StartsWith("spesa-sociale 2025 ", StringComparison.Ordinal)));
        Assert.Equal(
            ["indicatori 2025-S2", "indicatori 2026-S1", "rendicontazione 2025", "spesa-sociale 2021"],
            late.Select(one => one[..one.LastIndexOf(' ')]).Where(one => one != "spesa-sociale 2025"));
        Assert.Contains("spesa-sociale 2021 018190", late);
    }
}

/// <summary>
/// The demonstration with deadlines of its own: since their first year, and a year before the first file.
/// </summary>
public sealed class StatedCalendarTests(StatedDeadlinesHub hub)
    : OneCalendarTests(hub), IClassFixture<StatedDeadlinesHub>
{
    protected override bool AreSentLate => true;

    /// <summary>What was due in 2022 is late in December 2026, and no date of the past hides it.</summary>
    [Fact]
    public async Task Late_OfPavia_IsEverythingSinceTheFirstYear() => Assert.Equal(
        [
            "indicatori 2025-S1 ×1", "indicatori 2025-S2 ×1", "indicatori 2026-S1 ×1", "spesa-sociale 2021 ×1",
            "spesa-sociale 2022 ×12", "spesa-sociale 2023 ×12", "spesa-sociale 2024 ×12", "spesa-sociale 2025 ×12",
        ],
        (await PastAsync("pavia")).CountBy(one => one[..one.LastIndexOf(' ')])
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} ×{pair.Value}")));
}
