using PianoZona.Contracts.Flows;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Readers;

/// <summary>Reads free texts and opaque identifiers.</summary>
internal sealed class FreeTextReader(int maxLength) : ICellReader
{
    public Breach? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        value = default;
        if ((text.Length > maxLength ? TextTooLong.For(text.Length, maxLength) : UnsafeText.Check(text)) is { } wrong)
        {
            return wrong;
        }

        value = new CellValue(text.ToString(), 0, true);
        return null;
    }
}
