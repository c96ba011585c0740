using System.Runtime.InteropServices;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>
/// Adds up amounts by fund, year, kind, beneficiary, purpose, area, basis, qualifier and act, and keeps the rows that
/// each sum comes from.
/// </summary>
/// <param name="fundOf">Code, in the Ambito, of a fund of the built-in catalogue.</param>
internal sealed class EntryGatherer(Func<string, string> fundOf)
{
    private readonly Dictionary<Key, Sum> sums = [];
    private readonly SortedDictionary<EntryKind, Money> totals = [];
    private int row;

    /// <summary>The fund year of a fund of the built-in catalogue, by its code in the Ambito.</summary>
    public FundKey FundYear(string catalogue, int year) => new(fundOf(catalogue), year);

    /// <summary>The documents that the rows name.</summary>
    public DocumentGatherer Documents { get; } = new();

    /// <summary>The memorandum figures of the rows.</summary>
    public MemoGatherer Memos { get; } = new();

    /// <summary>What all amounts of a kind add up to, whatever they were gathered under.</summary>
    public IReadOnlyList<KindTotal> Totals => [.. totals.Select(total => new KindTotal(total.Key, total.Value))];

    /// <summary>What follows comes from this row; rows come in ascending order.</summary>
    public void StartRow(int number)
    {
        row = number;
        Documents.StartRow(number);
        Memos.StartRow(number);
    }

    /// <summary>
    /// Adds an amount of the current row. One that is missing adds nothing; one of zero is known, and makes an entry.
    /// </summary>
    public void Add(
        FundKey fund,
        EntryKind kind,
        string? beneficiary,
        string? purpose,
        Money? amount,
        string? area = null,
        string? basis = null,
        string? qualifier = null,
        string? act = null)
    {
        if (amount is not { } known)
        {
            return;
        }

        totals[kind] = totals.GetValueOrDefault(kind) + known;
        Key key = new(fund, kind, beneficiary, purpose, area, basis, qualifier, act);
        ref Sum? sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _);
        sum ??= new Sum();
        sum.Amount += known;
        sum.Rows.Add(row);
    }

    /// <summary>The sums, in an order that does not depend on that of the rows.</summary>
    public IReadOnlyList<LedgerEntry> ToEntries() =>
        [
            .. sums.OrderBy(pair => pair.Key.Fund)
                .ThenBy(pair => pair.Key.Kind)
                .ThenBy(pair => pair.Key.Beneficiary, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Purpose, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Area, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Basis, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Qualifier, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Act, StringComparer.Ordinal)
                .Select(pair => new LedgerEntry(
                    pair.Key.Fund,
                    pair.Key.Kind,
                    pair.Key.Beneficiary,
                    pair.Key.Purpose,
                    pair.Value.Amount,
                    pair.Value.Rows)
                {
                    Area = pair.Key.Area,
                    Basis = pair.Key.Basis,
                    Qualifier = pair.Key.Qualifier,
                    Act = pair.Key.Act,
                }),
        ];

    private readonly record struct Key(
        FundKey Fund,
        EntryKind Kind,
        string? Beneficiary,
        string? Purpose,
        string? Area,
        string? Basis,
        string? Qualifier,
        string? Act);

    private sealed class Sum
    {
        public Money Amount { get; set; }

        public RowSet Rows { get; } = new();
    }
}
