using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Readers;

/// <summary>
/// Reads numbers as people write them. What a dot means is decided by the whole column, never by the cell alone.
/// </summary>
internal sealed class NumberReader(Column column, ColumnEvidence evidence) : ICellReader
{
    private readonly int decimals = column.Decimals;
    private bool told;

    public Breach? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        if (NumberText.TryReadPlain(text, decimals, out long plain) && plain <= OutOfRange.Largest)
        {
            value = new CellValue(null, plain, true);
            return null;
        }

        value = default;
        return NumberText.Classify(text) switch
        {
            NumberShape.Missing => null,
            NumberShape.TwoValues => TwoValues.Found,
            NumberShape.Unreadable => UnreadableNumber.NotANumber,
            NumberShape.DotDecimals when evidence.ProvesItalian => AmbiguousNumber.PointAmongCommas(text),
            NumberShape.DotDecimals => Number(
                text,
                dotIsDecimal: true,
                UnusualNumber.DecimalPoints(evidence.DotDecimals),
                out value),
            NumberShape.OneGroup when evidence.ProvesItalian => Number(text, dotIsDecimal: false, null, out value),
            NumberShape.OneGroup when evidence.DotDecimals > 0 => AmbiguousNumber.GroupAmongPoints(text),
            NumberShape.OneGroup => Number(
                text,
                dotIsDecimal: false,
                UnusualNumber.OnlyGroups(evidence.OneGroup),
                out value),
            _ => Number(text, dotIsDecimal: false, null, out value),
        };
    }

    private Breach? Number(ReadOnlySpan<char> text, bool dotIsDecimal, Breach? unusual, out CellValue value)
    {
        value = default;
        if (!NumberText.TryRead(text, dotIsDecimal, decimals, out long number))
        {
            return UnreadableNumber.DoesNotFit(decimals);
        }

        if (Math.Abs(number) > OutOfRange.Largest)
        {
            return OutOfRange.TooLarge;
        }

        value = new CellValue(null, number, true);
        Breach? toTell = told ? null : unusual;
        told |= unusual is not null;
        return toTell;
    }
}
