using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Requests;
using PianoZona.Hub;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Features;

/// <summary>Signing in and out, and the body that somebody acts for.</summary>
public sealed class SignInFunctions(
    CallerReader callers, LocalSignIn local, AzurePlatform platform, KnownAmbiti ambiti)
{
    /// <summary><c>GET /accesso?ritorno=…</c>: signs in and goes on to an address of the hub.</summary>
    /// <remarks>
    /// Where App Service authentication is on, 303 to its sign-in; on one machine 200 with the people to choose from.
    /// </remarks>
    [Function("SignInPage")]
    [OpenTo(Audience.Anybody)]
    public async Task<IActionResult> PageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "accesso")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        string goesOn = ReturnAddress.Of(request.Query[ReturnAddress.Name]);
        return platform.ChecksSignIn
            ? new SeeOther(PlatformSignIn.Address(goesOn))
            : Answer.Page(SignInPages.People(await PeopleAsync(cancellationToken), goesOn, isUnknown: false));
    }

    /// <summary><c>POST /accesso</c>, form <c>persona</c>, <c>ritorno</c>: who was chosen on one machine.</summary>
    /// <remarks>Answers 303 to where it goes on; 200 with the page again when there is nobody of that name.</remarks>
    [Function("SignInEndpoint")]
    [OpenTo(Audience.Anybody)]
    public async Task<IActionResult> SignInAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "accesso")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        IFormCollection form = await request.FieldsAsync(cancellationToken);
        string goesOn = ReturnAddress.Of(form[ReturnAddress.Name]);
        IReadOnlyList<LocalPerson> people = await PeopleAsync(cancellationToken);
        if (people.FirstOrDefault(one => one.Id == form["persona"]) is not { } person)
        {
            return Answer.Page(SignInPages.People(people, goesOn, isUnknown: true));
        }

        Kept.Put(request, LocalSignIn.Cookie, person.Id);
        Kept.Drop(request, CallerReader.BodyCookie);
        return new SeeOther(goesOn);
    }

    /// <summary><c>POST /uscita</c>: signs out.</summary>
    /// <remarks>Answers 303 to the platform's sign-out or, on one machine, to the page of signing in.</remarks>
    [Function("SignOutEndpoint")]
    [OpenTo(Audience.Anybody)]
    public IActionResult SignOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "uscita")] HttpRequest request)
    {
        Kept.Drop(request, LocalSignIn.Cookie);
        Kept.Drop(request, CallerReader.BodyCookie);
        return new SeeOther(platform.ChecksSignIn ? PlatformSignIn.SignOutAddress : Addresses.SignIn);
    }

    /// <summary><c>GET /scegli-ente?ritorno=…</c>: the bodies that the person may act for.</summary>
    /// <remarks>Answers 200 with them, 401 without a sign-in.</remarks>
    [Function("ChooseBodyPage")]
    [OpenTo(Audience.Anybody)]
    public async Task<IActionResult> BodiesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "scegli-ente")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await callers.PersonAsync(request, cancellationToken) is { } person
            ? Answer.Page(
                SignInPages.Bodies(person, request, ReturnAddress.Of(request.Query[ReturnAddress.Name])))
            : Answer.SignIn();

    /// <summary><c>POST /scegli-ente</c>, form <c>ente</c>, <c>ritorno</c>: whom the person acts for.</summary>
    /// <remarks>Answers 303 to where it goes on, 401 without a sign-in, 404 to a body that is not theirs.</remarks>
    [Function("ChooseBodyEndpoint")]
    [OpenTo(Audience.Anybody)]
    public async Task<IActionResult> ChooseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "scegli-ente")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        IFormCollection form = await request.FieldsAsync(cancellationToken);
        if (await callers.PersonAsync(request, cancellationToken) is not { } person)
        {
            return Answer.SignIn();
        }

        if (person.As(form["ente"].ToString()) is not { } caller)
        {
            return Answer.NotFound("l'ente scelto, tra quelli per cui puoi agire");
        }

        Kept.Put(request, CallerReader.BodyCookie, caller.Sender.Code);
        return new SeeOther(ReturnAddress.Of(form[ReturnAddress.Name]));
    }

    private async Task<IReadOnlyList<LocalPerson>> PeopleAsync(CancellationToken cancellationToken) =>
        local.IsOn ? LocalSignIn.People(await ambiti.ListAsync(cancellationToken)) : [];
}
