using Microsoft.AspNetCore.Http;

namespace PianoZona.Functions.Identity;

/// <summary>Where somebody goes on after signing in: an address of the hub, never of another site.</summary>
public static class ReturnAddress
{
    /// <summary>Its name in addresses and forms.</summary>
    public const string Name = "ritorno";

    /// <summary>What is asked for, if it is an address of the hub; else its first page.</summary>
    public static string Of(string? asked) =>
        asked is ['/', ..] && asked is not ['/', '/' or '\\', ..] && asked.All(IsOfAnAddress) ? asked : "/";

    // What else there may be stands escaped in an address, and no header takes it.
    private static bool IsOfAnAddress(char letter) => letter is > ' ' and <= '~';

    /// <summary>The address asked for now, to come back to.</summary>
    public static string ThisOne(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? Of(request.Path + request.QueryString) : "/";
}
