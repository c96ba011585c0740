using PianoZona.Contracts;
using PianoZona.Contracts.Flows;

namespace PianoZona.Hub.Tests.Conservation;

/// <summary>An accepted row, kept.</summary>
internal sealed class AcceptedRow(ValidRow row)
{
    private readonly CellValue[] cells = [.. row.Schema.Columns.Select(column => row[column])];

    public FlowSchema Flow { get; } = row.Schema;

    /// <summary>Where the flow says that figures of it are not posted.</summary>
    public IReadOnlyList<NotPosted> NotPosted { get; } = [.. row.Schema.NotPosted.Where(one => one.Holds(row))];

    public string? Text(Column column) => cells[column.Ordinal].Text;

    public bool Has(Column column) => cells[column.Ordinal].HasValue;

    /// <summary>A figure in what its column is held in (cents, ten-thousandths); 0 when it is missing.</summary>
    public long Number(Column column) => cells[column.Ordinal].Number;

    public FundKey Fund(Column fund, Column year) => new(Text(fund)!, (int)Number(year));
}

/// <summary>Keeps the accepted rows of a file.</summary>
internal sealed class Kept : IAcceptedRows
{
    public List<AcceptedRow> Rows { get; } = [];

    public void Accept(ValidRow row) => Rows.Add(new AcceptedRow(row));
}
