using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;

namespace PianoZona.Hub.Filling;

/// <summary>What is in force in a place, as a table.</summary>
/// <param name="Current">What is in force.</param>
/// <param name="Rows">
/// Its rows, a cell for each column of the flow, as they would be typed; none when there are more than were asked for.
/// </param>
public sealed record PriorTable(CurrentUpload Current, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Whether it has more rows than were asked for.</summary>
    public bool IsTooLong => Rows.Count == 0 && Current.Rows > 0;
}

/// <summary>Reads back the rows that are in force.</summary>
public sealed class PriorTables(ILedger ledger, RowsInForce inForce)
{
    /// <summary>What is in force in a place; null when nothing is.</summary>
    /// <param name="slot">The place.</param>
    /// <param name="most">How many rows are wanted at most: of more of them none is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidOperationException">What is in force is not in the archive.</exception>
    public async Task<PriorTable?> FindAsync(UploadSlot slot, int most, CancellationToken cancellationToken)
    {
        if (await ledger.FindCurrentAsync(slot, cancellationToken) is not { } current)
        {
            return null;
        }

        if (current.Rows == 0 || current.Rows > most)
        {
            return new PriorTable(current, []);
        }

        TypedRows rows = new();
        await inForce.ReadAsync(current, rows, cancellationToken);
        return new PriorTable(current, rows.All);
    }

    private sealed class TypedRows : IAcceptedRows
    {
        public List<IReadOnlyList<string>> All { get; } = [];

        public void Accept(ValidRow row) =>
            All.Add([.. row.Schema.Columns.Select(column => Typed(column, row[column]))]);

        // Only an amount has the dot of thousands: alone in a column of other numbers it could be one of decimals.
        private static string Typed(Column column, CellValue cell) => !cell.HasValue ? string.Empty : column.Kind switch
        {
            _ when cell.Text is not null => cell.Text,
            ColumnKind.Money => new Money(cell.Number).ToItalian(),
            ColumnKind.Quantity or ColumnKind.Measure =>
                ((decimal)cell.Number / column.Scale).ToString("0.####", Italian.Culture),
            ColumnKind.Date => Italian.Day(DateOnly.FromDayNumber((int)cell.Number)),
            _ => cell.Number.ToString(CultureInfo.InvariantCulture),
        };
    }
}
