namespace PianoZona.Contracts.Flows;

/// <summary>That a flow may be filled in on a page, because its rows are few, and how its table begins.</summary>
/// <remarks>A flow has one (<see cref="FlowSchema.Online"/>) or is sent as a file only.</remarks>
public sealed record OnlineForm
{
    /// <summary>Rows that a page takes at most: more of them are a file.</summary>
    public const int MostRows = 60;

    /// <summary>
    /// The column each of whose values has a row of its own in a first table; null = a first table is empty.
    /// </summary>
    public Column? RowForEach { get; init; }

    /// <summary>
    /// Columns that stay as they were a year before, beside the key and the texts, which do so in every flow.
    /// </summary>
    public IReadOnlyList<Column> AlsoCarried { get; init; } = [];
}
