using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Changes;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Tests.Changes;

/// <summary>A fact that several tell: what a file changes of it is what the balances make of it.</summary>
public sealed class OneFactChangesTests : IDisposable
{
    private const string A = "018030";
    private const string B = "018041";
    private const string Agency = "ente-azienda";
    private const string Office = "ente-udp";
    private const string Flow = "rendicontazione";

    private static readonly FundKey Fund = new("DDN", 2021);

    private readonly MemoryHub hub = new();
    private long time = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks;
    private int files;

    /// <summary>What the body's own file no longer tells counts as the agency tells it, and back.</summary>
    [Fact]
    public async Task Find_ABodyWhoseTellingEnds_HasTheSumThatCountsThen()
    {
        await SendAsync(Agency, "2021", Row(B, "100,00"));
        await SendAsync(B, "2021", Row(B, "20000,00"));

        DraftCheck ends = await CheckAsync(B, "2021", Row(B, "7,00", 2020));
        await SendAsync(B, "2021", Row(B, "7,00", 2020));
        DraftCheck begins = await CheckAsync(B, "2021", Row(B, "20000,00"));

        Assert.Equal(("20000.00", "100.00"), CommittedOf(ends));
        Assert.Equal([new FactTurn(Fund, B, Agency, CountingTurn.Ends)], ends.Beside!.Turns);
        Assert.Equal(("100.00", "20000.00"), CommittedOf(begins));
        Assert.Equal([new FactTurn(Fund, B, Agency, CountingTurn.Begins)], begins.Beside!.Turns);
        Assert.False(ends.Detail!.IsNone);
        Assert.Equal(begins.Beside.Turns, DraftCheck.Read(begins.Write()).Beside!.Turns);
    }

    [Fact]
    public async Task Find_TheFirstFileOfAnAgency_SaysWhatOfItDoesNotCount()
    {
        await SendAsync(B, "2021", Row(B, "10,00"));

        DraftCheck check = await CheckAsync(Agency, "2021", Row(A, "50,00") + Row(B, "60,00"));
        ReceiptId id = await SendAsync(Agency, "2021", Row(A, "50,00") + Row(B, "60,00"));

        Assert.Null(check.Replaces);
        Assert.Empty(check.Changes);
        UncountedChange left = Assert.Single(
            check.Beside!.Uncounted, one => one.Change.Kind == EntryKind.Committed);
        Assert.Equal(
            (B, null, Money.Parse("60.00"), B), (left.Change.Body, left.Change.Before, left.Change.After, left.Sender));
        Assert.Equal([new FactTurn(Fund, B, B, CountingTurn.Neither)], await TodayAsync(id));
    }

    [Fact]
    public async Task Find_TheFirstFileOfAComune_SaysWhatItTakesThePlaceOf()
    {
        await SendAsync(Agency, "2021", Row(A, "50,00") + Row(B, "60,00"));

        DraftCheck check = await CheckAsync(B, "2021", Row(B, "15,00") + Row(B, "3,00", 2020));
        ReceiptId id = await SendAsync(B, "2021", Row(B, "15,00") + Row(B, "3,00", 2020));

        Assert.Equal(("60.00", "15.00"), CommittedOf(check));
        Assert.All(check.Changes, one => Assert.Equal(Fund, one.Fund));
        FactTurn[] turns = [new FactTurn(Fund, B, Agency, CountingTurn.Begins)];
        Assert.Equal(turns, check.Beside!.Turns);
        Assert.Equal(turns, await TodayAsync(id));
    }

    [Fact]
    public async Task Find_AQuarterOfAYearThatTheBodyTells_DoesNotCount()
    {
        await SendAsync(B, "2021", Row(B, "4000,00"));
        await SendAsync(Agency, "2021-T1", Row(B, "1000,00"));

        DraftCheck check = await CheckAsync(Agency, "2021-T1", Row(B, "7000,00"));

        Assert.Empty(check.Changes);
        Assert.Equal(B, check.Beside!.Uncounted[0].Sender);
        Assert.Equal(Money.Parse("7000.00"), check.Beside.Uncounted[0].Change.After);
    }

