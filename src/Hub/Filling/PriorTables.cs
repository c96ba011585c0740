using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Ledger;
using PianoZona.Validation;

namespace PianoZona.Hub.Filling;

/// <summary>What is in force in a place, as a table.</summary>
/// <param name="Current">What is in force.</param>
/// <param name="Rows">
/// Its rows, a cell for each column of the flow, as they would be typed; none when there are more than a page takes.
/// </param>
public sealed record PriorTable(CurrentUpload Current, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Whether it has more rows than a page takes.</summary>
    public bool IsTooLong => Current.Rows > OnlineForm.MostRows;
}

/// <summary>Reads back the rows that are in force.</summary>
public sealed class PriorTables(
    ILedger ledger, IArchive archive, UploadExamination examination, UploadEnvelopes envelopes)
{
    /// <summary>What is in force in a place; null when nothing is.</summary>
    /// <exception cref="InvalidOperationException">What is in force is not in the archive.</exception>
    public async Task<PriorTable?> FindAsync(UploadSlot slot, CancellationToken cancellationToken)
    {
        if (await ledger.FindCurrentAsync(slot, cancellationToken) is not { } current)
        {
            return null;
        }

        PriorTable table = new(current, []);
        return table.IsTooLong || current.Rows == 0
            ? table
            : table with { Rows = await ReadAsync(ReceiptId.Parse(current.ReceiptId), cancellationToken) };
    }

    // By the rules, as when it was accepted: a file may have totals, empty rows, columns in any order.
    private async Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(
        ReceiptId id, CancellationToken cancellationToken)
    {
        await using ReceivedFile file = await archive.TryOpenReceivedAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"Upload {id} is not in the archive.");
        EnvelopeResult envelope = await envelopes.OfPathAsync(id.Path, cancellationToken);
        TypedRows rows = new();
        await examination.ExamineAsync(
            envelope, file, file.Submission with { ReceivedOn = null }, cancellationToken, rows);
        return rows.All;
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
