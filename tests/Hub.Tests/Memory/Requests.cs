namespace PianoZona.Hub.Tests.Memory;

/// <summary>The process died here.</summary>
internal sealed class SimulatedCrash() : Exception("Simulated crash.");

/// <summary>
/// Lets the process die at the n-th request to a port: before anything is done, or after it is done and before the
/// answer comes.
/// </summary>
public sealed class Requests
{
    private int left = int.MaxValue;

    /// <summary>
    /// Requests that never succeed, by port and method (<c>IReceiptStore.StoreAsync</c>); null = none.
    /// </summary>
    public Func<string, bool>? Refuses { get; set; }

    /// <summary>
    /// What happens elsewhere just before the request at which the process would die, which then goes on.
    /// </summary>
    public Func<Task>? Instead { get; set; }

    /// <summary>Whether the request is done before the crash.</summary>
    public bool AfterItIsDone { get; set; }

    /// <summary>How many were made.</summary>
    public int Count { get; private set; }

    /// <summary>Requests until the crash, the last one included; 0 = never.</summary>
    public int CrashAt
    {
        set => left = value == 0 ? int.MaxValue : value;
    }

    /// <summary>Makes a request.</summary>
    public async Task<T> MakeAsync<T>(string what, Func<Task<T>> request)
    {
        // As over a network: whoever waits lets others go on.
        await Task.Yield();
        Count++;
        if (Refuses?.Invoke(what) == true)
        {
            throw new SimulatedCrash();
        }

        bool crash = --left == 0;
        if (crash && Instead is { } instead)
        {
            await instead();
            crash = false;
        }

        if (crash && !AfterItIsDone)
        {
            throw new SimulatedCrash();
        }

        T answer = await request();
        return crash ? throw new SimulatedCrash() : answer;
    }

    /// <summary>Whether the process dies in some steps.</summary>
    public static async Task<bool> CrashesAsync(Func<Task> steps)
    {
        try
        {
            await steps();
            return false;
        }
        catch (SimulatedCrash)
        {
            return true;
        }
    }
}
