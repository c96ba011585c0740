using System.Text.RegularExpressions;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Readers;

/// <summary>Reads figures of any unit: numbers, SI or NO, ratios, and <c>non rilevato</c>, which is not 0.</summary>
internal sealed partial class MeasureReader(Column column, ColumnEvidence evidence) : ICellReader
{
    private readonly NumberReader numbers = new(column, evidence);

    public Breach? Read(ReadOnlySpan<char> text, out CellValue value)
    {
        string? word = TextKey.Compact(text) switch
        {
            "nonrilevato" or "nr" => Indicatori.NonRilevato,
            "si" => "SI",
            "no" => "NO",
            _ => Ratio().IsMatch(text) ? Spaces().Replace(text.ToString(), string.Empty).Replace('/', ':') : null,
        };
        if (word is not null)
        {
            value = new CellValue(word, 0, true);
            return null;
        }

        ReadOnlySpan<char> number = text.EndsWith("%", StringComparison.Ordinal) ? text[..^1].TrimEnd() : text;
        if (NumberText.Classify(number) is NumberShape.Unreadable or NumberShape.TwoValues)
        {
            value = default;
            return WrongFormat.NotAMeasure;
        }

        return numbers.Read(number, out value);
    }

    [GeneratedRegex(
        @"^[0-9]+(,[0-9]+)?\s*[:/]\s*[0-9]+(,[0-9]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Ratio();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
