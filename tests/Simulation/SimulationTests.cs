using System.Globalization;
using Xunit.Abstractions;

namespace PianoZona.Simulation.Tests;

/// <summary>
/// Seeded runs of two hosts over the real ledger and store. <c>PIANOZONA_SIMULATION_SEEDS</c> sets how many,
/// <c>PIANOZONA_SIMULATION_FIRST</c> the first, <c>PIANOZONA_SIMULATION_UPLOADS</c> how many uploads each has.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Run_ManySeeds_EndsAsTheModelSays()
    {
        int first = Setting("PIANOZONA_SIMULATION_FIRST", 1);
        int count = Setting("PIANOZONA_SIMULATION_SEEDS", 200);
        int uploads = Setting("PIANOZONA_SIMULATION_UPLOADS", 40);
        int crashes = 0;

        // Away from the test's own context, so that whose turn it is depends on the seed only.
        await Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            async (seed, _) => Interlocked.Add(ref crashes, await RunAsync(seed, uploads)));

        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Seeds {first} to {first + count - 1}: {crashes} crashes."));
        Assert.True(crashes > count);
    }

    [Fact]
    public async Task Run_HundredsOfUploads_EndsAsTheModelSays() =>
        Assert.True(await Task.Run(() => RunAsync(20211231, 400)) > 50);

    private static async Task<int> RunAsync(int seed, int uploads)
    {
        Run run = new(seed, uploads);
        try
        {
            await run.ToTheEndAsync();
            return run.Crashes;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"Seed {seed} of {uploads} uploads: {failure.Message}"),
                failure);
        }
    }

    private static int Setting(string name, int standard) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : standard;
}
