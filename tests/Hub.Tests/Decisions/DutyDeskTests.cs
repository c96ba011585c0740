using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Decisions;

/// <summary>What staff records of duties is kept, with who and when, and can be taken back.</summary>
public sealed class DutyDeskTests
{
    private static readonly DateTimeOffset At = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Mark_DutyWithoutAFile_IsKeptWithWhoAndWhen()
    {
        using MemoryHub hub = new();
        DutyDone done = new("poa", "2025", "ente-udp", "Assemblea n. 3", new DateOnly(2025, 3, 20), "ente-udp:a", At);

        Obligation now = Assert.IsType<Reply<Obligation>.Done>(await MarkAsync(hub, done)).Value;

        Assert.Equal(("Assemblea n. 3", "ente-udp:a"), (now.Done!.Act, now.Done.By));
        Assert.Equal(ObligationState.DoneOnTime, now.State);
        Obligation undone = Assert.IsType<Reply<Obligation>.Done>(await MarkAsync(hub, done with { Act = null })).Value;
        Assert.Null(undone.Done);
    }

    [Theory]
    [InlineData("spesa-sociale", "2025", "018030")] // a file fulfils it
    [InlineData("poa", "2025", "018030")] // another owes it
    [InlineData("poa", "2025-03", "ente-udp")]
    public async Task Mark_NoDutyOfTheBody_IsNotFound(string deadline, string period, string body)
    {
        using MemoryHub hub = new();

        Assert.IsType<Reply<Obligation>.NotFound>(await MarkAsync(
            hub, new DutyDone(deadline, period, body, "Atto", new DateOnly(2025, 3, 20), "ente-udp:a", At)));
    }

    [Fact]
    public async Task Mark_ActToCome_IsRefused()
    {
        using MemoryHub hub = new();

        Assert.IsType<Reply<Obligation>.Refused>(await MarkAsync(
            hub, new DutyDone("poa", "2025", "ente-udp", "Atto", new DateOnly(2999, 3, 20), "ente-udp:a", At)));
    }

    [Fact]
    public async Task Record_Event_AsksTheBodyItHappenedToAlone()
    {
        using MemoryHub hub = new();
        DutyDesk desk = hub.Get<DutyDesk>();
        DateOnly day = new(2026, 3, 1);
        RecordedEvent happened = new("isee-regolamento", "018030", day, "Richiesta della Regione", "ente-udp:a", At);

        IReadOnlyList<Obligation> owed = Assert.IsType<Reply<IReadOnlyList<Obligation>>.Done>(
            await desk.RecordAsync(hub.Ambito, happened, default)).Value;

        Assert.Equal(("018030", day), (Assert.Single(owed).Body.Code, owed[0].Due));
        Assert.Null(await desk.FindAsync(hub.Ambito, "isee-regolamento", "2026-03-01", "018041", default));
        Assert.Empty(Assert.IsType<Reply<IReadOnlyList<Obligation>>.Done>(
            await desk.RecordAsync(hub.Ambito, happened with { Reason = null }, default)).Value);
        Assert.IsType<Reply<IReadOnlyList<Obligation>>.NotFound>(
            await desk.RecordAsync(hub.Ambito, happened with { Deadline = "poa" }, default));
    }

    private static Task<Reply<Obligation>> MarkAsync(MemoryHub hub, DutyDone done) =>
        hub.Get<DutyDesk>().MarkAsync(hub.Ambito, done, default);
}
