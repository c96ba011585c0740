using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Web.Home;

namespace PianoZona.Functions.Features;

/// <summary>The first page, and every address at which there is nothing.</summary>
public sealed class HomeFunctions
{
    /// <summary><c>GET /</c>: where the caller may go.</summary>
    /// <remarks>
    /// Answers 200 with the page, 401 without a sign-in. The host takes no empty route: one parameter that may only be
    /// empty is the root alone.
    /// </remarks>
    [Function("HomePage")]
    [OpenTo(Audience.SignedIn)]
    public static IActionResult Home(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{inizio:maxlength(0)?}")] HttpRequest request)
    {
        Caller caller = request.Caller();
        return Answer.Page(new HomeView(caller.Sender.Name, Visitors.Entries(caller)));
    }

    /// <summary>Any other address, by any method: there is nothing.</summary>
    /// <remarks>Answers 404. Every other route is more precise, and comes before.</remarks>
    [Function("UnknownAddress")]
    [OpenTo(Audience.Anybody)]
    public static IActionResult Nothing(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*indirizzo}")] HttpRequest request) =>
        Answer.NotFound("l'indirizzo richiesto");
}
