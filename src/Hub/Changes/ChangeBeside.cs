using PianoZona.Contracts;
using PianoZona.Ledger;

namespace PianoZona.Hub.Changes;

/// <summary>What is to be known beside the sums that a file changes.</summary>
public sealed record ChangeBeside
{
    /// <summary>
    /// Sums that the file changes without changing what counts, since another sender tells them before and after; they
    /// are in no other figure of the change.
    /// </summary>
    public IReadOnlyList<UncountedChange> Uncounted { get; init; } = [];

    /// <summary>Whether anything differs in figures that do not count, also where their sums stay the same.</summary>
    public bool ChangesUncounted { get; init; }

    /// <summary>What another sender tells, too, where one of the two does not count, by fund year and code.</summary>
    public IReadOnlyList<FactTurn> Turns { get; init; } = [];

    /// <summary>Whether neither file moves any money in the books: their sums say nothing of them.</summary>
    public bool PostsNothing { get; init; }

    /// <summary>
    /// What the columns of both files add up to, where nothing is posted; null = the sums tell it, or it is not known.
    /// </summary>
    public IReadOnlyList<TotalChange>? Totals { get; init; }

    /// <summary>Whether all that the files add up to is known to be the same.</summary>
    public bool IsTotalTheSame { get; init; }

    /// <summary>
    /// How many rows of the two files differ, whatever column it is, where the figures do not tell; null = they tell,
    /// or it is not known.
    /// </summary>
    public int? DifferentRows { get; init; }
}

/// <summary>Which of two tellings counts.</summary>
public enum CountingTurn
{
    /// <summary>The other sender's, before and after.</summary>
    Neither,

    /// <summary>The other sender's from now on; the file that is replaced counted, or it kept the other from doing so.
    /// </summary>
    Ends,

    /// <summary>That of the file, instead of the other sender's that counted before.</summary>
    Begins,
}

/// <summary>A fact that another sender tells too: the figures of a body, or of a unit, of a fund year.</summary>
/// <param name="Fund">Fund and year.</param>
/// <param name="Code">Code of the body, or of the unit.</param>
/// <param name="Sender">Code of the other sender.</param>
/// <param name="Turn">Which of the two counts.</param>
public sealed record FactTurn(FundKey Fund, string Code, string Sender, CountingTurn Turn)
{
    /// <summary>Whether it is a unit.</summary>
    public bool IsUnit { get; init; }
}

/// <summary>A sum of a body that differs without being what counts before or after.</summary>
/// <param name="Change">The sum in both files; it has a body.</param>
/// <param name="Sender">Code of the sender whose file counts in its place.</param>
public sealed record UncountedChange(BodyChange Change, string Sender);

/// <summary>What a column adds up to in two files.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Fund">Code of the fund; null = the flow has no funds.</param>
/// <param name="Before">As in receipts, without grouping; null = nothing is reported, which is not zero.</param>
/// <param name="After">The same in the later file.</param>
public sealed record TotalChange(string Column, string? Fund, string? Before, string? After);
