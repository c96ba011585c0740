namespace PianoZona.Web.Parts;

/// <summary>The head of a column of a table.</summary>
/// <param name="Name">What the column is.</param>
/// <param name="IsNumber">Whether it is of numbers, which stand to the right.</param>
public sealed record ColumnHead(string Name, bool IsNumber)
{
    /// <summary>Where the list is in the order of this column; null = it is in none.</summary>
    public string? Address { get; init; }

    /// <summary>Its order now, as <c>aria-sort</c> says it; null = the list has no order of columns.</summary>
    public string? Sort { get; init; }

    public static IEnumerable<ColumnHead> Words(params IEnumerable<string> names) =>
        names.Select(name => new ColumnHead(name, IsNumber: false));

    public static IEnumerable<ColumnHead> Numbers(params IEnumerable<string> names) =>
        names.Select(name => new ColumnHead(name, IsNumber: true));
}
