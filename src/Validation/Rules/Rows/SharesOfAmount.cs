using PianoZona.Contracts;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4005 on amounts: the shares that a row gives do not add up to its amount. An empty share is no share.</summary>
/// <param name="shares">The shares.</param>
/// <param name="amount">The amount.</param>
/// <param name="mayBeUndivided">A row without any share is not divided; otherwise its shares are nothing.</param>
internal sealed class SharesOfAmount(IReadOnlyList<Column> shares, Column amount, bool mayBeUndivided) : IRowRule
{
    public const string Code = PartsOfTotal.Code;

    public Finding? Check(RowView row)
    {
        List<Column> given = [.. shares.Where(share => row.Values[share].HasValue)];
        if (shares.Any(row.Failed) || row.Values.Money(amount) is not { } declared || (given.Count == 0 && mayBeUndivided))
        {
            return null;
        }

        Money sum = new(given.Sum(share => row.Values[share].Number));
        return sum == declared
            ? null
            : new Finding(
                Code,
                ("parti", given.Count == 0 ? "nessuna quota" : string.Join(" + ",
                    given.Select(share => $"{share.Name} {new Money(row.Values[share].Number).ToItalian()}"))),
                ("somma", sum.ToItalian()),
                ("dichiarato", declared.ToItalian()),
                ("quali", "i"))
            { At = amount, Expected = sum.ToItalian() };
    }
}
