using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;

namespace PianoZona.Hub.Ports;

/// <summary>A stored document and its version.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Value">The document.</param>
/// <param name="Version">Changes with every write; null = it is not stored yet.</param>
public sealed record Stored<T>(T Value, string? Version);

/// <summary>The riparti, and what is in force in each year. Every write names the version it changes.</summary>
public interface IAllocationStore
{
    /// <summary>A riparto; null when there is none of that number.</summary>
    Task<Stored<AllocationDocument>?> FindAsync(
        string ambito, FundKey fund, int number, CancellationToken cancellationToken);

    /// <summary>All riparti of a fund year, by number.</summary>
    Task<IReadOnlyList<AllocationDocument>> ListAsync(string ambito, FundKey fund, CancellationToken cancellationToken);

    /// <summary>The last riparto of a fund year; null when there is none.</summary>
    Task<AllocationDocument?> FindLastAsync(string ambito, FundKey fund, CancellationToken cancellationToken);

    /// <summary>What is in force in a year; an empty register when nothing ever was.</summary>
    Task<Stored<AllocationRegister>> RegisterAsync(string ambito, int year, CancellationToken cancellationToken);

    /// <summary>What is in force in every year, in order. One listing, and one reading for each year.</summary>
    Task<IReadOnlyList<AllocationRegister>> ListRegistersAsync(string ambito, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a riparto. False = it was changed meanwhile, or its number was taken: nothing was written.
    /// </summary>
    Task<bool> StoreAsync(AllocationDocument document, string? version, CancellationToken cancellationToken);

    /// <summary>Stores what is in force in a year. False = it was changed meanwhile: nothing was written.</summary>
    Task<bool> StoreAsync(AllocationRegister register, string? version, CancellationToken cancellationToken);
}
