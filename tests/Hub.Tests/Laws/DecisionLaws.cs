using PianoZona.Contracts.Decisions;

namespace PianoZona.Hub.Tests.Laws;

/// <summary>What holds for every log of decisions.</summary>
public abstract class DecisionLaws
{
    private static int counter;

    private protected abstract IDecisionLog Log { get; }

    [Fact]
    public async Task Append_TheSameAgain_ChangesNothingUntilSomethingElseIsDecided()
    {
        string ambito = NewAmbito();
        Decision first = await Log.AppendAsync(ambito, Of("a", "uno", by: "x"), default);
        Decision again = await Log.AppendAsync(ambito, Of("a", "uno", by: "y"), default);
        await Log.AppendAsync(ambito, Of("a", "due"), default);
        await Log.AppendAsync(ambito, Of("a", "uno"), default);

        Assert.Equal(("x", "x"), (first.By, again.By));
        Assert.Equal(
            ["uno", "due", "uno"], (await Log.ListAsync(ambito, "periodo", "a", default)).Select(one => one.Content));
    }

    [Fact]
    public async Task AppendAfter_SomebodyDecidedOtherwiseMeanwhile_IsRefusedAndChangesNothing()
    {
        string ambito = NewAmbito();
        Assert.NotNull(await Log.AppendAfterAsync(ambito, Of("a", "uno", by: "x"), 0, default));

        Assert.Null(await Log.AppendAfterAsync(ambito, Of("a", "due"), 0, default));
        Assert.Equal("x", (await Log.AppendAfterAsync(ambito, Of("a", "uno", by: "y"), 0, default))!.By);
        Assert.NotNull(await Log.AppendAfterAsync(ambito, Of("a", "tre"), 1, default));
        Assert.Equal(
            ["uno", "tre"], (await Log.ListAsync(ambito, "periodo", "a", default)).Select(one => one.Content));
    }

    [Fact]
    public async Task AppendAfter_SeveralAtOnce_OneIsFirst()
    {
        string ambito = NewAmbito();
        Decision?[] decided = await Task.WhenAll(Enumerable.Range(1, 6).Select(
            number => Log.AppendAfterAsync(ambito, Of("a", $"{number}"), 0, default)));

        Assert.Single(decided, one => one is not null);
        Assert.Single(await Log.ListAsync(ambito, "periodo", "a", default));
    }

    [Fact]
    public async Task List_Kind_IsBySubjectAndThenInOrder()
    {
        string ambito = NewAmbito();
        await Log.AppendAsync(ambito, Of("b|1", "uno"), default);
        await Log.AppendAsync(ambito, Of("a|1", "due"), default);
        await Log.AppendAsync(ambito, Of("b|1", "tre"), default);
        await Log.AppendAsync(ambito, Of("b", "quattro"), default);
        await Log.AppendAsync(ambito, Of("a|1", "altro") with { Kind = "scarto" }, default);
        await Log.AppendAsync(NewAmbito(), Of("a|1", "altrove"), default);

        Assert.Equal(
            ["a|1 due", "b|1 uno", "b|1 tre"],
            await Log.ListAsync(ambito, "periodo", default)
                .Where(one => one.Subject != "b")
                .Select(one => $"{one.Subject} {one.Content}")
                .ToListAsync());
        Assert.Equal(
            ["quattro"],
            (await Log.ListAsync(ambito, "periodo", "b", default))
                .Where(one => one.Subject == "b")
                .Select(one => one.Content));
    }

    private static string NewAmbito() => $"decisioni-{Interlocked.Increment(ref counter)}";

    private static Decision Of(string subject, string content, string by = "ente-udp") =>
        new("periodo", subject, content, by, new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero));
}
