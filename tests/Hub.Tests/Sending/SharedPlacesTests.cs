using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Home;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Ledger;

namespace PianoZona.Hub.Tests.Sending;

/// <summary>
/// What an agency is told of the place in which its file holds what several owe. It is 1 February 2026.
/// </summary>
public sealed class SharedPlacesTests : IDisposable
{
    private const string A = "018030";
    private const string B = "018041";
    private const string Flow = "spesa-sociale";

    private readonly MemoryHub hub = new();
    private int files;

    private SharedPlaces Places => hub.Get<SharedPlaces>();

    private Sender Agency => hub.Ambito.FindSender("ente-azienda")!;

    [Theory]
    [InlineData("ente-azienda", Flow, B, B)]
    [InlineData("ente-azienda", Flow, "ente-azienda", null)] // Its own.
    [InlineData("ente-azienda", Flow, "999999", null)] // Nobody.
    [InlineData("ente-azienda", Flow, null, null)]
    [InlineData("ente-azienda", null, B, null)] // Of no flow in particular.
    [InlineData("ente-azienda", "popolazione", B, null)] // Its rows do not say whose they are.
    [InlineData(A, Flow, B, null)] // Not its to send.
    [InlineData("ente-coop", Flow, B, null)]
    [InlineData("ente-udp", Flow, B, null)]
    public void Other_ABodyAsItIsAskedFor_IsOneThatTheSenderMaySendFor(
        string sender, string? flow, string? body, string? other) =>
        Assert.Equal(
            other, SendingBodies.Other(hub.Ambito, hub.Ambito.FindSender(sender)!, flow, body)?.Code);

    [Fact]
    public async Task Find_ForABody_HasWhatANewFileReplaces()
    {
        Assert.Null(await Places.FindAsync(Party(null), Flow, "2025", default));
        Assert.Null((await Places.FindAsync(Party(B), Flow, "2025", default))!.InForce);
        await SendAsync("2025", A, B);

        SharedPlace place = (await Places.FindAsync(Party(B), Flow, "2025", default))!;

        Assert.Equal((B, 2), (place.For.Code, place.InForce!.Rows));
        Assert.Equal([A, B], place.InForce.Bodies);
        Assert.True(place.MayDeclareItself);
        Assert.Equal(FactSource.Body, place.Source);
    }

    /// <summary>A file without rows of a body says nothing of it: only the body itself may declare nothing.</summary>
    [Fact]
    public async Task StillDue_AFileWithoutABody_LeavesItsDutyOpen()
    {
        await SendAsync("2025", A);

        string[] due = await DueAsync();
        Assert.Equal(TestAmbito.Comuni.Except([A]).Order(), due.Order());
        Assert.Equal(
            due.Order(),
            (await hub.Get<BodyHome>().FindAsync(hub.Ambito, Agency, default)).Due
                .Where(one => one.Owed.Rule.Flow == Flow && one.Owed.Period.Text == "2025")
                .Select(one => one.Owed.Body.Code).Order());

        await SendAsync("2025", [.. TestAmbito.Comuni]);
        Assert.Empty(await DueAsync());
    }

    [Fact]
    public async Task TakenAway_OfAFileThatLacksSomebody_IsWhoOwesAgain()
    {
        await SendAsync("2025", [.. TestAmbito.Comuni]);
        Assert.Empty(await TakenAwayAsync());

        await SendAsync("2025", [.. TestAmbito.Comuni.Except([A])]);

        Assert.Equal([A], await TakenAwayAsync());
        Assert.Equal([A], await DueAsync());
    }

    // Nobody but who sends for others is told who still owes, and it costs nothing to ask.
    [Fact]
    public async Task StillDue_OfAComune_IsNobody() => Assert.Empty(
        await Places.StillDueAsync(hub.Ambito, hub.Ambito.FindSender(A)!, Flow, "2025", default));

    [Fact]
    public async Task Find_AFileThatLacksSomebody_TellsWhoseRowsAreGone()
    {
        await SendAsync("2025", A, B);

        DraftCheck check = (await CheckAsync(FileOf("2025", B, "018091")))!;

        Assert.Equal([B, "018091"], check.Bodies);
        Assert.Equal([A], check.MissingBodies);
        Assert.Equal([A], DraftCheck.Read(check.Write()).MissingBodies);
        Assert.Empty((await CheckAsync(FileOf("2025", A, B, "018091")))!.MissingBodies);
    }

