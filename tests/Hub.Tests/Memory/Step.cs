using static PianoZona.Hub.Tests.Memory.Requests;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>A step that may be repeated.</summary>
/// <param name="Before">What there is before it.</param>
/// <param name="Act">The step.</param>
/// <param name="Seen">What there is after it.</param>
internal sealed record Step(
    Func<MemoryHub, Task> Before, Func<MemoryHub, Task> Act, Func<MemoryHub, Task<string>> Seen)
{
    private const int MostRequests = 120;

    /// <summary>Each of some steps, with a crash before a request is done and one after it.</summary>
    public static TheoryData<string, bool> Each(IEnumerable<string> names)
    {
        TheoryData<string, bool> steps = [];
        foreach (string name in names)
        {
            steps.Add(name, true);
            steps.Add(name, false);
        }

        return steps;
    }

    /// <summary>The process dies at any request of it, it is taken again, and all is as if nothing happened.</summary>
    public async Task EndsAlikeAsync(bool afterItIsDone)
    {
        string expected = await RunAsync(crashAt: 0, afterItIsDone: false) ?? string.Empty;
        Assert.NotEmpty(expected);

        int at = 1;
        for (; await RunAsync(at, afterItIsDone) is { } found; at++)
        {
            Assert.Equal(expected, found);
            Assert.InRange(at, 1, MostRequests);
        }

        Assert.True(at > 1, "The step makes no request at which it could be interrupted.");
    }

    // Null: there are fewer requests than that.
    private async Task<string?> RunAsync(int crashAt, bool afterItIsDone)
    {
        using MemoryHub hub = new();
        await Before(hub);
        (hub.Requests.AfterItIsDone, hub.Requests.CrashAt) = (afterItIsDone, crashAt);
        bool crashed = await CrashesAsync(() => Act(hub));
        hub.Requests.CrashAt = 0;
        if (crashed)
        {
            await Act(hub);
        }

        return crashed || crashAt == 0 ? await Seen(hub) : null;
    }
}
