using System.Globalization;
using PianoZona.Testing;
using Xunit.Abstractions;

namespace PianoZona.LocalHost.Tests;

/// <summary>How long a message waits for its function. Told, not judged: a busy machine is no fault.</summary>
public sealed class LatencyTests(AzuriteFixture azurite, ITestOutputHelper output) : IClassFixture<AzuriteFixture>
{
    private const int Messages = 30;

    [Fact]
    public async Task Message_OneAtATime_EachReachesItsFunction()
    {
        await using SampleHost sample = await SampleHost.StartAsync(azurite);
        await sample.SendAsync("partenze", "prima");
        await sample.LineAsync(line => line.StartsWith("started prima", StringComparison.Ordinal));
        List<double> waits = [];
        for (int i = 0; i < Messages; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"m{i}");
            await sample.SendAsync("partenze", name);
            long arrived = TimeProvider.System.GetUtcNow().UtcTicks;
            string line = await sample.LineAsync(one => one.StartsWith($"started {name} ", StringComparison.Ordinal));
            waits.Add(
                new TimeSpan(long.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) - arrived).TotalMilliseconds);
        }

        waits.Sort();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"arrival to start of function: median {waits[Messages / 2]:0} ms, longest {waits[^1]:0} ms"));
        Assert.Equal(Messages, waits.Count);
    }
}
