using System.Globalization;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4005: the parts of a row do not add up to its total (males + females). Checked only when all of them are there.</summary>
internal sealed class PartsOfTotal(IReadOnlyList<Column> parts, Column total) : IRowRule
{
    public const string Code = "PZ4005";

    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

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
                ("parti", string.Join(" + ", parts.Select(part => $"{part.Name} {row.Values[part].Number.ToString("N0", Italian)}"))),
                ("somma", sum.ToString("N0", Italian)),
                ("dichiarato", declared.ToString("N0", Italian)),
                ("quali", "i tre"))
            { At = total, Expected = sum.ToString(CultureInfo.InvariantCulture) };
    }
}
