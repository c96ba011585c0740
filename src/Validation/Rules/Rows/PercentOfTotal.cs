using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ4005 on percentages: the percentage that a row gives is not that of its part on its total. A plan printed 13,33%
/// where 479 of 4,073 are 11,76%: it had divided by the rest (Oglio Po L4542-4546). Checked only when part, total and
/// percentage are there.
/// </summary>
internal sealed class PercentOfTotal(Column part, Column total, Column percent) : IRowRule
{
    public const string Code = PartsOfTotal.Code;

    private const decimal Unit = 10_000m;
    private const int MostDecimals = 2;

    public Breach? Check(RowView row)
    {
        if (row.Values.Integer(part) is not { } some
            || row.Values.Integer(total) is not (> 0 and var all)
            || !row.Values[percent].HasValue)
        {
            return null;
        }

        // As exact as it is written: 8 stands for 7,99 and 13,3 for 13,33.
        decimal declared = row.Values[percent].Number / Unit;
        int decimals = Enumerable
            .Range(0, MostDecimals)
            .FirstOrDefault(places => decimal.Round(declared, places) == declared, MostDecimals);
        decimal computed = decimal.Round(100m * some / all, decimals, MidpointRounding.AwayFromZero);
        if (computed == declared)
        {
            return null;
        }

        string expected = decimal.Round(100m * some / all, MostDecimals, MidpointRounding.AwayFromZero)
            .ToString("0.00", Italian.Culture);
        return new Breach(
            Code,
            ("parti", $"{part.Name} {Italian.Number(some)} su {total.Name} {Italian.Number(all)}, in percento,"),
            ("somma", expected),
            ("dichiarato", declared.ToString("0.####", Italian.Culture)),
            ("quali", "i tre"),
            ("altrimenti", string.Empty))
        { At = percent, Expected = expected, Since = RuleSets.TwelveFlows };
    }
}
