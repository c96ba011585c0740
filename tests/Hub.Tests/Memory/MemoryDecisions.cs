using PianoZona.Contracts.Decisions;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>Decisions in a list.</summary>
internal sealed class MemoryDecisions : IDecisionLog
{
    private readonly Lock gate = new();
    private readonly List<(string Ambito, Decision Decision)> log = [];

    public Task<Decision> AppendAsync(string ambito, Decision decision, CancellationToken cancellationToken) =>
        Task.FromResult(Append(ambito, decision, known: null)!);

    public Task<Decision?> AppendAfterAsync(
        string ambito, Decision decision, int known, CancellationToken cancellationToken) =>
        Task.FromResult(Append(ambito, decision, known));

    public IAsyncEnumerable<Decision> ListAsync(string ambito, string kind, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Of(ambito, kind)
                .OrderBy(decision => decision.Subject, StringComparer.Ordinal)
                .ToArray()
                .ToAsyncEnumerable();
        }
    }

    public Task<IReadOnlyList<Decision>> ListAsync(
        string ambito, string kind, string subject, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<Decision>>([
                .. Of(ambito, kind).Where(decision => decision.Subject == subject),
            ]);
        }
    }

    private Decision? Append(string ambito, Decision decision, int? known)
    {
        lock (gate)
        {
            Decision[] all = [.. Of(ambito, decision.Kind).Where(one => one.Subject == decision.Subject)];
            if (all.Length > 0 && all[^1].Content == decision.Content)
            {
                return all[^1];
            }

            if (known is { } count && count != all.Length)
            {
                return null;
            }

            log.Add((ambito, decision));
            return decision;
        }
    }

    private IEnumerable<Decision> Of(string ambito, string kind) =>
        log.Where(entry => entry.Ambito == ambito && entry.Decision.Kind == kind).Select(entry => entry.Decision);
}
