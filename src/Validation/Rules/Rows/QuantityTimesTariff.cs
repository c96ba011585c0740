using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4006: quantity × tariff is not the amount. The product is rounded to the cent, half a cent up.</summary>
internal sealed class QuantityTimesTariff(Column quantity, Column tariff, Column amount) : IRowRule
{
    public const string Code = "PZ4006";

    private const int QuantityUnit = 10_000;

    public Breach? Check(RowView row)
    {
        if (!row.Values[quantity].HasValue
            || row.Values.Money(tariff) is not { } price
            || row.Values.Money(amount) is not { } declared)
        {
            return null;
        }

        decimal cents = Rounded(row.Values[quantity].Number, price.Cents);
        return cents == declared.Cents
            ? null
            : new Breach(
                Code,
                ("quantita", ColumnFigures.InItalian(quantity, row.Values[quantity].Number)),
                ("tariffa", price.ToItalian()),
                ("prodotto", InItalian(cents)),
                ("importo", declared.ToItalian()))
            { At = amount, Expected = InItalian(cents) };
    }

    private static decimal Rounded(long quantity, long cents)
    {
        // Nearly every product fits into 64 bits, which are much faster.
        if (Math.Abs(quantity) <= int.MaxValue && Math.Abs(cents) <= int.MaxValue)
        {
            long product = quantity * cents;
            return (product + (product < 0 ? -QuantityUnit / 2 : QuantityUnit / 2)) / QuantityUnit;
        }

        return decimal.Round((decimal)quantity * cents / QuantityUnit, MidpointRounding.AwayFromZero);
    }

    private static string InItalian(decimal cents) => Italian.TwoDecimals(cents / 100m);
}
