using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;
using PianoZona.Reconciliation;
using PianoZona.Storage.Tables;
using PianoZona.Testing;

namespace PianoZona.Simulation.Tests;

/// <summary>One run: a seed decides the uploads, whose turn it is, and who dies where.</summary>
internal sealed class Run
{
    private const int MaxSteps = 100_000;

    private static readonly Ambito Ambito = new(
        Uploads.Ambito,
        "Ambito simulato",
        null,
        [],
        [],
        [],
        [
            new Fund("FNPS", "FNPS", FundLevel.Stato, [], FundRules.None),
            new Fund("QSFP", "QSFP", FundLevel.Stato, [], FundRules.None),
            new Fund("FNA", "FNA", FundLevel.Stato, [], FundRules.None),
        ],
        [],
        [],
        [],
        DeadlinesAreBuiltIn: true);

    private readonly Random random;
    private readonly SimulatedTables tables = new();
    private readonly Work work = new();
    private readonly Reconciler reconciler = new(Ambito);
    private readonly SimulatedHost[] hosts;
    private readonly List<Posting> uploads;
    private readonly List<Posting> distinct;
    private readonly ILedger ledger;
    private readonly IReconciliationStore store;

    public Run(int seed, int count)
    {
        random = new Random(seed);
        uploads = Uploads.Of(random, count);
        distinct = [.. uploads.DistinctBy(upload => upload.ReceiptId, StringComparer.Ordinal)];
        hosts = [new SimulatedHost(tables, work, reconciler), new SimulatedHost(tables, work, reconciler)];
        ledger = new TableLedger(tables.For(Gate.Open), TimeProvider.System);
        store = new TableReconciliationStore(tables.For(Gate.Open));
    }

    /// <summary>How many times a host died.</summary>
    public int Crashes { get; private set; }

    /// <summary>Runs until nothing is left to do, looking at the books on the way and at the end.</summary>
    public async Task ToTheEndAsync()
    {
        Queue<Posting> arrivals = new(uploads);
        for (
            int step = 0;
            arrivals.Count > 0
                || work.Inbox.Count > 0
                || work.Queue.Count > 0
                || hosts.Any(host => host.Running is not null);
            step++)
        {
            Assert.True(step < MaxSteps, "It never ends.");
            if (arrivals.Count > 0 && random.Next(8) == 0)
            {
                work.Inbox.Add(arrivals.Dequeue());
            }

            Turn(hosts[random.Next(hosts.Length)]);
            if (step % 200 == 0)
            {
                await LookOnTheWayAsync();
            }
        }

        await LookAtTheEndAsync();
    }

    private void Turn(SimulatedHost host)
    {
        if (host.Running is not null)
        {
            bool crash = random.Next(25) == 0;
            Crashes += crash ? 1 : 0;
            host.Step(crash);
        }
        else if (work.Inbox.Count > 0 && (work.Queue.Count == 0 || random.Next(2) == 0))
        {
            // The other host may be at the same one: events come at least once.
            host.Begin(work.Inbox[random.Next(work.Inbox.Count)]);
        }
        else if (work.Queue.Count > 0)
        {
            host.Begin(work.Queue[random.Next(work.Queue.Count)]);
        }
    }

    // Whatever was interrupted, what is in force was uploaded as it stands, and the books balance.
    private async Task LookOnTheWayAsync()
    {
        List<Posting> inForce = await ledger.ListPostingsAsync(Uploads.Ambito, CancellationToken.None).ToListAsync();
        Assert.All(
            inForce,
            posting =>
                Assert.Null(posting.FirstDifference(uploads.First(upload => upload.ReceiptId == posting.ReceiptId))));
        Assert.Empty(LedgerVerification.Of(inForce, [], []).Violations);
    }

    private async Task LookAtTheEndAsync()
    {
        InMemoryLedger model = new(TimeProvider.System);
        foreach (Posting upload in distinct)
        {
            await model.RecordAsync(upload, CancellationToken.None);
        }

        List<Posting> expected = await model.ListPostingsAsync(Uploads.Ambito, CancellationToken.None).ToListAsync();
        List<Posting> inForce = await ledger.ListPostingsAsync(Uploads.Ambito, CancellationToken.None).ToListAsync();
        Assert.Equal(
            expected.Select(posting => posting.ReceiptId).Order(StringComparer.Ordinal),
            inForce.Select(posting => posting.ReceiptId).Order(StringComparer.Ordinal), StringComparer.Ordinal);

        List<FundState> stored = await store.ListAsync(Uploads.Ambito, CancellationToken.None).ToListAsync();
        IEnumerable<FundState> derived = Reconciler
            .Contributions(expected)
            .Select(fund =>
                reconciler.Reconcile(new FundState(Uploads.Ambito, fund.Key, Version: null, fund.Value, [], [])));
        Assert.Empty(
            LedgerVerification.Of(inForce, stored, [.. derived]).Violations.Select(violation => violation.Text));
        long delivered = stored.Find(state => state.Fund == Care.Fund)?.Balances is [{ Delivered: { } sum }, ..]
            ? sum.Cents
            : 0;
        Assert.Equal(Care.DeliveredIn(expected), delivered);
        await LookAtVersionsAsync();
    }

    // Every upload is kept once; those that came into force follow each other without gaps, and their reversals leave
    // the last alone.
    private async Task LookAtVersionsAsync()
    {
        foreach (IGrouping<UploadSlot, Posting> slot in distinct.GroupBy(upload => upload.Slot))
        {
            List<RecordedVersion> versions = [];
            foreach (Posting upload in slot)
            {
                versions.Add(
                    Assert.IsType<RecordedVersion>(
                        await ledger.ReadVersionAsync(slot.Key, upload.ReceiptId, CancellationToken.None)));
            }

            List<LedgerEntry> book = [];
            RecordedVersion? last = null;
            for (RecordedVersion? next = versions.Single(version => version is { CameIntoForce: true, Replaced: null });
                next is not null;
                next = versions.SingleOrDefault(version => version.Replaced == last.Posting.ReceiptId))
            {
                book.AddRange(Storno.Replacement(last?.Posting, next.Posting));
                last = next;
            }

            Posting inForce = (await ledger.ReadCurrentAsync(slot.Key, CancellationToken.None))!;
            Assert.Equal(inForce.ReceiptId, last!.Posting.ReceiptId);
            TrialBalance expected = TrialBalance.Of(inForce.Entries);
            Assert.All(
                TrialBalance.Of(book).Lines,
                line => Assert.Equal(expected.Lines.GetValueOrDefault(line.Key), line.Value));
        }
    }
}
