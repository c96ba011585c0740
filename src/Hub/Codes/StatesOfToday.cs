using System.Runtime.CompilerServices;
using PianoZona.Contracts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Ports;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Codes;

/// <summary>
/// The states of fund years, read by the codes of today as the ledger is (<see cref="LedgerOfToday"/>). Balances and
/// discrepancies are as old as the state until it is reconciled.
/// </summary>
/// <param name="stored">The states as they were written.</param>
/// <param name="ambiti">Which codes are former ones.</param>
public sealed class StatesOfToday(IReconciliationStore stored, IAmbitoDirectory ambiti) : IReconciliationStore
{
    /// <inheritdoc/>
    public async Task<FundState> LoadAsync(string ambito, FundKey fund, CancellationToken cancellationToken) =>
        Of(await CodesAsync(ambito, cancellationToken), await stored.LoadAsync(ambito, fund, cancellationToken));

    /// <inheritdoc/>
    public Task<bool> SaveAsync(FundState state, CancellationToken cancellationToken) =>
        stored.SaveAsync(state, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<FundState> ListAsync(string ambito, CancellationToken cancellationToken) =>
        OfTodayAsync(ambito, stored.ListAsync(ambito, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<FundState> ListAsync(string ambito, string fund, CancellationToken cancellationToken) =>
        OfTodayAsync(ambito, stored.ListAsync(ambito, fund, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<FundState> OfTodayAsync(
        string ambito, IAsyncEnumerable<FundState> states, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CodesOfToday? codes = await CodesAsync(ambito, cancellationToken);
        await foreach (FundState state in states.WithCancellation(cancellationToken))
        {
            yield return Of(codes, state);
        }
    }

    private static FundState Of(CodesOfToday? codes, FundState state) => codes is null
        ? state
        : state with
        {
            Contributions =
            [
                .. codes.EachOnce(state.Contributions, contribution => contribution.Slot).Select(codes.Of),
            ],
        };

    private async ValueTask<CodesOfToday?> CodesAsync(string ambito, CancellationToken cancellationToken) =>
        CodesOfToday.Of(ambiti.LastRead ?? await ambiti.GetAsync(cancellationToken), ambito);
}
