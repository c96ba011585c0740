using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger;

/// <summary>
/// What stands on each account after a series of movements (<i>bilancio di verifica</i>): debits and credits are equal,
/// to the cent.
/// </summary>
public sealed class TrialBalance
{
    private readonly Dictionary<Account, TrialBalanceLine> lines = [];

    /// <summary>The balance after these movements, in any order.</summary>
    public static TrialBalance Of(IEnumerable<LedgerEntry> entries)
    {
        TrialBalance balance = new();
        foreach (LedgerEntry entry in entries)
        {
            balance.Post(entry.Debit, entry.Amount, Money.Zero);
            balance.Post(entry.Credit, Money.Zero, entry.Amount);
        }

        return balance;
    }

    /// <summary>The accounts that something was posted on.</summary>
    public IReadOnlyDictionary<Account, TrialBalanceLine> Lines => lines;

    /// <summary>All debits.</summary>
    public Money Debit => lines.Values.Aggregate(Money.Zero, (sum, line) => sum + line.Debit);

    /// <summary>All credits.</summary>
    public Money Credit => lines.Values.Aggregate(Money.Zero, (sum, line) => sum + line.Credit);

    /// <summary>
    /// What stands on all accounts of a name together, e.g. <c>risorse da ripartire</c>: debits − credits.
    /// </summary>
    public Money Of(string accountName) => lines
        .Where(line => string.Equals(line.Key.Name, accountName, StringComparison.Ordinal))
        .Aggregate(Money.Zero, (sum, line) => sum + line.Value.Debit - line.Value.Credit);

    private void Post(Account account, Money debit, Money credit)
    {
        TrialBalanceLine line = lines.GetValueOrDefault(account);
        lines[account] = new TrialBalanceLine(line.Debit + debit, line.Credit + credit);
    }
}

/// <summary>The totals of one account.</summary>
/// <param name="Debit">What it received.</param>
/// <param name="Credit">What it gave.</param>
public readonly record struct TrialBalanceLine(Money Debit, Money Credit);
