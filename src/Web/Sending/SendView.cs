using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Sending;

/// <summary>Where files are chosen, and those that were chosen and not sent.</summary>
/// <param name="About">What is to be sent, in words; null = whatever the file is.</param>
/// <param name="Flow">Code of the flow that is asked for; null = the file tells.</param>
/// <param name="Period">The period that is asked for; null = the file tells.</param>
/// <param name="Drafts">Files that wait to be sent, the latest first.</param>
/// <param name="MostMegabytes">How large a file may be, in MB.</param>
public sealed record SendView(
    string? About, string? Flow, string? Period, IReadOnlyList<DraftCard> Drafts, int MostMegabytes)
    : PageView(About is null ? "Invia un file" : $"Invia {About}")
{
    internal override Type Component => typeof(SendPage);

    internal override string? Section => Addresses.Send;

    /// <summary>What is wrong in what was sent.</summary>
    public IReadOnlyList<FieldMistake> Mistakes { get; init; } = [];

    /// <summary>The other body whose duty it is; null = the reader's own, or whatever the file is.</summary>
    public NamedBody? For { get; init; }

    /// <summary>What is to be known of a file for another body, in sentences; none = it is the reader's own.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Receipt of what a new file would replace whole; null = nothing, or it is not told.</summary>
    public string? InForce { get; init; }

    /// <summary>What to do when the other body has nothing to report, in sentences; null = it is the own.</summary>
    public string? NoData { get; init; }

    /// <summary>Where the same is filled in on a page; null = it is sent as a file only.</summary>
    public string? Fill { get; init; }

    /// <summary>Why it is not filled in on a page, though others are, in sentences; null = it is, or never.</summary>
    public string? NoFill { get; init; }

    /// <summary>The file with what is known of it already in it; null = it is not known of what.</summary>
    public string? Template { get; init; }

    /// <summary>Where it is declared that there is nothing to report; null = it is not known of what.</summary>
    public string? Nothing { get; init; }

    /// <summary>What was found in the files that were chosen just now, in a sentence; null = no several were.</summary>
    public string? Checked { get; init; }

    internal override bool HasErrors => Mistakes.Count > 0;
}

/// <summary>A file that waits to be sent.</summary>
/// <param name="Id">Under which the hub keeps it.</param>
/// <param name="FileName">The name that its sender gave it.</param>
/// <param name="About">Flow and period in words; null = not known yet.</param>
/// <param name="When">When it was put there, as people read it.</param>
/// <param name="State">Where it stands.</param>
public sealed record DraftCard(string Id, string FileName, string? About, string When, StateWord State);
