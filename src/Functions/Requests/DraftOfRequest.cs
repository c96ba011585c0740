using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Requests;

/// <summary>Whose file a request is about: always one of the caller's own.</summary>
internal static class DraftOfRequest
{
    private const int Digits = 32;

    /// <summary>Who sends.</summary>
    public static SendingParty Party(this HttpRequest request)
    {
        Caller caller = request.Caller();
        return new SendingParty(caller.Ambito, caller.Sender, caller.Author);
    }

    /// <summary>
    /// Who sends, and the other body whose duty they begin (<c>ente</c> in the address). One that there is not, or that
    /// they may not send for, is as none: no address tells of another's data.
    /// </summary>
    /// <param name="flow">The flow they begin; null = the file tells.</param>
    public static SendingParty Party(this HttpRequest request, string? flow) =>
        request.PartyFor(flow, request.Query[Addresses.BodyQuery]);

    /// <summary>What is known of a file that the caller puts there, by what is asked of it.</summary>
    public static DraftFacts FactsOf(
        this HttpRequest request, string fileName, string? flow, string? period, string? body)
    {
        (flow, period) = FlowAndPeriod.Known(flow, period);
        return new DraftFacts(fileName, request.Caller().Author, flow, period)
        {
            Body = request.PartyFor(flow, body).For?.Code,
        };
    }

    private static SendingParty PartyFor(this HttpRequest request, string? flow, string? body)
    {
        SendingParty party = request.Party();
        return party with { For = SendingBodies.Other(party.Ambito, party.Body, flow, body) };
    }

    /// <summary>The caller's file with an id; null when it can be none.</summary>
    public static DraftKey? Draft(this HttpRequest request, string id) =>
        DraftKey.Parse(request.Caller().Sender.Code, id);

    /// <summary>
    /// That of the caller's <c>Idempotency-Key</c> (IETF draft-ietf-httpapi-idempotency-key-header); without one, or
    /// with an empty one, a new one.
    /// </summary>
    public static DraftKey DraftOfKey(this HttpRequest request)
    {
        string sender = request.Caller().Sender.Code;
        return request.Headers.TryGetValue("Idempotency-Key", out var key) && !string.IsNullOrWhiteSpace(key)
            ? DraftKey.Parse(
                sender, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())))[..Digits])!
            : request.NewDraft();
    }

    /// <summary>A new one of the caller's, that nobody guesses.</summary>
    public static DraftKey NewDraft(this HttpRequest request) => DraftKey.Parse(
        request.Caller().Sender.Code, RandomNumberGenerator.GetHexString(Digits, lowercase: true))!;
}
