using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Validation.Rules.Cells;

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

    /// <summary>The rules by which the reader of a kind of column may find something.</summary>
    public static IEnumerable<string> CodesOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Money or ColumnKind.Integer or ColumnKind.Quantity =>
        [
            UnreadableNumber.Code, AmbiguousNumber.Code, UnusualNumber.Code, TwoValues.Code, OutOfRange.Code,
        ],
        ColumnKind.Measure => [WrongFormat.Code, AmbiguousNumber.Code, UnusualNumber.Code, OutOfRange.Code],
        ColumnKind.Date => [InvalidDate.Code],
        ColumnKind.Year or ColumnKind.Period => [WrongFormat.Code],
        ColumnKind.OpaqueId => [.. CodesOf(ColumnKind.Text), WrongFormat.Code],
        ColumnKind.Choice => [NotAllowed.Code],
        ColumnKind.Fund => [NotAllowed.Code, UnknownFund.Code],
        ColumnKind.Comune or ColumnKind.Body =>
        [
            UnknownBody.Code, AmbiguousBody.Code, WrongFormat.Code, FormerBody.Code,
        ],
        ColumnKind.Cup => [InvalidCup.Code],
        ColumnKind.Cig => [InvalidCig.Code],
        ColumnKind.VatNumber => [InvalidVatNumber.Code],
        ColumnKind.Text => [TextTooLong.Code, UnsafeText.Code],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of column without a reader."),
    };
}
