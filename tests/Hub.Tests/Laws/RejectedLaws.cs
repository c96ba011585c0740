using System.Globalization;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Tests.Laws;

/// <summary>What holds wherever messages are kept that could not be read.</summary>
public abstract class RejectedLaws
{
    private const string Queue = "posta";

    private static int counter;

    private protected abstract IRejectedMessages Rejected { get; }

    /// <summary>The names under which something is kept.</summary>
    private protected abstract Task<IReadOnlyList<string>> NamesAsync();

    [Fact]
    public async Task Keep_TheSameAgain_IsKeptOnceUnderTheSameName()
    {
        string body = Body();
        string first = await Rejected.KeepAsync(Queue, body, "non è in JSON", default);
        string second = await Rejected.KeepAsync(Queue, body, "non è in JSON", default);

        Assert.Equal(first, second);
        Assert.Single(await NamesAsync(), name => name == first);
    }

    [Fact]
    public async Task Keep_AnotherBodyOrQueue_IsKeptBesides()
    {
        string body = Body();
        string[] kept =
        [
            await Rejected.KeepAsync(Queue, body, "no", default),
            await Rejected.KeepAsync(Queue, Body(), "no", default),
            await Rejected.KeepAsync("riconciliazioni", body, "no", default),
        ];

        Assert.Equal(3, kept.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(kept.Except(await NamesAsync(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keep_BodyThatIsMissing_IsKeptAsAnEmptyOne() =>
        Assert.Equal(
            await Rejected.KeepAsync(Queue, null, "vuoto", default),
            await Rejected.KeepAsync(Queue, string.Empty, "vuoto", default));

    [Fact]
    public async Task Keep_ABody_SaysNothingOfItInTheName()
    {
        string body = Body();
        Assert.DoesNotContain(body, await Rejected.KeepAsync(Queue, body, "no", default), StringComparison.Ordinal);
    }

    private static string Body() =>
        string.Create(CultureInfo.InvariantCulture, $"corpo {Interlocked.Increment(ref counter)}");
}
