using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;

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

    /// <summary>The caller's file with an id; null when it can be none.</summary>
    public static DraftKey? Draft(this HttpRequest request, string id) =>
        DraftKey.Parse(request.Caller().Sender.Code, id);

    /// <summary>A new one, that nobody guesses.</summary>
    public static DraftKey New(string sender) =>
        DraftKey.Parse(sender, RandomNumberGenerator.GetHexString(Digits, lowercase: true))!;
}
