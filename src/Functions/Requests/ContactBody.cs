using Microsoft.AspNetCore.Http;
using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Functions.Requests;

/// <summary>The addresses that a body adds: <c>{ "contatti": ["…"] }</c>, as in the configuration.</summary>
/// <param name="Contacts">The addresses.</param>
internal sealed record ContactBody(IReadOnlyList<Contact> Contacts)
{
    private const int LargestDocument = 16 * 1024;

    /// <summary>The addresses that were sent.</summary>
    public static async Task<Sent<ContactBody>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await RequestBody.TextAsync(request, LargestDocument, cancellationToken) is not { } text)
        {
            return Sent<ContactBody>.Wrong(RequestBody.TooLarge);
        }

        (IReadOnlyList<Contact> contacts, IReadOnlyList<Mistake> errors) = ContactDocument.Read(text);
        return errors.Count > 0
            ? Sent<ContactBody>.Wrong(string.Join(' ', errors.Select(error => error.ToString())))
            : Sent<ContactBody>.Of(new ContactBody(contacts));
    }
}
