using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4006: quantity × tariff is not the amount. The product is rounded to the cent, half a cent up.</summary>
internal sealed class QuantityTimesTariff(Column quantity, Column tariff, Column amount) : IRowRule
{
    public const string Code = "PZ4006";

    private const decimal QuantityUnit = 10_000m;

    public Finding? Check(RowView row)
    {
        if (!row.Values[quantity].HasValue || row.Values.Money(tariff) is not { } price || row.Values.Money(amount) is not { } declared)
        {
            return null;
        }

        decimal cents = decimal.Round(row.Values[quantity].Number / QuantityUnit * price.Cents, 0, MidpointRounding.AwayFromZero);
        return cents == declared.Cents
            ? null
            : new Finding(
                Code,
                ("quantita", Amounts.Italian(quantity, row.Values[quantity].Number)),
                ("tariffa", price.ToItalian()),
                ("prodotto", InItalian(cents)),
                ("importo", declared.ToItalian()))
            { At = amount, Expected = InItalian(cents) };
    }

    private static string InItalian(decimal cents) => (cents / 100m).ToString("N2", System.Globalization.CultureInfo.GetCultureInfo("it-IT"));
}