    [Fact]
    public async Task Find_AUnitThatItsProviderTells_DoesNotCountOnceMore()
    {
        await SendAsync("ente-coop", "2021", UnitsOf(("CSE-0412", "310450,00")), "fsr-rilevazione");
        string own = UnitsOf(("CSE-0412", "500000,00"), ("CSE-0413", "1,00"));
        ReceiptId id = await SendAsync(Agency, "2021", own, "fsr-rilevazione");

        DraftCheck check = await CheckAsync(
            Agency, "2021", UnitsOf(("CSE-0412", "900000,00"), ("CSE-0413", "1,00")), "fsr-rilevazione");

        FactTurn[] turns =
        [
            new FactTurn(new FundKey("FSR", 2021), "CSE-0412", "ente-coop", CountingTurn.Neither) { IsUnit = true },
        ];
        Assert.Equal(turns, check.Beside!.Turns);
        Assert.True(check.Detail!.IsNone);
        Assert.True(check.Beside.ChangesUncounted);
        Assert.Equal(1, check.Beside.DifferentRows);
        Assert.Equal(turns, await TodayAsync(id));
        await hub.ReconcileAllAsync();
        FundState counted = OneTelling.Counted(hub.Ambito, await hub.StateAsync("FSR", 2021));
        Assert.Equal(
            ["ente-coop"],
            counted.Contributions.Where(one => one.Memos.Any(memo => memo.Subject == "CSE-0412"))
                .Select(one => one.Slot.Sender));
    }

    /// <summary>However many tell units, it is asked once, when their fund year is reconciled.</summary>
    [Fact]
    public async Task Find_AUnitThatSeveralMayTell_CostsTheSameHoweverManyTheyAre()
    {
        List<int> costs = [];
        foreach (string sender in (string[])["ente-coop", A, B])
        {
            await SendAsync(sender, "2021", UnitsOf(($"CSE-{sender[^2..]}", "5,00")), "fsr-rilevazione");
            await hub.ReconcileAllAsync();
            DraftKey key = await TakeInAsync(Agency, "2021", UnitsOf(("CSE-30", "6,00")), "fsr-rilevazione");
            int before = hub.Requests.Count;
            await FindAsync(Agency, key);
            costs.Add(hub.Requests.Count - before);
        }

        Assert.Single(costs.Skip(1).Distinct());
    }

    /// <summary>Who confirms confirms what was shown, also of what others tell.</summary>
    [Fact]
    public async Task Send_WhatOthersToldMeanwhile_IsShownFirst()
    {
        await SendAsync(Agency, "2021", Row(A, "10,00") + Row(B, "10,00"));
        DraftKey key = await TakeInAsync(Agency, "2021", Row(A, "60,00") + Row(B, "10,00"));
        DraftSeen seen = DraftSeen.Of(await StateAsync(Agency, key));

        await SendAsync(A, "2021-T2", Row(A, "15,00"));
        Assert.IsType<Reply<ReceiptId>.ConflictsOn>(
            await hub.Get<SendingDesk>().SendAsync(PartyOf(Agency), key, seen, default));
        seen = DraftSeen.Of(await StateAsync(Agency, key));

        Assert.IsType<Reply<ReceiptId>.Done>(
            await hub.Get<SendingDesk>().SendAsync(PartyOf(Agency), key, seen, default));
    }

    /// <summary>A receipt tells what its file changed, whatever others send after it.</summary>
    [Fact]
    public async Task Find_TheReceiptOfAPastFile_TellsTheSameWhateverOthersSend()
    {
        await SendAsync(Agency, "2021", Row(B, "10,00"));
        ReceiptId id = await SendAsync(Agency, "2021", Row(B, "60,00"));
        UploadChange then = await ChangeAsync(id);

        await SendAsync(B, "2021", Row(B, "15,00"));
        UploadChange now = await ChangeAsync(id);

        Assert.Equal(Money.Parse("60.00"), Assert.Single(now.Summary.Changes).After);
        Assert.Equal(then.Summary.Changes, now.Summary.Changes);
        Assert.Empty(then.Beside.Turns);
        Assert.Equal([new FactTurn(Fund, B, B, CountingTurn.Neither)], now.Beside.Turns);

        await SendAsync(Agency, "2021", Row(A, "1,00"));
        Assert.Empty((await ChangeAsync(id)).Beside.Turns);
    }

