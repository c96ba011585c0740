using PianoZona.Contracts;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ4005 on amounts: the shares that a row gives do not add up to its amount. An empty share is no share.
/// </summary>
/// <param name="mayBeUndivided">A row without any share is not divided; otherwise its shares are nothing.</param>
/// <param name="areOfFunds">Whether each share is what a fund pays, in a column of its own.</param>
internal sealed class SharesOfAmount(Column[] shares, Column amount, bool mayBeUndivided, bool areOfFunds) : IRowRule
{
    public const string Code = PartsOfTotal.Code;

    private const string Undivided = "Se il Piano non dice quale fondo paga, scrivere l'importo in «altri_fondi», oppure "
        + "togliere dal file tutte le colonne dei fondi.";

    public Breach? Check(RowView row)
    {
        Money sum = Money.Zero;
        bool undivided = mayBeUndivided;
        foreach (Column share in shares)
        {
            if (row.Failed(share))
            {
                return null;
            }

            // Without a value it is 0, which changes no sum.
            sum += new Money(row.Values[share].Number);
            undivided &= !row.Values[share].HasValue;
        }

        return undivided || row.Values.Money(amount) is not { } declared || sum == declared
            ? null
            : Differs(row, sum, declared);
    }

    private Breach Differs(RowView row, Money sum, Money declared)
    {
        List<string> given = [.. shares.Where(share => row.Values[share].HasValue)
            .Select(share => $"{share.Name} {new Money(row.Values[share].Number).ToItalian()}")];
        return new Breach(
            Code,
            ("parti", given.Count == 0 ? "nessuna quota" : string.Join(" + ", given)),
            ("somma", sum.ToItalian()),
            ("dichiarato", declared.ToItalian()),
            ("quali", "i"),
            ("altrimenti", areOfFunds && given.Count == 0 ? $" {Undivided}" : string.Empty))
        { At = amount, Expected = sum.ToItalian() };
    }
}
