using System.Globalization;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>The riparti in memory, as the JSON in which they are stored.</summary>
internal sealed class MemoryAllocations : IAllocationStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<
        (string Ambito, string Fund, int Year, int Number),
        (string Json, string Version)
    > documents = [];
    private readonly SortedDictionary<(string Ambito, int Year), (string Json, string Version)> registers = [];
    private int writings;

    public Task<Stored<AllocationDocument>?> FindAsync(
        string ambito, FundKey fund, int number, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(documents.TryGetValue((ambito, fund.Fund, fund.Year, number), out var found)
                ? new Stored<AllocationDocument>(AllocationJson.Read<AllocationDocument>(found.Json), found.Version)
                : null);
        }
    }

    public Task<IReadOnlyList<AllocationDocument>> ListAsync(
        string ambito, FundKey fund, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<AllocationDocument>>([
                .. documents
                    .Where(pair => (pair.Key.Ambito, pair.Key.Fund, pair.Key.Year) == (ambito, fund.Fund, fund.Year))
                    .Select(pair => AllocationJson.Read<AllocationDocument>(pair.Value.Json)),
            ]);
        }
    }

    public async Task<AllocationDocument?> FindLastAsync(
        string ambito,
        FundKey fund,
        CancellationToken cancellationToken
    ) => await ListAsync(ambito, fund, cancellationToken) is [.., { } last] ? last : null;

    public Task<Stored<AllocationRegister>> RegisterAsync(string ambito, int year, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(registers.TryGetValue((ambito, year), out var found)
                ? new Stored<AllocationRegister>(AllocationJson.Read<AllocationRegister>(found.Json), found.Version)
                : new Stored<AllocationRegister>(new AllocationRegister(ambito, year, [], null), null));
        }
    }

    public Task<IReadOnlyList<AllocationRegister>> ListRegistersAsync(
        string ambito, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<AllocationRegister>>([
                .. registers
                    .Where(pair => pair.Key.Ambito == ambito)
                    .Select(pair => AllocationJson.Read<AllocationRegister>(pair.Value.Json)),
            ]);
        }
    }

    public Task<bool> StoreAsync(AllocationDocument document, string? version, CancellationToken cancellationToken) =>
        WriteAsync(
            documents,
            (document.Ambito, document.Fund.Fund, document.Fund.Year, document.Number),
            AllocationJson.Write(document),
            version);

    public Task<bool> StoreAsync(AllocationRegister register, string? version, CancellationToken cancellationToken) =>
        WriteAsync(registers, (register.Ambito, register.Year), AllocationJson.Write(register), version);

    private Task<bool> WriteAsync<TKey>(
        SortedDictionary<TKey, (string Json, string Version)> stored, TKey key, string json, string? version)
        where TKey : notnull
    {
        lock (gate)
        {
            bool isCurrent = stored.TryGetValue(key, out var found) ? found.Version == version : version is null;
            if (isCurrent)
            {
                writings++;
                stored[key] = (json, writings.ToString(CultureInfo.InvariantCulture));
            }

            return Task.FromResult(isCurrent);
        }
    }
}