    /// <summary>A file replaces the one before it whole: what it takes away of others is said, or stays.</summary>
    [Fact]
    public async Task Send_AFileThatLeavesSomebodyOut_IsSentOnlyByWhoSaysSo()
    {
        await SendAsync("2025", A, B);
        SendingDesk desk = hub.Get<SendingDesk>();
        DraftState draft = await TakeInAsync(FileOf("2025", B, "018091"));
        DraftSeen seen = DraftSeen.Of(draft);
        Assert.Equal([A], draft.Check!.LeftOut);
        Assert.True(
            (await hub.Get<IDraftStore>().ListAsync(draft.Key.Sender, default)).Single(one => one.Key == draft.Key)
                .IsToConfirm);

        Reply<ReceiptId>.ConflictsOn refused = Assert.IsType<Reply<ReceiptId>.ConflictsOn>(
            await desk.SendAsync(Party(null) with { LeavesOut = [B] }, draft.Key, seen, default));
        Assert.Contains($"({A})", refused.Reason, StringComparison.Ordinal);
        Assert.Empty(hub.Waiting);

        Assert.IsType<Reply<ReceiptId>.Done>(
            await desk.SendAsync(Party(null) with { LeavesOut = [A] }, draft.Key, seen, default));
        Assert.Single(hub.Waiting);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Submit_AFileThatLeavesSomebodyOut_TellsWhatToAddAndThenIsSent(bool isWritten)
    {
        await SendAsync("2025", A, B);
        DraftKey key = NewKey();
        if (isWritten)
        {
            DraftAddress address = await hub.Get<ProgramDesk>().OpenAddressAsync(key, default);
            hub.Drafts.WriteAt(address.Address, Encoding.UTF8.GetBytes(FileOf("2025", B)));
        }

        Reply<ReceiptId> refused = await SubmitAsync([]);
        Assert.Contains(
            $"«senza={A}»", Assert.IsType<Reply<ReceiptId>.ConflictsOn>(refused).Reason, StringComparison.Ordinal);
        Assert.Empty(hub.Waiting);
        Assert.Equal(
            isWritten, await hub.Get<SendingDesk>().FindAsync(Party(null), key, default) is { Receipt: null });

        ReceiptId id = Assert.IsType<Reply<ReceiptId>.Done>(await SubmitAsync([A])).Value;
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
        Assert.Equal(id, Assert.IsType<Reply<ReceiptId>.Done>(await SubmitAsync([])).Value);
        Assert.Contains(A, await DueAsync());

        Task<Reply<ReceiptId>> SubmitAsync(string[] leavesOut)
        {
            SendingParty party = Party(null) with { LeavesOut = leavesOut };
            return isWritten
                ? hub.Get<ProgramDesk>().SubmitWrittenAsync(party, key, "spesa.csv", Flow, "2025", default)
                : hub.Get<ProgramDesk>().SubmitAsync(
                    party, key, "spesa.csv", new MemoryStream(Encoding.UTF8.GetBytes(FileOf("2025", B))), Flow, "2025",
                    default);
        }
    }

    // Who sends for itself alone takes nobody else's rows away.
    [Fact]
    public async Task LeftOut_WhereAllFiguresAreOfTheSender_IsNobody()
    {
        DraftCheck check = (await CheckAsync(FileOf("2025", A)))! with { Bodies = [], MissingBodies = [Agency.Code] };

        Assert.Empty(check.LeftOut);
        Assert.Equal([Agency.Code], (check with { Bodies = [A] }).LeftOut);
    }

    public void Dispose() => hub.Dispose();

    private static string FileOf(string period, params string[] bodies) =>
        "ente;anno;area;importo\n" + string.Concat(bodies.Select(body => $"{body};{period};ANZIANI;5,00\n"));

    private SendingParty Party(string? body) => new(hub.Ambito, Agency, "ente-azienda/qualcuno")
    {
        For = body is null ? null : hub.Ambito.FindSender(body),
    };

    private async Task<string[]> DueAsync() =>
        [.. (await Places.StillDueAsync(hub.Ambito, Agency, Flow, "2025", default)).Select(one => one.Code)];

    private async Task<IReadOnlyList<string>> TakenAwayAsync()
    {
        ILedger ledger = hub.Get<ILedger>();
        UploadSlot slot = new(hub.Ambito.Code, Agency.Code, Flow, "2025");
        CurrentUpload current = (await ledger.FindCurrentAsync(slot, default))!;
        return await Places.TakenAwayAsync(
            (await ledger.ReadVersionAsync(slot, current.ReceiptId, default))!, default);
    }

    private DraftKey NewKey() => DraftKey.Parse(Agency.Code, (++files).ToString("x32", provider: null))!;

    private async Task<DraftCheck?> CheckAsync(string file) => (await TakeInAsync(file)).Check;

    private async Task<DraftState> TakeInAsync(string file)
    {
        DraftKey key = NewKey();
        SendingDesk desk = hub.Get<SendingDesk>();
        await desk.TakeInAsync(
            key, new DraftFacts("spesa.csv", "x", Flow, "2025"), new MemoryStream(Encoding.UTF8.GetBytes(file)),
            default);
        return (await desk.FindAsync(Party(null), key, default))!;
    }

    private async Task SendAsync(string period, params string[] bodies)
    {
        await Task.Delay(TimeSpan.FromSeconds(1), hub.Get<TimeProvider>());
        SendingParty party = Party(null) with { LeavesOut = [.. TestAmbito.Comuni] };
        Assert.IsType<Reply<ReceiptId>.Done>(await hub.Get<ProgramDesk>().SubmitAsync(
            party, NewKey(), "spesa.csv", new MemoryStream(Encoding.UTF8.GetBytes(FileOf(period, bodies))), Flow,
            period, default));
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
    }
}
