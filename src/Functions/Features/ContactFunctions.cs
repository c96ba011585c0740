using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Mail;

namespace PianoZona.Functions.Features;

/// <summary>The addresses that mail goes to.</summary>
public sealed class ContactFunctions(ContactBook contacts)
{
    /// <summary><c>GET /api/contatti</c>: to which addresses the hub writes for the caller's body.</summary>
    /// <remarks>Answers 200 with them, 401 without a sign-in.</remarks>
    [Function("ContactListEndpoint")]
    [OpenTo(Audience.SignedIn)]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contatti")] HttpRequest request,
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

    private async Task<IActionResult> DescribeAsync(Caller caller, CancellationToken cancellationToken) => Answer.Json(
        ContactJson.Of(
            caller.Sender,
            (await contacts.WithContactsAsync(caller.Ambito, cancellationToken)).FindSender(caller.Sender.Code)!));
}
