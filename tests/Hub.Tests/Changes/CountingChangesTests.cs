using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Changes;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Tests.Changes;

/// <summary>What a file changes where another sender's file counts: what is told is what the ledger makes of it.
/// </summary>
public sealed class CountingChangesTests : IDisposable
{
    private const string A = "018030";
    private const string B = "018041";
    private const string Agency = "ente-azienda";
    private const string Flow = "rendicontazione";

    private readonly MemoryHub hub = new();
    private long time = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks;
    private int files;

    [Fact]
    public async Task Find_ADraftWithFiguresThatTheComuneTells_LeavesThemOutOfTheSums()
    {
        await SendAsync(B, (B, "322,22"));
        await SendAsync(Agency, (A, "50,00"), (B, "322,22"));

        DraftCheck check = await CheckAsync(Agency, (A, "60,00"), (B, "5000,00"));

        Assert.Equal(
            [(EntryKind.Committed, Money.Parse("50.00"), Money.Parse("60.00"))],
            check.Changes.Select(one => (one.Kind, one.Before!.Value, one.After!.Value)));
        UncountedChange left = Assert.Single(check.Beside!.Uncounted);
        Assert.Equal((B, B), (left.Change.Body, left.Sender));
        Assert.Equal(CountingTurn.Neither, Assert.Single(check.Beside.Turns).Turn);
        Assert.Equal(Money.Parse("5000.00"), left.Change.After);
        Assert.Equal(left, Assert.Single(DraftCheck.Read(check.Write()).Beside!.Uncounted));
    }

    /// <summary>What was found holds as long as what others tell is the same.</summary>
    [Fact]
    public async Task Find_ADraftWhileAComuneSendsItsOwn_IsLookedAtAgain()
    {
        await SendAsync(Agency, (A, "50,00"), (B, "322,22"));
        DraftKey key = await TakeInAsync(Agency, (A, "50,00"), (B, "5000,00"));
        Assert.Empty((await FindAsync(Agency, key)).Beside!.Uncounted);

        await SendAsync(B, (B, "322,22"));
        DraftCheck now = await FindAsync(Agency, key);

        Assert.Single(now.Beside!.Uncounted);
        Assert.Empty(now.Changes);
        Assert.True(now.Detail!.IsNone);
        Assert.True(now.Beside.ChangesUncounted);
    }

    /// <summary>What a file changed is what it changed; what others tell is said apart, as of now.</summary>
    [Fact]
    public async Task Find_TheReceiptOfFiguresThatDoNotCount_TellsWhatItChangedAndWhoseCounts()
    {
        await SendAsync(B, (B, "322,22"));
        await SendAsync(Agency, (A, "50,00"), (B, "322,22"));
        ReceiptId id = await SendAsync(Agency, (A, "50,00"), (B, "5000,00"));

        UploadChange change = (await hub.Get<ReceiptProofs>().FindAsync(hub.Ambito, id, default))!.Change!;

        Assert.Equal(Money.Parse("5050.00"), Assert.Single(change.Summary.Changes).After);
        FactTurn[] today = [new FactTurn(new FundKey("DDN", 2021), B, B, CountingTurn.Neither)];
        Assert.Equal(today, change.Beside.Turns);
        Assert.Equal(today, (await hub.Get<UploadChanges>().FindAsync(hub.Ambito, id, default))!.Beside.Turns);
        await hub.ReconcileAllAsync();
        Assert.Equal(
            Money.Parse("372.22"), (await hub.StateAsync("DDN", 2021)).Balances[0].Committed);
    }

    /// <summary>However many tell the same, it is asked once.</summary>
    [Fact]
    public async Task Find_FiguresThatSeveralTell_CostTheSameHoweverManyTheyAre()
    {
        string[] bodies = [.. TestAmbito.Comuni.Take(4)];
        List<(int First, int Again, int Receipt)> costs = [];
        foreach (int count in (int[])[0, 0, 1, 4])
        {
            foreach (string body in bodies.Take(count))
            {
                await SendAsync(body, (body, "1,00"));
            }

            await SendAsync(Agency, [.. bodies.Select(body => (body, $"{count + 2},00"))]);
            ReceiptId id = await SendAsync(Agency, [.. bodies.Select(body => (body, $"{count + 20},00"))]);
            DraftKey key = await TakeInAsync(Agency, [.. bodies.Select(body => (body, $"{count + 200},00"))]);
            costs.Add((
                await CostAsync(() => FindAsync(Agency, key)), await CostAsync(() => FindAsync(Agency, key)),
                await CostAsync(() => hub.Get<ReceiptProofs>().FindAsync(hub.Ambito, id, default))));
        }

        // The first time something is asked that is remembered.
        (int first, int again, int receipt) = Assert.Single(costs.Skip(1).Distinct());
        Assert.InRange(first, 1, 9);
        Assert.InRange(again, 1, 7);
        Assert.InRange(receipt, 1, 4);
    }

