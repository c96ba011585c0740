using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Filling;

/// <summary>Two people fill in the same table: nobody's rows are lost without a word.</summary>
public sealed class TwoFillAtOnceTests : IDisposable
{
    private const string Comune = "018030";

    private readonly MemoryHub hub = new();

    private FillingDesk Desk => hub.Get<FillingDesk>();

    private SendingParty Anna => new(hub.Ambito, hub.Ambito.FindSender(Comune)!, $"{Comune}/una");

    private SendingParty Bruno => new(hub.Ambito, hub.Ambito.FindSender(Comune)!, $"{Comune}/un-altro");

    [Fact]
    public async Task Save_AfterSomebodyElse_KeepsTheirsAndGivesBackWhatWasTyped()
    {
        string? seen = (await OpenAsync()).Version;
        FillingState first = await SaveAsync(Bruno, seen, "10,00");
        FillingState second = await SaveAsync(Anna, seen, "20,00");

        Assert.Null(seen);
        Assert.NotNull(first.SavedAt);
        Assert.Equal(
            (new OtherSave(hub.Get<TimeProvider>().GetUtcNow(), IsOwn: false, IsSent: false), null, "20,00"),
            (second.Other! with { Bodies = [], Joins = [] }, second.SavedAt, AmountOf(second)));
        Assert.Empty(second.Other!.Bodies);
        Assert.Equal("10,00", AmountOf(await OpenAsync()));

        // Whoever has seen that may still choose their own.
        FillingState kept = await SaveAsync(Anna, second.Version, "20,00");
        Assert.NotNull(kept.SavedAt);
        Assert.Equal("20,00", AmountOf(await OpenAsync()));
        Assert.NotNull((await SaveAsync(Bruno, first.Version, "30,00")).Other);
    }

    [Fact]
    public async Task Save_BothAtTheSameMoment_KeepsOneAndTellsTheOther()
    {
        string? seen = (await SaveAsync(Anna, null, "1,00")).Version;

        FillingState[] saved = await Task.WhenAll(SaveAsync(Anna, seen, "2,00"), SaveAsync(Bruno, seen, "3,00"));

        FillingState winner = Assert.Single(saved, one => one.SavedAt is not null);
        Assert.Equal(winner.Version, Assert.Single(saved, one => one.Other is { IsOwn: false }).Version);
        Assert.Equal(AmountOf(winner), AmountOf(await OpenAsync()));
    }

    // Between the look and the save: the store decides, not the look.
    [Fact]
    public async Task Save_WhileAnotherIsBetweenLookAndSave_TellsTheSecond()
    {
        string? seen = (await SaveAsync(Anna, null, "1,00")).Version;
        bool isMet = false;
        for (int at = 1; !isMet && at < 40; at++)
        {
            string theirs = FormattableString.Invariant($"2,{at:00}");
            hub.Requests.Instead = () => SaveAsync(Bruno, seen, theirs);
            hub.Requests.CrashAt = at;
            FillingState mine = await SaveAsync(Anna, seen, "3,00");
            hub.Requests.CrashAt = 0;
            Assert.True(mine.SavedAt is null == mine.Other is not null);
            isMet = mine.SavedAt is not null;
            Assert.Equal(isMet ? "3,00" : theirs, AmountOf(await OpenAsync()));
            seen = (await OpenAsync()).Version;
        }

        Assert.True(isMet, "The other save never came after this one.");
    }

    [Fact]
    public async Task Save_TheSameAgain_IsKeptAndMeetsNobody()
    {
        await SaveAsync(Anna, null, "1,00");
        FillingState again = await SaveAsync(Anna, null, "1,00");

        Assert.Null(again.Other);
        Assert.NotNull(again.SavedAt);
        Assert.True((await SaveAsync(Anna, null, "2,00")).Other!.IsOwn);
    }

    [Fact]
    public async Task Save_OfADraftThatIsGone_LosesNothing()
    {
        FillingState saved = await SaveAsync(Anna, null, "1,00");
        await hub.Get<SendingDesk>().DiscardAsync(saved.Key, default);

        Assert.NotNull((await SaveAsync(Anna, saved.Version, "2,00")).SavedAt);
    }

    [Fact]
    public async Task Save_OfATableThatWasSent_SaysThatItWas()
    {
        FillingState saved = await SaveAsync(Anna, null, "1,00");
        await hub.Get<SendingDesk>().SendAsync(Bruno, saved.Key, seen: null, default);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        Assert.True((await SaveAsync(Anna, saved.Version, "2,00")).Other!.IsSent);
    }

    /// <summary>The process dies after it has forgotten what was found, before it stores what was typed.</summary>
    [Fact]
    public async Task Save_InterruptedBeforeItIsStored_IsLookedAtAgain()
    {
        FillingState saved = await SaveAsync(Anna, null, "tanti");
        Assert.False((await FindAsync(saved)).Check!.MaySend);
        hub.Requests.Refuses = what => what == "IDraftStore.TryStoreAsync";
        Assert.True(await Requests.CrashesAsync(() => SaveAsync(Anna, saved.Version, "5,00")));
        hub.Requests.Refuses = null;

        Assert.False((await FindAsync(saved)).Check!.MaySend);
        Assert.NotNull((await SaveAsync(Anna, saved.Version, "5,00")).SavedAt);
        DraftState draft = await FindAsync(saved);
        Assert.Equal((true, Outcome.Accepted), (draft.Check!.MaySend, draft.Check.Found.Outcome));
    }

    public void Dispose() => hub.Dispose();

    private async Task<FillingState> OpenAsync() =>
        (await Desk.OpenAsync(Anna, SpesaSociale.Schema.Code, "2024", checks: false, default))!;

    private async Task<FillingState> SaveAsync(SendingParty party, string? version, string amount) =>
        (await Desk.SaveAsync(
            party, SpesaSociale.Schema.Code, "2024", [["", "", "ANZIANI", "", "", amount, "", ""]], version, default))!;

    private async Task<DraftState> FindAsync(FillingState saved) =>
        (await hub.Get<SendingDesk>().FindAsync(Anna, saved.Key, default))!;

    private static string AmountOf(FillingState state) => state.Rows
        .Single(row => row.Cells[SpesaSociale.Area.Ordinal] == "ANZIANI").Cells[SpesaSociale.Importo.Ordinal];
}
