namespace PianoZona.Contracts.Ledger;

/// <summary>What a movement records (docs/specifica/riconciliazione.md § Libro giornale).</summary>
public enum EntryKind
{
    /// <summary>Granted to the Ambito by an act.</summary>
    Assigned,

    /// <summary>Money that came in, of what was assigned (<i>incassato</i>).</summary>
    Cashed,

    /// <summary>Divided among Comuni and joint management.</summary>
    Allocated,

    /// <summary>Committed by a formal act.</summary>
    Committed,

    /// <summary>Money that left, against what was committed (<i>liquidato</i>).</summary>
    Paid,

    /// <summary>Delivered as services.</summary>
    Delivered,

    /// <summary>Owed by a Comune (per-capita quotas).</summary>
    Owed,

    /// <summary>Contributed, by users or by Comuni.</summary>
    Contributed,
}

/// <summary>
/// An account: where an amount stands. Its path names fund, fund year, whose it is and what it is for.
/// </summary>
/// <param name="Name">The account's name, e.g. <c>impegni</c>; see <see cref="Accounts"/>.</param>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Beneficiary">ISTAT or registered code; null = the Ambito as a whole.</param>
/// <param name="Purpose">Intervention, area or service; null = none.</param>
public sealed record Account(string Name, FundKey Fund, string? Beneficiary, string? Purpose);

/// <summary>One movement of an accepted upload: it debits one account and credits another of the same amount.</summary>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Kind">What it records; the two accounts follow from it.</param>
/// <param name="Beneficiary">ISTAT or registered code; null = the Ambito as a whole.</param>
/// <param name="Purpose">Intervention, area or service; null = none.</param>
/// <param name="Amount">Amount, aggregated over the rows.</param>
/// <param name="Rows">The rows of the upload that it comes from.</param>
public sealed record LedgerEntry(
    FundKey Fund, EntryKind Kind, string? Beneficiary, string? Purpose, Money Amount, RowSet Rows)
{
    /// <summary>The area of intervention; null = not said.</summary>
    public string? Area { get; init; }

    /// <summary>
    /// What time a granted amount covers (flow <c>assegnazioni</c>, column <c>base</c>): different bases are never
    /// added. Null = not said.
    /// </summary>
    public string? Basis { get; init; }

    /// <summary>How sure a granted amount is (<see cref="AmountQualifier"/>); null = not said, so exact.</summary>
    public string? Qualifier { get; init; }

    /// <summary>
    /// Tells the act of a grant from others (number and date) without saying which it is; null = another kind, or not
    /// said.
    /// </summary>
    public string? Act { get; init; }

    /// <summary>The account that receives the amount.</summary>
    public Account Debit => Accounts.Debit(this);

    /// <summary>The account that gives the amount.</summary>
    public Account Credit => Accounts.Credit(this);
}

/// <summary>The chart of accounts: which two accounts a kind of movement touches.</summary>
public static class Accounts
{
    /// <summary>The account debited.</summary>
    public static Account Debit(LedgerEntry entry) => On(entry, entry.Kind switch
    {
        EntryKind.Assigned => "crediti verso finanziatori",
        EntryKind.Cashed => "cassa",
        EntryKind.Allocated => "risorse da ripartire",
        EntryKind.Committed => "quote ripartite",
        EntryKind.Paid => "impegni",
        EntryKind.Delivered => "prestazioni ricevute",
        EntryKind.Owed => "crediti verso Comuni",
        EntryKind.Contributed => "cassa",
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    });

    /// <summary>The account credited.</summary>
    public static Account Credit(LedgerEntry entry) => On(entry, entry.Kind switch
    {
        EntryKind.Assigned => "risorse da ripartire",
        EntryKind.Cashed => "crediti verso finanziatori",
        EntryKind.Allocated => "quote ripartite",
        EntryKind.Committed => "impegni",
        EntryKind.Paid => "cassa",
        EntryKind.Delivered => "debiti verso enti gestori",
        EntryKind.Owed => "quote dei Comuni",
        EntryKind.Contributed => "compartecipazioni",
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    });

    // What is granted, cashed or waiting to be divided belongs to the Ambito, whoever the entry is for.
    private static Account On(LedgerEntry entry, string name) => name switch
    {
        "crediti verso finanziatori" or "risorse da ripartire" or "cassa" => new Account(name, entry.Fund, null, null),
        _ => new Account(name, entry.Fund, entry.Beneficiary, entry.Purpose),
    };
}
