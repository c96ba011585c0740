namespace PianoZona.Contracts.Reporting;

/// <summary>A table for somebody outside: what is due upwards, or the books.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Rows">Its rows, a cell for each column.</param>
/// <param name="Checks">Its totals against the books, which were added up otherwise.</param>
public sealed record ReportTable(
    string Title,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<IReadOnlyList<ReportCell>> Rows,
    IReadOnlyList<ReportCheck> Checks)
{
    /// <summary>The word in the first column of the row of totals.</summary>
    public const string TotalWord = "TOTALE";

    /// <summary>Whether all totals agree with the books.</summary>
    public bool Balances => Checks.All(check => check.Agrees);

    /// <summary>
    /// The totals of the columns that have one; a column of which nothing is known has none, nor has one with a cell
    /// that is not known.
    /// </summary>
    public IReadOnlyList<ReportCell> Totals =>
    [
        .. Columns.Select((column, i) => !column.Summed ? ReportCell.Of(i == 0 ? TotalWord : null)
            : column.IsKnownWhole ? ReportCell.Of(Rows.Select(row => row[i].Amount).SumIfAllKnown())
            : column.Kind == ReportColumnKind.Amount ? ReportCell.Of(Rows.Select(row => row[i].Amount).SumOrMissing())
            : ReportCell.Of(Rows.Any(row => row[i].Number is not null) ? Rows.Sum(row => row[i].Number ?? 0m) : null)),
    ];

    /// <summary>The total of a column of amounts.</summary>
    public Money? TotalOf(string column) =>
        Totals[Columns.Select((one, i) => (one, i)).First(pair => pair.one.Name == column).i].Amount;
}

/// <summary>What the cells of a column hold.</summary>
public enum ReportColumnKind
{
    /// <summary>Words: to the left, never summed.</summary>
    Text,

    /// <summary>Euro.</summary>
    Amount,

    /// <summary>A number that is no amount.</summary>
    Number,
}

/// <param name="Name">Name in files: lower case, without spaces.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Summed">Whether its cells have a total.</param>
public sealed record ReportColumn(string Name, ReportColumnKind Kind = ReportColumnKind.Text, bool Summed = false)
{
    /// <summary>A column of amounts that are added up.</summary>
    public static ReportColumn OfAmounts(string name) => new(name, ReportColumnKind.Amount, Summed: true);

    /// <summary>
    /// Whether an empty cell is an amount that is not known, so that there is no total; else it holds none of the row.
    /// </summary>
    public bool IsKnownWhole { get; init; }

    /// <summary>A column of amounts that are added up where all of them are known.</summary>
    public static ReportColumn OfKnownAmounts(string name) => OfAmounts(name) with { IsKnownWhole = true };

    /// <summary>A column of numbers that are added up.</summary>
    public static ReportColumn OfNumbers(string name) => new(name, ReportColumnKind.Number, Summed: true);
}

/// <summary>A cell: a text, an amount, a number, or nothing known.</summary>
/// <param name="Amount">Euro.</param>
/// <param name="Number">A number that is no amount.</param>
public readonly record struct ReportCell(string? Text, Money? Amount, decimal? Number)
{
    /// <summary>A text.</summary>
    public static ReportCell Of(string? text) => new(text, null, null);

    /// <summary>An amount.</summary>
    public static ReportCell Of(Money? amount) => new(null, amount, null);

    /// <summary>A number.</summary>
    public static ReportCell Of(decimal? number) => new(null, null, number);
}

/// <summary>A total of a table against the books.</summary>
/// <param name="What">What is compared.</param>
/// <param name="Table">What the table adds up to.</param>
/// <param name="Books">What the books say.</param>
public sealed record ReportCheck(string What, Money? Table, Money? Books)
{
    /// <summary>Whether they agree; nothing known and zero are not the same.</summary>
    public bool Agrees => Table == Books;
}
