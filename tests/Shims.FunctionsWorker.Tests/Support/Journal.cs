using System.Collections.Concurrent;

namespace PianoZona.Shims.FunctionsWorker.Tests;

/// <summary>What the functions of a test did, and a gate that holds those that ask.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<object> entries = new();
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<object> Entries => [.. entries];

    public Task Gate => gate.Task;

    public IReadOnlyList<T> Of<T>() => [.. entries.OfType<T>()];

    public void Add(object entry) => entries.Enqueue(entry);

    public void OpenGate() => gate.TrySetResult();

    public Task WaitForAsync(int count) => Eventually.IsTrueAsync(() => entries.Count >= count);
}
