namespace PianoZona.Contracts.Ledger;

/// <summary>
/// How sure an amount is (flow <c>assegnazioni</c>, column <c>qualificatore</c>). Without one it is exact.
/// </summary>
public static class AmountQualifier
{
    /// <summary>This amount or more.</summary>
    public const string AtLeast = "almeno";

    /// <summary>About this amount: more or less.</summary>
    public const string About = "circa";

    /// <summary>
    /// How sure a sum is: as little as the least sure of its parts. With one about, it cannot be said to be at least
    /// anything.
    /// </summary>
    /// <returns>Null when it is exact.</returns>
    public static string? OfSum(IEnumerable<string?> parts)
    {
        string? sum = null;
        foreach (string? part in parts)
        {
            sum = part is About || sum is About ? About : part is AtLeast ? AtLeast : sum;
        }

        return sum;
    }

    /// <summary>An amount as people read it: <c>almeno 150.000,00</c>.</summary>
    public static string InWords(Money amount, string? qualifier) =>
        qualifier is AtLeast or About ? $"{qualifier} {amount.ToItalian()}" : amount.ToItalian();
}