    /// <summary>Whoever tells what, of whatever time, before and after.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Find_AnyTellings_ChangeWhatTheBalancesMakeOfThem(uint seed)
    {
        string[] bodies = [A, B];
        HashSet<CountingTurn> turns = [];
        for (int step = 0; step < 40; step++)
        {
            uint next = seed = unchecked((seed * 1664525) + 1013904223);
            string sender = new[] { A, B, Agency, Agency, Office }[(next >> 16) % 5];
            string period = new[] { "2021", "2021-T1", "2021-T2" }[(next >> 12) % 3];
            string[] told =
            [
                .. bodies.Where((body, at) => ((next >> (20 + at)) & 1) == 1
                    && (sender == body || sender is not (A or B))),
            ];
            string rows = string.Concat(told.Select(body => Row(body, $"{(next >> 24) + 1},00")))
                + Row(sender is A or B ? sender : A, $"{step + 1},00", 2019);

            Money before = await BalanceAsync();
            DraftCheck check = await CheckAsync(sender, period, rows);
            await SendAsync(sender, period, rows);
            Money difference = (await BalanceAsync()) - before;

            // Of a first file only what takes the place of others is told; the rest is new.
            Money changed = check.Changes.Where(one => one.Fund == Fund && one.Kind == EntryKind.Committed)
                .Aggregate(Money.Zero, (sum, one) =>
                    sum + (one.After ?? Money.Zero) - (one.Before ?? Money.Zero));
            turns.UnionWith(check.Beside!.Turns.Select(one => one.Turn));
            if (check.Replaces is not null)
            {
                Assert.Equal(difference, changed);
            }
            else if (check.Beside.Turns.All(one => one.Turn == CountingTurn.Neither))
            {
                Assert.Equal(Money.Zero, changed);
            }
        }

        Assert.Equal(3, turns.Count);
    }

    public void Dispose() => hub.Dispose();

    private static string Row(string body, string amount, int year = 2021) =>
        $"{body};DDN;{year};Intervento;{amount};0,00\n";

    private static string UnitsOf(params (string Unit, string Costs)[] units) =>
        "codice_unita;anno;utenti;ore;giorni_apertura;costi\n"
        + string.Concat(units.Select(one => $"{one.Unit};2021;24;1840,5;230;{one.Costs}\n"));

    private static string FileOf(string rows, string flow) =>
        flow == Flow ? "ente;fondo;annualita;intervento;impegnato;liquidato\n" + rows : rows;

    private static (string? Before, string? After) CommittedOf(DraftCheck check)
    {
        DraftChange one = Assert.Single(
            check.Changes, one => one.Fund == Fund && one.Kind == EntryKind.Committed);
        return (one.Before?.ToString(), one.After?.ToString());
    }

    private async Task<Money> BalanceAsync()
    {
        await hub.ReconcileAllAsync();
        return (await hub.StateAsync(Fund.Fund, Fund.Year)).Balances is [var whole, ..]
            ? whole.Committed ?? Money.Zero : Money.Zero;
    }

    private async Task<UploadChange> ChangeAsync(ReceiptId id) =>
        (await hub.Get<ReceiptProofs>().FindAsync(hub.Ambito, id, default))!.Change!;

    private async Task<IReadOnlyList<FactTurn>> TodayAsync(ReceiptId id) => (await ChangeAsync(id)).Beside.Turns;

    private async Task<ReceiptId> SendAsync(string sender, string period, string rows, string flow = Flow)
    {
        string name = $"{sender}/{flow}/{period}/a.csv";
        ReceiptId id = hub.Put(name, FileOf(rows, flow), time += UploadSequence.Millisecond);
        await hub.ProcessAsync(name);
        return id;
    }

    private async Task<DraftKey> TakeInAsync(string sender, string period, string rows, string flow = Flow)
    {
        DraftKey key = DraftKey.Parse(sender, (++files).ToString("x32", provider: null))!;
        await hub.Get<SendingDesk>().TakeInAsync(
            key, new DraftFacts("a.csv", "x", flow, period),
            new MemoryStream(Encoding.UTF8.GetBytes(FileOf(rows, flow))), default);
        return key;
    }

    private async Task<DraftCheck> CheckAsync(string sender, string period, string rows, string flow = Flow) =>
        await FindAsync(sender, await TakeInAsync(sender, period, rows, flow));

    private SendingParty PartyOf(string sender) => new(hub.Ambito, hub.Ambito.FindSender(sender)!, "x/qualcuno");

    private async Task<DraftState> StateAsync(string sender, DraftKey key) =>
        (await hub.Get<SendingDesk>().FindAsync(PartyOf(sender), key, default))!;

    private async Task<DraftCheck> FindAsync(string sender, DraftKey key) => (await StateAsync(sender, key)).Check!;
}
