using System.Runtime.InteropServices;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>Adds up amounts by fund, year, kind, beneficiary and purpose, and keeps the rows that each sum comes from.</summary>
internal sealed class EntryGatherer
{
    private readonly Dictionary<Key, Sum> sums = [];
    private int row;

    /// <summary>What follows comes from this row; rows come in ascending order.</summary>
    public void StartRow(int number) => row = number;

    /// <summary>Adds an amount of the current row. One that is missing adds nothing; one of zero is known, and makes an entry.</summary>
    public void Add(FundKey fund, EntryKind kind, string? beneficiary, string? purpose, Money? amount)
    {
        if (amount is not { } known)
        {
            return;
        }

        ref Sum? sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, new Key(fund, kind, beneficiary, purpose), out _);
        sum ??= new Sum();
        sum.Amount += known;
        sum.Rows.Add(row);
    }

    /// <summary>The sums, in an order that does not depend on that of the rows.</summary>
    public IReadOnlyList<LedgerEntry> ToEntries() =>
    [
        .. sums
            .OrderBy(pair => pair.Key.Fund)
            .ThenBy(pair => pair.Key.Kind)
            .ThenBy(pair => pair.Key.Beneficiary, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Purpose, StringComparer.Ordinal)
            .Select(pair => new LedgerEntry(
                pair.Key.Fund, pair.Key.Kind, pair.Key.Beneficiary, pair.Key.Purpose, pair.Value.Amount, pair.Value.Rows)),
    ];

    private readonly record struct Key(FundKey Fund, EntryKind Kind, string? Beneficiary, string? Purpose);

    private sealed class Sum
    {
        public Money Amount { get; set; }

        public RowSet Rows { get; } = new();
    }
}
