using PianoZona.Contracts;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Units;

/// <summary>The service units of a body and their places under contract.</summary>
/// <param name="Summary">How many there are, in a sentence.</param>
/// <param name="Body">Name of the body; null = the reader's own, who may send.</param>
/// <param name="Open">Those that are open.</param>
/// <param name="Closed">Those that closed.</param>
/// <param name="Contracts">Places under contract, by kind and Comune; the sum of all of them last.</param>
/// <param name="Unread">Receipts of files of which rows are left out.</param>
/// <param name="Table">The same as a table to download.</param>
/// <param name="Review">
/// The file of this year's check of all units, with what is known of it; null = not sent here.
/// </param>
public sealed record UnitListView(
    string Summary, string? Body, UnitLines Open, UnitLines Closed, IReadOnlyList<ContractLine> Contracts,
    IReadOnlyList<string> Unread, string Table, NamedLink? Review)
    : PageView("Unità")
{
    /// <summary>Those whose opening is announced for later.</summary>
    public UnitLines Announced { get; init; } = new(0, []);

    internal override Type Component => typeof(UnitListPage);

    internal override string? Section => Addresses.Units;

    internal bool IsEmpty => Open.Count + Closed.Count + Announced.Count + Unread.Count == 0;
}

/// <summary>Some units.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Lines">Those that are shown: the table to download has all of them.</param>
public sealed record UnitLines(int Count, IReadOnlyList<UnitLine> Lines);

/// <summary>A unit, as the last row that names it tells.</summary>
/// <param name="Code">Its code in the register of the Region.</param>
/// <param name="Name">Its name; null = not known.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Comune">Where it is.</param>
/// <param name="RunBy">Name of the body that runs it; null = the one that the page is about.</param>
/// <param name="Contracted">Places under contract; null = not known.</param>
/// <param name="Accredited">Places accredited; null = not known.</param>
/// <param name="Authorised">Places authorised; null = not known.</param>
/// <param name="State">What happened last.</param>
/// <param name="Happened">When.</param>
/// <param name="Noticed">Day of its notice of opening; null = not known.</param>
/// <param name="Receipt">Number of the receipt that it comes from.</param>
/// <param name="Row">Row of that file.</param>
/// <param name="Year">What it did in a year; null = not known.</param>
public sealed record UnitLine(
    string Code, string? Name, string Kind, string Comune, string? RunBy, long? Contracted, long? Accredited,
    long? Authorised, StateWord State, DateOnly Happened, DateOnly? Noticed, string Receipt, int Row,
    UnitYearLine? Year);

/// <summary>What a unit did in a year.</summary>
/// <param name="Year">Of which year.</param>
/// <param name="Users">How many users it had.</param>
/// <param name="Hours">Hours of service; null = not known.</param>
/// <param name="Costs">What it cost; null = not known.</param>
/// <param name="Receipt">Number of the receipt that it comes from.</param>
/// <param name="Row">Row of that file.</param>
public sealed record UnitYearLine(int Year, long Users, decimal? Hours, Money? Costs, string Receipt, int Row);

/// <summary>Places under contract.</summary>
/// <param name="Kind">What the units are; null = all kinds.</param>
/// <param name="Comune">Where they are; null = everywhere.</param>
/// <param name="Units">How many units.</param>
/// <param name="Stated">Sum of the places that are known.</param>
/// <param name="Unstated">How many of the units do not state theirs.</param>
public sealed record ContractLine(string? Kind, string? Comune, int Units, long Stated, int Unstated);
