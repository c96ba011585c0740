using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Sending;

namespace PianoZona.Web.Receipts;

/// <summary>A receipt as the hub serves it: the proof of what was sent, and what became of it since.</summary>
/// <param name="About">Flow and period, in words.</param>
/// <param name="State">Where the file stands now.</param>
/// <param name="Sentence">The same in a sentence.</param>
/// <param name="Facts">What the file is, by name.</param>
/// <param name="Hash">SHA-256 of its bytes, in groups of four.</param>
/// <param name="Next">What happens now.</param>
/// <param name="Changes">What it changed in what counted before; none = nothing counted, or nothing changed.</param>
/// <param name="Findings">What was found in it.</param>
/// <param name="History">What happened to it, in order.</param>
/// <param name="Paper">The same as a document to keep (PDF/A).</param>
/// <param name="Download">The same as a text.</param>
public sealed record ProofView(
    string About, StateWord State, string Sentence, IReadOnlyList<Fact> Facts, string Hash, string Next,
    IReadOnlyList<ChangeLine> Changes, ReceiptFindings Findings, IReadOnlyList<TimelineEntry> History, string Paper,
    string Download)
    : PageView($"Ricevuta: {About}")
{
    /// <summary>What else it changed in what counted before.</summary>
    public ChangeMore More { get; init; } = ChangeMore.Nothing;

    /// <summary>Receipt of what it replaced; null = nothing counted before.</summary>
    public string? Replaces { get; init; }

    /// <summary>Receipt of what counts in its place; null = it was not replaced.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>
    /// Receipt of the file of the same flow and period that was accepted later, when this one was not; null = none was.
    /// </summary>
    public string? AcceptedLater { get; init; }

    /// <summary>Whether the reader may open the list of what was sent, and look for a file in it.</summary>
    public bool OpensSent { get; init; } = true;

    /// <summary>The file as it was sent, to download; null = it was not kept.</summary>
    public string? File { get; init; }

    /// <summary>Where the file is sent again; null = there is no need, or it is not for the reader to do.</summary>
    public string? Send { get; init; }

    /// <summary>Others that the reader sends for and that still owe the same, each with where it is sent.</summary>
    public IReadOnlyList<NamedLink> StillDue { get; init; } = [];

    /// <summary>Those who owe the same again, since this file took their figures away, each with where it is sent.
    /// </summary>
    public IReadOnlyList<NamedLink> DueAgain { get; init; } = [];

    internal override Type Component => typeof(ProofPage);

    internal override IReadOnlyList<NamedLink> Trail =>
        OpensSent ? [NamedLink.Start, new("Già inviati", Addresses.Sent)] : [NamedLink.Start];

    internal override string? Section => OpensSent ? Addresses.Sent : null;
}
