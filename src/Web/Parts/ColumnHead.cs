namespace PianoZona.Web.Parts;

/// <summary>The head of a column of a table.</summary>
/// <param name="Name">What the column is.</param>
/// <param name="IsNumber">Whether it is of numbers, which stand to the right.</param>
public sealed record ColumnHead(string Name, bool IsNumber)
{
    public static IEnumerable<ColumnHead> Words(params IEnumerable<string> names) =>
        names.Select(name => new ColumnHead(name, IsNumber: false));

    public static IEnumerable<ColumnHead> Numbers(params IEnumerable<string> names) =>
        names.Select(name => new ColumnHead(name, IsNumber: true));
}
