using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Text;

namespace PianoZona.Reconciliation;

/// <summary>
/// What keeps the residual of a fund year from being known. A commitment that nobody has told is not one of zero: a
/// body that has a share and committed nothing says so.
/// </summary>
public static class UnknownResidue
{
    // More are counted instead of named.
    private const int MostNamed = 3;

    /// <summary>Why the residual of a balance is not known, in Italian; null when it is known.</summary>
    /// <param name="state">The fund year.</param>
    /// <param name="balance">One of its balances.</param>
    /// <param name="name">How a body is called; null = by its code.</param>
    public static string? Why(FundState state, Balance balance, Func<string, string>? name = null) =>
        balance.Body is null
            ? OfAssignment(state, balance) ?? OfCommitments(balance, state.Balances.Skip(1), name)
            : balance.Allocated is null ? "quota non nota"
            : balance.Committed is null ? "impegnato non noto"
            : null;

    /// <summary>
    /// Why what is committed of the whole Ambito is not known, or only in part, in Italian; null when it is known.
    /// </summary>
    /// <param name="whole">The balance of the whole Ambito.</param>
    /// <param name="bodies">Those of the bodies.</param>
    /// <param name="name">How a body is called; null = by its code.</param>
    internal static string? OfCommitments(
        Balance whole, IEnumerable<Balance> bodies, Func<string, string>? name = null)
    {
        if (whole.Committed is null)
        {
            return "impegnato non noto";
        }

        string[] lacking =
        [
            .. bodies.Where(LacksCommitment)
                .Select(body => name?.Invoke(body.Body!) ?? body.Body!),
        ];
        return lacking.Length switch
        {
            0 => null,
            <= MostNamed => $"impegnato non noto di {string.Join(", ", lacking)}",
            _ => $"impegnato non noto di {Italian.Number(lacking.Length)} enti",
        };
    }

    /// <summary>Whether a body has a share and nobody has told what it committed of it.</summary>
    internal static bool LacksCommitment(Balance body) =>
        body is { Allocated: { } share, Committed: null } && share > Money.Zero;

    private static string? OfAssignment(FundState state, Balance whole) =>
        GrantBasis.AreMixed(state) ? "importi di base diversa"
            : whole.Assigned is not null ? null
            : state.Contributions.Any(contribution =>
                contribution.Memos.Any(memo => memo.Kind == MemoKind.NotYetAssigned))
                ? "non ancora assegnato"
            : "assegnazione non nota";
}
