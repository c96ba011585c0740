using System.Security.Cryptography;
using System.Text;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>What could not be read, in memory.</summary>
internal sealed class MemoryRejected : IRejectedMessages
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, string> kept = new(StringComparer.Ordinal);

    /// <summary>The reasons, by the name under which each is kept.</summary>
    public IReadOnlyDictionary<string, string> Kept
    {
        get
        {
            lock (gate)
            {
                return new Dictionary<string, string>(kept, StringComparer.Ordinal);
            }
        }
    }

    public Task<string> KeepAsync(string queue, string? body, string reason, CancellationToken cancellationToken)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(MessageBody.TextOf(body)));
        string name = $"{queue}/{Convert.ToHexStringLower(hash)}";
        lock (gate)
        {
            kept[name] = reason;
        }

        return Task.FromResult(name);
    }
}
