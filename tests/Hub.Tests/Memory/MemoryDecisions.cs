using PianoZona.Contracts.Decisions;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>Decisions in a list.</summary>
internal sealed class MemoryDecisions : IDecisionLog
{
    private readonly Lock gate = new();
    private readonly List<(string Ambito, Decision Decision)> log = [];

    public Task<Decision> AppendAsync(string ambito, Decision decision, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Decision? last = Of(ambito, decision.Kind).LastOrDefault(one => one.Subject == decision.Subject);
            if (last is not null && last.Content == decision.Content)
            {
                return Task.FromResult(last);
            }

            log.Add((ambito, decision));
            return Task.FromResult(decision);
        }
    }

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

    private IEnumerable<Decision> Of(string ambito, string kind) =>
        log.Where(entry => entry.Ambito == ambito && entry.Decision.Kind == kind).Select(entry => entry.Decision);
}
