using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Configuration;
using PianoZona.Contracts.Configuration;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Mail;

namespace PianoZona.Functions.Pages;

/// <summary>To whom the hub writes for a body, and what it adds itself.</summary>
public sealed class ContactAnswers(CallerReader callers, ContactBook contacts)
{
    private const int LargestBody = 16 * 1024;

    /// <summary>The addresses of the caller's body.</summary>
    public Task<IActionResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => DescribeAsync(caller, cancellationToken), cancellationToken);

    /// <summary>Takes the addresses that the caller's body adds, in the place of those it added before.</summary>
    public Task<IActionResult> AddAsync(HttpRequest request, CancellationToken cancellationToken) =>
        callers.ForAsync(request, caller => caller.Roles.Count > 0 && !caller.Roles.SetEquals([Roles.Assembly]), async caller =>
        {
            if (request.ContentLength > LargestBody)
            {
                return Answers.Json(new { errore = "Il contenuto inviato è troppo grande." }, StatusCodes.Status400BadRequest);
            }

            using StreamReader reader = new(request.Body);
            (IReadOnlyList<Contact> added, IReadOnlyList<ConfigurationError> errors) = ContactDocument.Read(await reader.ReadToEndAsync(cancellationToken));
            if (errors.Count > 0)
            {
                return Answers.Json(new { errore = string.Join(' ', errors.Select(error => error.ToString())) }, StatusCodes.Status400BadRequest);
            }

            await contacts.AddAsync(caller.Ambito, caller.Sender.Code, added, caller.Author, cancellationToken);
            return await DescribeAsync(caller, cancellationToken);
        }, cancellationToken);

    private async Task<IActionResult> DescribeAsync(Caller caller, CancellationToken cancellationToken)
    {
        Sender sender = (await contacts.WithContactsAsync(caller.Ambito, cancellationToken)).FindSender(caller.Sender.Code)!;
        return Answers.Json(new
        {
            ente = sender.Code,
            contatti = sender.Contacts.Select(address => new
            {
                indirizzo = address,
                dallaConfigurazione = caller.Sender.Contacts.Contains(address, StringComparer.OrdinalIgnoreCase),
                promemoriaDalle = sender.WishesOf(address).DigestTime.ToString("HH:mm", CultureInfo.InvariantCulture),
                esiti = Words(sender.WishesOf(address).Receipts),
            }),
        });
    }

    private static string Words(ReceiptMail receipts) => receipts switch
    {
        ReceiptMail.Always => "tutti",
        ReceiptMail.Never => "nessuno",
        _ => "solo i file non registrati",
    };
}
