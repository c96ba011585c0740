using System.Security.Cryptography;

namespace PianoZona.LocalHost;

/// <summary>
/// Ids of workers, requests and invocations: they need to be unique and unguessable, never to be repeated.
/// </summary>
internal static class Ids
{
    public static string Next() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString("D");
}
