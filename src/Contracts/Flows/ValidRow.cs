namespace PianoZona.Contracts.Flows;

/// <summary>The value of one cell, read. Missing is not zero: see <see cref="HasValue"/>.</summary>
/// <param name="Text">Texts, choices, codes: the canonical form. Null for numbers and when missing.</param>
/// <param name="Number">
/// Cents for money, units for integers and years, ten-thousandths for quantities, day number for dates. With a text it
/// is 0, or tells apart two writings that have the same text: unknown funds on the one that takes them.
/// </param>
/// <param name="HasValue">Whether the cell held a value.</param>
public readonly record struct CellValue(string? Text, long Number, bool HasValue);

/// <summary>
/// One accepted row: what the ledger stage takes in. The validator reuses the object: keep values, never the row.
/// </summary>
/// <param name="schema">The flow it belongs to.</param>
public sealed class ValidRow(FlowSchema schema)
{
    private readonly CellValue[] cells = new CellValue[schema.Columns.Count];

    /// <summary>The flow it belongs to.</summary>
    public FlowSchema Schema => schema;

    /// <summary>The row of the file (header = 1).</summary>
    public int Number { get; set; }

    /// <summary>The value read in a column.</summary>
    public CellValue this[Column column]
    {
        get => cells[column.Ordinal];
        set => cells[column.Ordinal] = value;
    }

    /// <summary>A text, choice or code in its canonical form; null when missing.</summary>
    public string? Text(Column column) => cells[column.Ordinal].Text;

    /// <summary>An amount; without value when missing.</summary>
    public Money? Money(Column column) =>
        cells[column.Ordinal] is { HasValue: true } cell ? new Money(cell.Number) : null;

    /// <summary>A whole number or a year; null when missing.</summary>
    public long? Integer(Column column) => cells[column.Ordinal] is { HasValue: true } cell ? cell.Number : null;

    /// <summary>A day; null when missing.</summary>
    public DateOnly? Date(Column column) =>
        cells[column.Ordinal] is { HasValue: true } cell ? DateOnly.FromDayNumber((int)cell.Number) : null;

    /// <summary>Forgets all values before the next row.</summary>
    public void Clear() => Array.Clear(cells);
}

/// <summary>
/// Takes accepted rows as they are validated; what it gathered is used only when the whole file is accepted.
/// </summary>
public interface IAcceptedRows
{
    /// <summary>Takes one accepted row; keeps values, never the row, which is reused.</summary>
    void Accept(ValidRow row);
}
