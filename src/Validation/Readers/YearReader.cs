using System.Globalization;
using PianoZona.Contracts.Flows;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Readers;

/// <summary>Reads years of four digits.</summary>
internal sealed class YearReader : ICellReader
{
    public Breach? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year))
        {
            value = new CellValue(null, year, true);
            return null;
        }

        value = default;
        return WrongFormat.NotAYear;
    }
}
