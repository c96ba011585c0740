using PianoZona.Contracts.Uploads;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Layout;

/// <summary>Who reads a page, and where they may go from it: what the frame of the page shows.</summary>
/// <param name="Ambito">Name of their Ambito.</param>
/// <param name="Body">Name of the body they act for.</param>
/// <param name="Role">What they may do, in words.</param>
/// <param name="Menu">Where they may go, the most used first.</param>
public sealed record Visitor(string Ambito, string Body, string Role, IReadOnlyList<NamedLink> Menu)
{
    /// <summary>The most entries that a menu may have: more of them are not read.</summary>
    public const int MostEntries = 6;

    /// <summary>Where they choose another body; null = they act for this one only.</summary>
    public string? ChangeBody { get; init; }

    /// <summary>Code of the one body whose files they may open; null = those of every body.</summary>
    public string? OnlyFilesOf { get; init; }

    /// <summary>Names of the bodies of their Ambito by code.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where they sign out, by POST; null = there is nothing to sign out of.</summary>
    public string? SignOut { get; init; }

    /// <summary>Whether they may open the receipt with a number.</summary>
    public bool MayOpen(string receipt) =>
        OnlyFilesOf is not { } code || (ReceiptId.TryParse(receipt, out ReceiptId? id) && id.Sender == code);
}
