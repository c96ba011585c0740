using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using PianoZona.Contracts.Configuration;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Identity;
using PianoZona.Hub;
using PianoZona.Web.Public;

namespace PianoZona.Functions.Features;

/// <summary>The pages that every public service has, open to anybody.</summary>
public sealed class PublicFunctions(KnownAmbiti ambiti, IOptions<PublicNoticeOptions> options)
{
    private PublicNotice Notice => options.Value.ToNotice();

    /// <summary><c>GET /accessibilita</c>: the accessibility statement.</summary>
    [Function("AccessibilityPage")]
    [OpenTo(Audience.Anybody)]
    public IActionResult Accessibility(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "accessibilita")] HttpRequest request) =>
        Answer.Page(new AccessibilityView(Notice));

    /// <summary><c>GET /privacy</c>: what becomes of data.</summary>
    [Function("PrivacyPage")]
    [OpenTo(Audience.Anybody)]
    public IActionResult Privacy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "privacy")] HttpRequest request) =>
        Answer.Page(new PrivacyView(Notice));

    /// <summary><c>GET /contatti-ufficio</c>: how to reach the Ufficio di Piano.</summary>
    /// <remarks>
    /// Names alone: the addresses of the configuration may be somebody's own, and here nobody is sure who asks.
    /// </remarks>
    [Function("OfficeContactsPage")]
    [OpenTo(Audience.Anybody)]
    public async Task<IActionResult> ContactsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "contatti-ufficio")] HttpRequest request,
        CancellationToken cancellationToken) =>
        Answer.Page(new OfficeContactsView(
            Notice, [.. (await ambiti.ListAsync(cancellationToken)).Select(LineOf)]));

    /// <summary><c>GET /aiuto</c>: how the hub is used.</summary>
    [Function("HelpPage")]
    [OpenTo(Audience.Anybody)]
    public static IActionResult Help(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "aiuto")] HttpRequest request) =>
        Answer.Page(new HelpView());

    private static OfficeLine LineOf(Ambito ambito) =>
        new(ambito.Name, (ambito.OfficeToWriteTo ?? ambito.Office)?.Name ?? "Ufficio di Piano");
}
