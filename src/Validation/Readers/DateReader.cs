using System.Globalization;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Readers;

/// <summary>
/// Reads days: <c>31/12/2025</c>, <c>31-12-2025</c>, <c>2025-12-31</c>, serial numbers of spreadsheets.
/// </summary>
internal sealed class DateReader : ICellReader
{
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    public Breach? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        bool read = WrittenDay.TryParse(text, out DateOnly day);
        if (!read
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int serial)
            && serial is >= 20_000 and <= 80_000)
        {
            day = SerialZero.AddDays(serial);
            read = true;
        }

        value = read ? new CellValue(null, day.DayNumber, true) : default;
        return read ? null : InvalidDate.Found;
    }
}
