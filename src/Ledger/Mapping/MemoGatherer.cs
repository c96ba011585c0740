using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Ledger.Mapping;

/// <summary>Gathers memorandum figures, and the rows they come from.</summary>
internal sealed class MemoGatherer
{
    /// <summary>
    /// The most references that one upload keeps one by one, so that a posting stays within one storage transaction.
    /// </summary>
    public const int MaxReferences = 10_000;

    private readonly Dictionary<Key, Memo> memos = [];
    private readonly HashSet<string> references = new(StringComparer.Ordinal);
    private int row;

    /// <summary>What follows comes from this row; rows come in ascending order.</summary>
    public void StartRow(int number) => row = number;

    /// <summary>Adds a figure of the current row.</summary>
    public void Add(
        FundKey fund,
        MemoKind kind,
        string? body,
        string? subject,
        Money? amount,
        string? reference = null,
        decimal? quantity = null) =>
        Add(
            new Memo(fund, kind, body, subject, amount, new RowSet())
            {
                Reference = reference is null ? null : Keep(reference),
                Quantity = quantity,
            });

    /// <summary>Adds a figure of the current row; its rows are set here.</summary>
    public void Add(Memo memo)
    {
        Key key = new(
            memo.Fund,
            memo.Kind,
            memo.Body,
            memo.Subject,
            memo.Reference,
            memo.Amount is not null,
            memo.Basis,
            memo.Qualifier);
        Memo sum = memos.TryGetValue(key, out Memo? known)
            ? known with { Amount = known.Amount + memo.Amount, Quantity = known.Quantity + memo.Quantity }
            : memo with { Rows = new RowSet() };
        sum.Rows.Add(row);
        memos[key] = sum;
    }

    /// <summary>The figures, in an order that does not depend on that of the rows.</summary>
    public IReadOnlyList<Memo> ToMemos() =>
    [
        .. memos
            .OrderBy(pair => pair.Key.Fund)
            .ThenBy(pair => pair.Key.Kind)
            .ThenBy(pair => pair.Key.Body, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Subject, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Reference, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.HasAmount)
            .ThenBy(pair => pair.Key.Basis, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.Qualifier, StringComparer.Ordinal)
            .Select(pair => pair.Value),
    ];

    private string Keep(string reference)
    {
        if (references.Count >= MaxReferences && !references.Contains(reference))
        {
            return DocumentFingerprint.NotTold;
        }

        references.Add(reference);
        return reference;
    }

    private readonly record struct Key(
        FundKey Fund,
        MemoKind Kind,
        string? Body,
        string? Subject,
        string? Reference,
        bool HasAmount,
        string? Basis,
        string? Qualifier);
}
