using System.Globalization;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Text;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ4013: one indicator of one objective, in one unit, with two values: 27 persons on one page of a plan, 28 on
/// another (Lodi L394, L417). Rows that are equal in the whole key are PZ4004 already; these differ in their kind, or
/// in how their texts are spelt.
/// </summary>
internal sealed class IndicatorStatedTwice : IDiscoveredRowRule
{
    public const string Code = "PZ4013";

    /// <summary>
    /// How many are remembered: a plan has some hundreds, and a file of all different texts must not fill the memory.
    /// </summary>
    public const int MostIndicators = 20_000;

    private readonly Dictionary<string, Statement> first = new(StringComparer.Ordinal);

    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow == Indicatori.Schema ? [new IndicatorStatedTwice()] : [];

    public Breach? Check(RowView row)
    {
        CellValue value = row.Values[Indicatori.Valore];
        if (!value.HasValue
            || row.Values.Text(Indicatori.Obiettivo) is not { } objective
            || row.Values.Text(Indicatori.Indicatore) is not { } indicator)
        {
            return null;
        }

        Statement now = new(row.Values.Number, objective, indicator, row.Values.Text(Indicatori.Tipo), value);
        string key = string.Join(
            '\n', TextKey.Compact(objective), TextKey.Compact(indicator), row.Values.Text(Indicatori.Unita));
        if (!first.TryGetValue(key, out Statement? before))
        {
            if (first.Count < MostIndicators)
            {
                first.Add(key, now);
            }

            return null;
        }

        return before.HasKeyOf(now) || !Measures.Differ(before.Value, value)
            ? null
            : Found(before.Row, before.Value, value, "dello stesso obiettivo");
    }

    /// <summary>Two values of one quantity.</summary>
    /// <param name="row">The row that stated it first.</param>
    /// <param name="before">Its value.</param>
    /// <param name="now">The other value.</param>
    /// <param name="where">Of which objective it is, in words.</param>
    public static Breach Found(int row, in CellValue before, in CellValue now, string where) =>
        new(
            Code,
            ("adesso", Measures.InItalian(now)),
            ("primo", Measures.InItalian(before)),
            ("prima", row.ToString(CultureInfo.InvariantCulture)),
            ("dove", where),
            ("differenza", Measures.Difference(before, now)))
        {
            At = Indicatori.Valore,
        };

    private sealed record Statement(int Row, string Objective, string Indicator, string? Kind, CellValue Value)
    {
        public bool HasKeyOf(Statement other) =>
            (Objective, Indicator, Kind) == (other.Objective, other.Indicator, other.Kind);
    }
}
