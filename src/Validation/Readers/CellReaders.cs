using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;

namespace PianoZona.Validation.Readers;

/// <summary>The reader of each kind of column.</summary>
internal static class CellReaders
{
    /// <summary>A reader of a column, for one file.</summary>
    /// <param name="ambito">Whose Comuni, bodies and funds are known.</param>
    /// <param name="evidence">How the numbers of the column are written.</param>
    public static ICellReader For(Column column, Ambito ambito, ColumnEvidence evidence) => column.Kind switch
    {
        ColumnKind.Money or ColumnKind.Integer or ColumnKind.Quantity => new NumberReader(column, evidence),
        ColumnKind.Date => new CachedReader(new DateReader()),
        ColumnKind.Year => new YearReader(),
        ColumnKind.Period => new CachedReader(new PeriodReader()),
        ColumnKind.Choice => new CachedReader(WordReader.OfChoices(column)),
        ColumnKind.Fund => new CachedReader(WordReader.OfFunds(ambito.Funds)),
        ColumnKind.Comune or ColumnKind.Body => new CachedReader(new BodyReader(ambito, column)),
        ColumnKind.Cup or ColumnKind.Cig or ColumnKind.VatNumber => new CachedReader(new CodeReader(column.Kind)),
        ColumnKind.Text => new CachedReader(new FreeTextReader(column.MaxLength)),
        ColumnKind.OpaqueId => new OpaqueIdReader(column.MaxLength), // too many different ones to remember
        ColumnKind.Measure => new MeasureReader(column, evidence),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Kind, "A kind of column without a reader."),
    };
}
