using Azure.Storage.Queues;
using PianoZona.Testing;

namespace PianoZona.LocalHost.Tests;

/// <summary>What becomes of a message: the listeners are those of the real host, and so is what they do.</summary>
public sealed class QueueTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Message_OfEachKind_ReachesItsFunctionAsTheRealHostGivesIt()
    {
        await using SampleHost sample = await SampleHost.StartAsync(azurite);
        await sample.SendAsync("testi", "città");
        await sample.SendAsync("pacchi", """{"Name":"pacco","Weight":3}""");
        await sample.SendAsync("pacchi", "null");

        await sample.CountAsync("text città", 1);
        await sample.CountAsync("parcel pacco 3", 1);
        await sample.CountAsync("nothing", 1);
        await sample.EmptyAsync("testi");
        await sample.EmptyAsync("pacchi");
    }

    [Fact]
    public async Task Message_ThatFails_IsTriedAsOftenAsHostJsonSaysThenPoisoned()
    {
        await using SampleHost sample = await SampleHost.StartAsync(azurite);
        await sample.SendAsync("guasti", "x");

        await sample.CountAsync("poison x", 1);
        await sample.EmptyAsync("guasti");
        Assert.Equal(3, sample.Journal.Count(line => line == "failing x"));
    }

    [Fact]
    public async Task Message_NotBase64_IsPoisonedUnrun()
    {
        await using SampleHost sample = await SampleHost.StartAsync(azurite);
        await (await sample.QueueAsync("testi", plain: true)).SendMessageAsync("non base64!");
        QueueClient poison = await sample.QueueAsync("testi-poison", plain: true);

        await SampleHost.EventuallyAsync(async () =>
            (await poison.PeekMessageAsync()).Value?.MessageText == "non base64!");
        Assert.DoesNotContain(sample.Journal, line => line.StartsWith("text non", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_WhoseFunctionNeverEnds_FailsAfterTheTimeOfHostJsonAndTheWorkerIsReplaced()
    {
        await using SampleHost sample = await SampleHost.StartAsync(
            azurite, settings: ("AzureFunctionsJobHost__functionTimeout", "00:00:02"));
        await sample.SendAsync("lenti", "eterno");

        string first = await sample.LineAsync(line => line.StartsWith("begun eterno", StringComparison.Ordinal));
        await sample.LineAsync(line => line.StartsWith("begun eterno", StringComparison.Ordinal) && line != first);
        sample.Sign("eterno");
        await sample.EmptyAsync("lenti");
    }

    [Fact]
    public async Task Stop_FunctionUnderWay_IsWaitedFor()
    {
        await using SampleHost sample = await SampleHost.StartAsync(azurite);
        await sample.SendAsync("lenti", "atteso");
        await sample.LineAsync(line => line.StartsWith("begun atteso", StringComparison.Ordinal));
        Task stop = sample.StopAsync();
        sample.Sign("atteso");
        await stop;

        Assert.Contains("done atteso", sample.Journal);
        await sample.EmptyAsync("lenti");
    }

    [Fact]
    public async Task Stop_FunctionThatTakesLongerThanTheDrain_IsAskedToStopAndItsMessageComesBack()
    {
        await using SampleHost sample = await SampleHost.StartAsync(azurite, drain: TimeSpan.FromMilliseconds(200));
        await sample.SendAsync("lenti", "interrotto");
        await sample.LineAsync(line => line.StartsWith("begun interrotto", StringComparison.Ordinal));
        await sample.StopAsync();
        Assert.Contains("asked to stop interrotto", sample.Journal);

        sample.Sign("interrotto");
        await sample.StartAgainAsync();
        await sample.CountAsync("done interrotto", 1);
        await sample.EmptyAsync("lenti");
    }
}