    /// <summary>What is left out of a file counts as another tells it; the sums say neither.</summary>
    [Fact]
    public async Task Find_ADraftWithoutRowsThatCounted_TellsWhoseCountsThen()
    {
        Ambito agencies = hub.Ambito with
        {
            Flows = [.. hub.Ambito.Flows.Select(one =>
                one.Flow == Flow ? one with { Source = FactSource.Agency } : one)],
        };
        Posting old = PostingOf(Agency, 2, A, B);
        Posting next = PostingOf(Agency, 3, A);
        CurrentUpload own = new(
            new UploadSlot("x", B, Flow, "2021"), 1, "r", "s", 1, [B], [new FundKey("DDN", 2021)], default, "v");

        ComparedFiles found = await hub.Get<FileComparison>().CompareAsync(agencies, old, next, [own], default);

        FactTurn one = Assert.Single(found.Beside.Turns);
        Assert.Equal((B, CountingTurn.Ends), (one.Sender, one.Turn));
        Assert.Empty(found.Beside.Uncounted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Find_WhatWasSentForABody_SaysWhetherItsOwnFileCounts(bool hasOwn)
    {
        ReceiptId id = await SendAsync(Agency, (A, "50,00"), (B, "322,22"));
        if (hasOwn)
        {
            await SendAsync(B, (B, "322,22"));
        }

        SentForBodyProof proof = (await hub.Get<SentForBodies>().FindAsync(
            hub.Ambito, hub.Ambito.FindSender(B)!, id, default))!;

        Assert.Equal(hasOwn ? [B] : [], proof.CountsInstead);
        Assert.Equal(!hasOwn, proof.CountsInPart);
    }

    public void Dispose() => hub.Dispose();

    private static Posting PostingOf(string sender, long sequence, params string[] bodies) => new(
        new UploadSlot("x", sender, Flow, "2021"), sequence, $"r{sequence}", "s", bodies.Length, bodies,
        [
            .. bodies.Select(body => new LedgerEntry(
                new FundKey("DDN", 2021), EntryKind.Committed, body, "x", Money.Parse("5.00"), RowSet.Parse("2"))),
        ]);

    private static string FileOf(params (string Body, string Amount)[] rows) =>
        "ente;fondo;annualita;intervento;impegnato;liquidato\n"
        + string.Concat(rows.Select(row => $"{row.Body};DDN;2021;Intervento;{row.Amount};0,00\n"));

    private async Task<int> CostAsync(Func<Task> step)
    {
        int before = hub.Requests.Count;
        await step();
        return hub.Requests.Count - before;
    }

    private async Task<ReceiptId> SendAsync(string sender, params (string Body, string Amount)[] rows)
    {
        string name = $"{sender}/{Flow}/2021/a.csv";
        ReceiptId id = hub.Put(name, FileOf(rows), time += UploadSequence.Millisecond);
        await hub.ProcessAsync(name);
        return id;
    }

    private async Task<DraftKey> TakeInAsync(string sender, params (string Body, string Amount)[] rows)
    {
        DraftKey key = DraftKey.Parse(sender, (++files).ToString("x32", provider: null))!;
        await hub.Get<SendingDesk>().TakeInAsync(
            key, new DraftFacts("a.csv", "x", Flow, "2021"), new MemoryStream(Encoding.UTF8.GetBytes(FileOf(rows))),
            default);
        return key;
    }

    private async Task<DraftCheck> CheckAsync(string sender, params (string Body, string Amount)[] rows) =>
        await FindAsync(sender, await TakeInAsync(sender, rows));

    private async Task<DraftCheck> FindAsync(string sender, DraftKey key) =>
        (await hub.Get<SendingDesk>().FindAsync(
            new SendingParty(hub.Ambito, hub.Ambito.FindSender(sender)!, "x/qualcuno"), key, default))!.Check!;
}
