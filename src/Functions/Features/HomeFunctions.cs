using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Home;
using PianoZona.Web.Home;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Features;

/// <summary>The first page, and every address at which there is nothing.</summary>
public sealed class HomeFunctions(BodyHome home, CallerReader callers)
{
    private static readonly NamedLink Reference = new("Riferimento per i programmi", Addresses.ApiReference);

    /// <summary>
    /// <c>GET /</c>: what the caller's body has to send; for the Ufficio di Piano and the Assembly, where they may go;
    /// to who did not sign in, what the hub is and where one does.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the page, 303 to who has not chosen a body. Open to anybody, it asks by itself who signed in.
    /// The host takes no empty route: one parameter that may only be empty is the root alone.
    /// </remarks>
    [Function("HomePage")]
    [OpenTo(Audience.Anybody)]
    public async Task<IActionResult> HomeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{inizio:maxlength(0)?}")]
            HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (await callers.PersonAsync(request, cancellationToken) is not { } person)
        {
            return Answer.Page(new FrontView());
        }

        if (person.As(CallerReader.Chosen(request)) is not { } caller)
        {
            return Answer.ChooseBody(request);
        }

        request.HttpContext.Features.Set(Visitors.Of(caller));
        return Answer.Page(caller.IsStaff || caller.IsOfAssembly
            ? new HomeView(caller.Sender.Name, Visitors.Entries(caller))
            : HomePages.Of(await home.FindAsync(caller.Ambito, caller.Sender, cancellationToken), caller.Sender));
    }

    /// <summary>Any other address, by any method: there is nothing.</summary>
    /// <remarks>
    /// Answers 404; a person who looked below <c>/api</c> is led to what programs may ask. Every other route is more
    /// precise, and comes before.
    /// </remarks>
    [Function("UnknownAddress")]
    [OpenTo(Audience.Anybody)]
    public static IActionResult Nothing(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*indirizzo}")] HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && Answer.AsksForPage(request)
            ? new ProblemAnswer(
                StatusCodes.Status404NotFound,
                "Gli indirizzi che cominciano con /api sono per i programmi, e questo non c'è: leggi nel riferimento "
                + "quali ci sono.")
            {
                WayOn = Reference,
            }
            : Answer.Problem(
                StatusCodes.Status404NotFound,
                "L'indirizzo è sbagliato, oppure la pagina non c'è più: riparti dall'inizio.");
}
