using PianoZona.Ledger;

namespace PianoZona.Hub.Changes;

/// <summary>What is to be known beside the sums that a file changes.</summary>
public sealed record ChangeBeside
{
    /// <summary>
    /// Sums of bodies that the file changes without changing what counts, since another sender tells them; they are in
    /// no other figure of the change.
    /// </summary>
    public IReadOnlyList<UncountedChange> Uncounted { get; init; } = [];

    /// <summary>Whether anything differs in figures that do not count, also where their sums stay the same.</summary>
    public bool ChangesUncounted { get; init; }

    /// <summary>Whether neither file moves any money in the books: their sums say nothing of them.</summary>
    public bool PostsNothing { get; init; }

    /// <summary>
    /// What the columns of both files add up to, where nothing is posted; null = the sums tell it, or it is not known.
    /// </summary>
    public IReadOnlyList<TotalChange>? Totals { get; init; }

    /// <summary>Whether all that the files add up to is known to be the same.</summary>
    public bool IsTotalTheSame { get; init; }
}

/// <summary>Which of two files of one place counts, where another sender tells the same.</summary>
public enum CountingTurn
{
    /// <summary>Neither: the other sender's counts before and after.</summary>
    Neither,

    /// <summary>The earlier one did; now that of the other sender does.</summary>
    Ends,

    /// <summary>The later one does; before that of the other sender did.</summary>
    Begins,
}

/// <summary>A sum of a body that differs without being what counts before and after.</summary>
/// <param name="Change">The sum in both files; it has a body.</param>
/// <param name="Sender">Code of the sender whose file counts, or counted, in its place.</param>
/// <param name="Turn">Whose turn it is.</param>
public sealed record UncountedChange(BodyChange Change, string Sender, CountingTurn Turn);

/// <summary>What a column adds up to in two files.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Fund">Code of the fund; null = the flow has no funds.</param>
/// <param name="Before">As in receipts, without grouping; null = nothing is reported, which is not zero.</param>
/// <param name="After">The same in the later file.</param>
public sealed record TotalChange(string Column, string? Fund, string? Before, string? After);
