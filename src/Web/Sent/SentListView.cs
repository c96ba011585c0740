using PianoZona.Contracts;
using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Sent;

/// <summary>The files that were sent.</summary>
/// <param name="State">Filters, order and page.</param>
/// <param name="Filters">What may be filtered by.</param>
/// <param name="Count">How many there are with these filters.</param>
/// <param name="HasBodies">Whether they are of several bodies, whose names are shown.</param>
/// <param name="Lines">Those of this page.</param>
public sealed record SentListView(
    ListState State, SentFilters Filters, int Count, bool HasBodies, IReadOnlyList<SentLine> Lines)
    : PageView("Già inviati")
{
    /// <summary>The order when nothing is asked for: the latest first.</summary>
    public const string UsualOrder = "-quando";

    /// <summary>Whether some were sent for others, whose names are shown.</summary>
    public bool IsForOthers { get; init; }

    /// <summary>What others sent for the reader, the latest first.</summary>
    public IReadOnlyList<SentForLine> ForReader { get; init; } = [];

    /// <summary>How many more others have sent, that are not shown.</summary>
    public int MoreForReader { get; init; }

    internal override Type Component => typeof(SentListPage);

    internal override string? Section => Addresses.Sent;
}

/// <summary>What may be filtered by, and what was asked for.</summary>
public sealed record SentFilters(
    IReadOnlyList<FieldChoice> Flows, IReadOnlyList<FieldChoice> Years, IReadOnlyList<FieldChoice> States,
    IReadOnlyList<FieldChoice> Orders)
{
    public string? Flow { get; init; }

    public string? Year { get; init; }

    public string? State { get; init; }

    /// <summary>A part of the number.</summary>
    public string? Number { get; init; }

    /// <summary>For whom they were sent.</summary>
    public IReadOnlyList<FieldChoice> Others { get; init; } = [];

    /// <summary>Code of one of them.</summary>
    public string? For { get; init; }

    public string? Order { get; init; }
}

/// <summary>A file that was sent.</summary>
/// <param name="Number">The last part of the number of its receipt: the rest of it is said beside it.</param>
/// <param name="Address">Its receipt.</param>
/// <param name="Body">Name of its sender.</param>
/// <param name="Flow">What it is.</param>
/// <param name="Period">Of which period, in words.</param>
/// <param name="When">When it came.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ReplacedBy">The receipt of what counts in its place; null = it was not replaced.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Amount">How much it is about, in euro; null = not known.</param>
public sealed record SentLine(
    string Number, string Address, string Body, string Flow, string Period, string When, StateWord State,
    string? ReplacedBy, int Rows, Money? Amount)
{
    /// <summary>Names of the bodies whose figures it holds; null = not known, because it does not count.</summary>
    public string? For { get; init; }
}
