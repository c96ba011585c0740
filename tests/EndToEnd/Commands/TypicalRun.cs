namespace PianoZona.EndToEnd.Commands;

/// <summary>The typical folder, run twice: what each run said and left.</summary>
public sealed class TypicalRun : IAsyncLifetime
{
    private RunOutcome? first;
    private RunOutcome? second;

    internal RunFolder Folder { get; } = RunFolder.Typical();

    internal RunOutcome First => first!;

    internal RunOutcome Second => second!;

    public async Task InitializeAsync()
    {
        first = await RunAsync();
        second = await RunAsync();
    }

    public Task DisposeAsync()
    {
        Folder.Dispose();
        return Task.CompletedTask;
    }

    private async Task<RunOutcome> RunAsync()
    {
        long started = TimeProvider.System.GetTimestamp();
        (int exit, string text, _) = await CommandLine.RunAsync(Folder.Arguments());
        return new RunOutcome(exit, text, TimeProvider.System.GetElapsedTime(started), Snapshot(Folder.Output));
    }

    private static Dictionary<string, string> Snapshot(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => !path.Contains(".stato", StringComparison.Ordinal))
        .ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllText, StringComparer.Ordinal);
}

/// <summary>A run of the command.</summary>
/// <param name="Exit">Its code.</param>
/// <param name="Text">What it printed.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Files">What it left, by name.</param>
internal sealed record RunOutcome(int Exit, string Text, TimeSpan Time, IReadOnlyDictionary<string, string> Files);
