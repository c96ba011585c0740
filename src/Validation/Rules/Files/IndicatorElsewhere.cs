using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Rules.Rows;
using PianoZona.Validation.Text;

namespace PianoZona.Validation.Rules.Files;

/// <summary>
/// PZ4013 between objectives, told without weight: the same indicator, in numbers, under two objectives with two values
/// (Lodi: 360 in B2, 300 in B3).
/// </summary>
/// <remarks>
/// Three objectives or more share a yardstick, and each has its own value (Pavia: "grado di raggiungimento" of 15
/// objectives); so do shares and scores.
/// </remarks>
internal sealed class IndicatorElsewhere
{
    public const string Code = IndicatorStatedTwice.Code;

    private readonly Dictionary<string, Indicator> indicators = new(StringComparer.Ordinal);

    /// <summary>Adds an accepted row, and where its value is.</summary>
    public void Add(ValidRow row, Func<Column, Place> placeOf)
    {
        if (row.Text(Indicatori.Unita) != Indicatori.Numero
            || row[Indicatori.Valore] is not { HasValue: true, Text: null } value)
        {
            return;
        }

        string key = TextKey.Compact(row.Text(Indicatori.Indicatore));
        string objective = TextKey.Compact(row.Text(Indicatori.Obiettivo));
        if (!indicators.TryGetValue(key, out Indicator? known))
        {
            if (indicators.Count < IndicatorStatedTwice.MostIndicators)
            {
                indicators.Add(key, new Indicator(objective, row.Number, value));
            }
        }
        else if (known.Other is null && known.Objective != objective)
        {
            known.Other = (objective, value, placeOf(Indicatori.Valore));
        }
        else if (known.Objective != objective && known.Other?.Objective != objective)
        {
            known.IsYardstick = true;
        }
    }

    /// <summary>What was found, each at the cell of its second value.</summary>
    public IEnumerable<(Breach Breach, Place Place)> Check() =>
        from indicator in indicators.Values
        where !indicator.IsYardstick && indicator.Other is { } other && Measures.Differ(indicator.Value, other.Value)
        let second = indicator.Other!.Value
        select (
            IndicatorStatedTwice.Found(indicator.Row, indicator.Value, second.Value, "di un altro obiettivo") with
            {
                Severity = Severity.Info,
            },
            second.Place);

    private sealed class Indicator(string objective, int row, CellValue value)
    {
        public string Objective => objective;

        public int Row => row;

        public CellValue Value => value;

        /// <summary>The first row of another objective.</summary>
        public (string Objective, CellValue Value, Place Place)? Other { get; set; }

        /// <summary>A third objective has it.</summary>
        public bool IsYardstick { get; set; }
    }
}
