using System.Globalization;
using System.Runtime.CompilerServices;
using PianoZona.Contracts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation;

namespace PianoZona.Testing;

/// <summary>States in a dictionary, with a counter as version.</summary>
public sealed class InMemoryReconciliationStore : IReconciliationStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Ambito, FundKey Fund), FundState> states = [];
    private int writings;

    /// <inheritdoc/>
    public Task<FundState> LoadAsync(string ambito, FundKey fund, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(
                states.GetValueOrDefault((ambito, fund)) ?? new FundState(ambito, fund, Version: null, [], [], []));
        }
    }

    /// <inheritdoc/>
    public Task<bool> SaveAsync(FundState state, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            string? stored = states.GetValueOrDefault((state.Ambito, state.Fund))?.Version;
            bool first = string.Equals(stored, state.Version, StringComparison.Ordinal);
            if (first)
            {
                writings++;
                states[(state.Ambito, state.Fund)] = state with
                {
                    Version = writings.ToString(CultureInfo.InvariantCulture),
                };
            }

            return Task.FromResult(first);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<FundState> ListAsync(string ambito, string fund, CancellationToken cancellationToken) =>
        ListAsync(ambito, cancellationToken).Where(state => state.Fund.Fund == fund);

    /// <inheritdoc/>
    public async IAsyncEnumerable<FundState> ListAsync(
        string ambito, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        FundState[] found;
        lock (gate)
        {
            found =
            [
                .. states
                    .Values.Where(state => string.Equals(state.Ambito, ambito, StringComparison.Ordinal))
                    .OrderBy(state => state.Fund),
            ];
        }

        foreach (FundState state in found)
        {
            yield return state;
        }
    }
}
