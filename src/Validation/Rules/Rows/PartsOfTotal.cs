using System.Globalization;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ4005: the parts of a row do not add up to its total (males + females). Checked only when all of them are there.
/// </summary>
internal sealed class PartsOfTotal(IReadOnlyList<Column> parts, Column total) : IRowRule
{
    public const string Code = "PZ4005";

    public Breach? Check(RowView row)
    {
        long sum = 0;
        foreach (Column part in parts)
        {
            if (row.Values.Integer(part) is not { } value)
            {
                return null;
            }

            sum += value;
        }

        return row.Values.Integer(total) is not { } declared || declared == sum
            ? null
            : new Breach(
                Code,
                (
                    "parti",
                    string.Join(" + ", parts.Select(part => $"{part.Name} {Italian.Number(row.Values[part].Number)}"))),
                ("somma", Italian.Number(sum)),
                ("dichiarato", Italian.Number(declared)),
                ("quali", "i tre"),
            ("altrimenti", string.Empty))
            { At = total, Expected = sum.ToString(CultureInfo.InvariantCulture) };
    }
}
