namespace PianoZona.Hub;

/// <summary>What is asked for every upload and changes seldom: by Ambito, read again at most once in a time.</summary>
/// <param name="holds">How long what was read holds.</param>
/// <param name="time">The clock.</param>
internal sealed class PerAmbitoCache<T>(TimeSpan holds, TimeProvider time)
{
    private readonly Dictionary<string, (DateTimeOffset At, T Value)> known = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private int changes;

    /// <summary>What is remembered, or is read now.</summary>
    public async ValueTask<T> GetAsync(string ambito, Func<Task<T>> read)
    {
        DateTimeOffset now = time.GetUtcNow();
        int before;
        lock (gate)
        {
            if (known.TryGetValue(ambito, out var held) && now - held.At < holds)
            {
                return held.Value;
            }

            before = changes;
        }

        T value = await read();
        lock (gate)
        {
            // What changed while it was read may not be in it.
            if (changes == before)
            {
                known[ambito] = (now, value);
            }
        }

        return value;
    }

    /// <summary>Something changed: what is remembered of an Ambito holds no more.</summary>
    public void Forget(string ambito)
    {
        lock (gate)
        {
            changes++;
            known.Remove(ambito);
        }
    }
}
