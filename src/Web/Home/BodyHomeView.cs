using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Sent;

namespace PianoZona.Web.Home;

/// <summary>The first page of a body that sends files: what is due, what it sent last, what comes next.</summary>
/// <param name="Summary">How many files are due, in a sentence; or that there is none.</param>
/// <param name="Nothing">What is said where nothing is due; null = something is.</param>
/// <param name="Today">The day in Italy, from which days are counted.</param>
/// <param name="Groups">What is due, by the body that owes it; the first is shown in full.</param>
/// <param name="Latest">What was sent last.</param>
/// <param name="Next">What cannot be sent yet.</param>
public sealed record BodyHomeView(
    string Summary, string? Nothing, DateOnly Today, IReadOnlyList<DutyGroup> Groups, IReadOnlyList<LatestLine> Latest,
    IReadOnlyList<NextLine> Next)
    : PageView("Da inviare")
{
    /// <summary>Files that were refused and that no deadline asks for.</summary>
    public IReadOnlyList<CorrectionLine> ToCorrect { get; init; } = [];

    /// <summary>Files whose day is past and of which it is not known here whether they were sent.</summary>
    public IReadOnlyList<UnverifiedLine> Unverified { get; init; } = [];

    /// <summary>What was begun and not sent, and no deadline asks for.</summary>
    public IReadOnlyList<BegunLine> Begun { get; init; } = [];

    /// <summary>Whether it runs service units, and so finds them from here.</summary>
    public bool HasUnits { get; init; }

    /// <summary>What others sent for the reader last.</summary>
    public IReadOnlyList<SentForLine> SentForReader { get; init; } = [];

    internal override Type Component => typeof(BodyHomePage);

    internal override IReadOnlyList<NamedLink> Trail => [];

    internal override string? Section => Addresses.Home;
}

/// <summary>A file that was refused.</summary>
/// <param name="About">What and of which period.</param>
/// <param name="When">When it came.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Send">Where it is sent again.</param>
/// <param name="Receipt">Its receipt, which says what is wrong.</param>
public sealed record CorrectionLine(string About, string When, StateWord State, string Send, string Receipt);

/// <summary>What was begun and not sent.</summary>
/// <param name="About">What and of which period.</param>
/// <param name="Draft">What was begun, in words, and where it goes on.</param>
public sealed record BegunLine(string About, NamedLink Draft);

/// <summary>A file of which it is not known here whether it was sent.</summary>
/// <param name="About">What, of which period, and of whom if not of the reader.</param>
/// <param name="Until">The last day on time.</param>
/// <param name="Send">Where it is sent.</param>
public sealed record UnverifiedLine(string About, DateOnly Until, string Send);

/// <summary>What is due of a body.</summary>
/// <param name="Body">Its name; null = the reader's own, beside no other.</param>
/// <param name="Summary">How many files, in words.</param>
/// <param name="Duties">They, in order.</param>
public sealed record DutyGroup(string? Body, string Summary, IReadOnlyList<DutyLine> Duties);

/// <summary>Something that is due.</summary>
/// <param name="Title">What.</param>
/// <param name="Purpose">What it is for; null = not said.</param>
/// <param name="Period">In words.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Until">The last day on time.</param>
/// <param name="Send">Where it is sent; null = no file fulfils it.</param>
/// <param name="Refused">The receipt of the last file, when it was refused; null = none was.</param>
public sealed record DutyLine(
    string Title, string? Purpose, string Period, StateWord State, DateOnly Until, string? Send, string? Refused)
{
    /// <summary>What was begun for it and not sent, in words, and where it goes on; null = nothing was.</summary>
    public NamedLink? Draft { get; init; }

    /// <summary>Whether the day makes nobody late.</summary>
    public bool IsIndicative { get; init; }

    /// <summary>Where it is filled in on a page; null = it is sent as a file only.</summary>
    public string? Fill { get; init; }
}

/// <summary>A file that was sent.</summary>
/// <param name="About">Flow and period, in words.</param>
/// <param name="When">When it came.</param>
/// <param name="State">What became of it.</param>
/// <param name="Address">Its receipt.</param>
public sealed record LatestLine(string About, string When, StateWord State, string Address);

/// <summary>What cannot be sent yet.</summary>
/// <param name="About">What and of which period.</param>
/// <param name="Until">The last day on time.</param>
public sealed record NextLine(string About, DateOnly Until);
