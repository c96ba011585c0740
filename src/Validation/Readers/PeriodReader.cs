using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Readers;

/// <summary>Reads periods in the form of the paths.</summary>
internal sealed class PeriodReader : ICellReader
{
    public Breach? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        bool read = Period.TryParse(text.ToString(), out Period? period);
        value = read ? new CellValue(period!.Text, 0, true) : default;
        return read ? null : WrongFormat.NotAPeriod;
    }
}
