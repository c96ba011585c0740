using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PianoZona.Web.Home;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Sent;
using PianoZona.Web.Tests.Support;

namespace PianoZona.Web.Tests.Pages;

/// <summary>The first page of a body, read and approved.</summary>
public sealed class BodyHomePageTests
{
    [Fact]
    public Task Render_ThingsDue_IsTheApprovedPage() => ApprovedPage.CheckAsync("inizio-da-inviare.html", Sample());

    [Fact]
    public Task Render_NothingDue_IsTheApprovedPage() => ApprovedPage.CheckAsync(
        "inizio-niente.html",
        new BodyHomeView(
            "Nessun file da inviare adesso.", "Niente da inviare fino al 1º gennaio 2027", new(2026, 11, 27), [], [],
            []));

    [Fact]
    public async Task Render_ThingsDue_HasTheFirstButtonAsTheFirstStopOfTheKeyboard()
    {
        IHtmlDocument page = Html.Read(await PageRenderer.RenderAsync(Sample()));

        IElement first = page.QuerySelector("main :is(a[href], button, input, select, summary, [tabindex='0'])")!;
        Assert.Equal("/invia?flusso=spesa-sociale&periodo=2024", first.GetAttribute("href"));
        Assert.Single(page.QuerySelectorAll(".btn-primary"));
    }

    /// <summary>What may have been sent elsewhere, or was prepared alone, is said where what is due is said.</summary>
    [Fact]
    public async Task Render_WhatIsNotVerifiedOrNotSent_SaysSoAndWhereItIsSent()
    {
        string html = await PageRenderer.RenderAsync(new BodyHomeView(
            "Nessun file da inviare adesso.", "Niente da inviare", new(2026, 11, 27), [], [], [])
        {
            Begun =
            [
                new BegunLine(
                    "Spesa sociale dei Comuni, per area, anno 2023",
                    new NamedLink("File scelto il 1º giugno 2026, 10:00, non ancora inviato", "/invia/0123")),
            ],
            Unverified =
            [
                new UnverifiedLine(
                    "Spesa sociale, anno 2025", new(2026, 9, 30), Addresses.SendFor("spesa-sociale", "2025")),
            ],
        });

        Assert.Contains("Non verificabile", html, StringComparison.Ordinal);
        Assert.Contains("Preparati e non inviati", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/invia/0123\"", html, StringComparison.Ordinal);
        Assert.Contains("Non sono in ritardo", html, StringComparison.Ordinal);
        Assert.Contains("/invia?flusso=spesa-sociale&amp;periodo=2025", html, StringComparison.Ordinal);
    }

    private static BodyHomeView Sample()
    {
        DutyLine late = new(
            "Spesa sociale dell'anno precedente", "La spesa di un anno.", "anno 2024", StateWord.Late,
            new(2026, 10, 31), Addresses.SendFor("spesa-sociale", "2024"), null);
        DutyLine refused = new(
            "Rendiconto", null, "primo trimestre 2026", StateWord.Refused, new(2026, 12, 10),
            Addresses.SendFor("rendicontazione", "2026-T1"), Addresses.ReceiptOf("018030_rendicontazione_2026-T1_0"))
        {
            Draft = new NamedLink("File scelto il 26 novembre 2026, 10:42, non ancora inviato", "/invia/0"),
        };
        DutyLine other = new("Patto", null, "anno 2026", StateWord.ToSend, new(2026, 12, 31), null, null);
        return new BodyHomeView(
            "3 da inviare, di cui 1 in ritardo e 1 respinto.", null, new(2026, 11, 27),
            [
                new DutyGroup("Azienda", "2 da inviare, di cui 1 in ritardo e 1 respinto", [late, refused]),
                new DutyGroup("Comune di Prova", "1 da inviare", [other]),
            ],
            [
                new LatestLine(
                    "Rendicontazione dei fondi, anno 2025", "27 novembre 2026, 10:42", StateWord.Accepted,
                    Addresses.ReceiptOf("018030_rendicontazione_2025_0")),
            ],
            [new NextLine("Bilancio, anno 2026", new(2027, 2, 1))])
        {
            HasUnits = true,
            SentForReader =
            [
                new SentForLine(
                    "0123456789abcdef", Addresses.ReceiptOf("ente-azienda_spesa-sociale_2025_0123456789abcdef"),
                    "Azienda", "Spesa sociale dei Comuni", "anno 2025", "26 novembre 2026, 10:42", StateWord.Accepted),
            ],
        };
    }
}
