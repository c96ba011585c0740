using System.Security.Cryptography;
using System.Text;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Filling;

/// <summary>The drafts of what is filled in on a page: one of a sender for a flow and period, found by them.</summary>
/// <remarks>Who knows them reaches nothing: a draft is in the folder of its sender.</remarks>
public static class FillingKeys
{
    private const int Digits = 32;

    /// <summary>The draft of a table.</summary>
    public static DraftKey OfTable(string sender, string flow, string period) =>
        Of(sender, $"tabella/{flow}/{period}");

    /// <summary>The draft of a declaration that there is nothing to report.</summary>
    public static DraftKey OfNothing(string sender, string flow, string period) =>
        Of(sender, $"nessun-dato/{flow}/{period}");

    /// <summary>Whether a draft is a table that is filled in on a page.</summary>
    public static bool IsTable(DraftKey key, DraftFacts facts) =>
        facts is { Flow: { } flow, Period: { } period } && key == OfTable(key.Sender, flow, period);

    /// <summary>Whether a draft is a declaration that was made on a page.</summary>
    public static bool IsNothing(DraftKey key, DraftFacts facts) =>
        facts is { Flow: { } flow, Period: { } period } && key == OfNothing(key.Sender, flow, period);

    private static DraftKey Of(string sender, string what) => DraftKey.Parse(
        sender, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))[..Digits])!;
}
