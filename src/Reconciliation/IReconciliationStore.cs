using PianoZona.Contracts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation;

/// <summary>Where the derived state of fund years is kept.</summary>
public interface IReconciliationStore
{
    /// <summary>
    /// The state of a fund year; an empty one without version when nothing is stored. One storage transaction.
    /// </summary>
    Task<FundState> LoadAsync(string ambito, FundKey fund, CancellationToken cancellationToken);

    /// <summary>Replaces the state in one atomic write. One storage transaction.</summary>
    /// <returns>False when another writer was faster: load and compute again.</returns>
    Task<bool> SaveAsync(FundState state, CancellationToken cancellationToken);

    /// <summary>All fund years of an Ambito.</summary>
    IAsyncEnumerable<FundState> ListAsync(string ambito, CancellationToken cancellationToken);

    /// <summary>All fund years of one fund.</summary>
    IAsyncEnumerable<FundState> ListAsync(string ambito, string fund, CancellationToken cancellationToken);
}
