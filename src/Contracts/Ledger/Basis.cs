namespace PianoZona.Contracts.Ledger;

/// <summary>What time a granted amount covers. Amounts of different basis are never added.</summary>
public static class Basis
{
    /// <summary>A year.</summary>
    public const string Yearly = "annuale";

    /// <summary>The act does not say.</summary>
    public const string NotSaid = "non indicata";

    /// <summary>The basis of an amount: a fund is granted by the year unless something else is said.</summary>
    public static string Of(string? said) => said is null or NotSaid ? Yearly : said;
}
