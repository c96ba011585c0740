using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Functions.OpenApi;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Mail;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Web.Contacts;
using PianoZona.Web.Forms;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Features;

/// <summary>The addresses that mail goes to.</summary>
public sealed class ContactFunctions(ContactBook contacts, ContactDesk desk)
{
    private const string TheAddress = "l'indirizzo fra quelli aggiunti dal tuo ente";

    /// <summary><c>GET /api/contatti</c>: to which addresses the hub writes for the caller's body.</summary>
    /// <remarks>Answers 200 with them, 401 without a sign-in.</remarks>
    [Function("ContactListEndpoint")]
    [OpenTo(Audience.SignedIn)]
    [ApiOperation("Scadenze e contatti", "Elenca gli indirizzi a cui si scrive per il proprio ente")]
    [ApiAnswer(200, "Gli indirizzi", Schema = ApiSchemas.Contacts)]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/contatti")] HttpRequest request,
        CancellationToken cancellationToken) =>
        DescribeAsync(request.Caller(), cancellationToken);

    /// <summary>
    /// <c>PUT /api/contatti</c>, with <c>{ "contatti": ["…"] }</c>: the addresses that a body adds, in the place of
    /// those it added before.
    /// </summary>
    /// <remarks>
    /// Answers 200 with all its addresses, 400 to a mistake, 401 without a sign-in, 403 to who only sits in the
    /// Assembly.
    /// </remarks>
    [Function("ContactEndpoint")]
    [OpenTo(Audience.Senders)]
    [ApiOperation(
        "Scadenze e contatti", "Aggiunge indirizzi al proprio ente",
        Description = "Prendono il posto di quelli aggiunti prima.", Refusals = [400])]
    [ApiAnswer(200, "Tutti gli indirizzi", Schema = ApiSchemas.Contacts)]
    [ApiBody("Gli indirizzi", Schema = ApiSchemas.NewContacts)]
    public async Task<IActionResult> ChangeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/contatti")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        Sent<ContactBody> sent = await ContactBody.ReadAsync(request, cancellationToken);
        if (sent.Document is not { } body)
        {
            return sent.Refusal;
        }

        await contacts.AddAsync(caller.Ambito, caller.Sender.Code, body.Contacts, caller.Author, cancellationToken);
        return await DescribeAsync(caller, cancellationToken);
    }

    /// <summary><c>GET /contatti</c>: the page of the addresses of the caller's body.</summary>
    /// <remarks>Answers 200 with the page, 401 without a sign-in, 403 to who only sits in the Assembly.</remarks>
    [Function("ContactListPage")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> ListPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "contatti")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await PageAsync(request.Caller(), ContactForm.Empty, [], cancellationToken);

    /// <summary><c>POST /contatti</c>, form <see cref="ContactForm"/>: adds an address.</summary>
    /// <remarks>
    /// Answers 303 to the page, 200 with the page again when a value is wrong, 409 when somebody changed the addresses
    /// meanwhile.
    /// </remarks>
    [Function("ContactAddEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "contatti")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        ContactForm form = ContactForm.Of(await request.FieldsAsync(cancellationToken));
        FieldMistake[] mistakes = [.. form.Mistakes()];
        if (mistakes.Length > 0)
        {
            return await PageAsync(caller, form, mistakes, cancellationToken);
        }

        Reply<Contact> reply = await desk.AddAsync(PartyOf(caller), form.Contact, cancellationToken);
        return reply is Reply<Contact>.Refused refused
            ? await PageAsync(caller, form, [.. refused.Mistakes.Select(ContactForm.At)], cancellationToken)
            : Answer.Done(reply, Addresses.Contacts, TheAddress);
    }

    /// <summary>
    /// <c>POST /contatti/togli</c>, form <c>indirizzo</c> and, once it was asked again, <c>conferma=si</c>: takes an
    /// address away. It is in no URL.
    /// </summary>
    /// <remarks>
    /// Answers 200 with the question, 303 to the page once it is done, 404 when the body has added no such address, 409
    /// when it is the last.
    /// </remarks>
    [Function("ContactRemoveEndpoint")]
    [OpenTo(Audience.Senders)]
    public async Task<IActionResult> RemoveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "contatti/togli")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        IFormCollection form = await request.FieldsAsync(cancellationToken);
        string address = form["indirizzo"].ToString();
        return form["conferma"] == ReceivedFile.Yes
            ? Answer.Done(
                await desk.RemoveAsync(PartyOf(request.Caller()), address, cancellationToken), Addresses.Contacts,
                TheAddress)
            : Answer.Page(new RemoveContactView(address));
    }

    private static SendingParty PartyOf(Caller caller) =>
        new(caller.Ambito, caller.Ambito.FindSender(caller.Sender.Code)!, caller.Author);

    private async Task<IActionResult> PageAsync(
        Caller caller, ContactForm form, FieldMistake[] mistakes, CancellationToken cancellationToken) =>
        Answer.Page(ContactPages.Of(
            await desk.FindAsync(PartyOf(caller), cancellationToken), caller, form, mistakes));

    private async Task<IActionResult> DescribeAsync(Caller caller, CancellationToken cancellationToken) => Answer.Json(
        ContactJson.Of(
            caller.Sender,
            (await contacts.WithContactsAsync(caller.Ambito, cancellationToken)).FindSender(caller.Sender.Code)!));
}
