using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Home;
using PianoZona.Web.Home;

namespace PianoZona.Functions.Features;

/// <summary>The first page, and every address at which there is nothing.</summary>
public sealed class HomeFunctions(BodyHome home)
{
    /// <summary>
    /// <c>GET /</c>: what the caller's body has to send; for the Ufficio di Piano and the Assembly, where they may go.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the page, 401 without a sign-in. The host takes no empty route: one parameter that may only be
    /// empty is the root alone.
    /// </remarks>
    [Function("HomePage")]
    [OpenTo(Audience.SignedIn)]
    public async Task<IActionResult> HomeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{inizio:maxlength(0)?}")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        return Answer.Page(caller.IsStaff || caller.IsOfAssembly
            ? new HomeView(caller.Sender.Name, Visitors.Entries(caller))
            : HomePages.Of(await home.FindAsync(caller.Ambito, caller.Sender, cancellationToken), caller.Sender));
    }

    /// <summary>Any other address, by any method: there is nothing.</summary>
    /// <remarks>Answers 404. Every other route is more precise, and comes before.</remarks>
    [Function("UnknownAddress")]
    [OpenTo(Audience.Anybody)]
    public static IActionResult Nothing(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*indirizzo}")] HttpRequest request) =>
        Answer.Problem(
            StatusCodes.Status404NotFound,
            "L'indirizzo è sbagliato, oppure la pagina non c'è più: riparti dall'inizio.");
}
