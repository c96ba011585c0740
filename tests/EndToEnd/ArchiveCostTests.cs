using System.Globalization;
using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Ledger;
using PianoZona.Reconciliation;
using PianoZona.Testing;
using Xunit.Abstractions;

namespace PianoZona.EndToEnd;

/// <summary>One more upload costs the same with an empty archive and with one of twenty years.</summary>
public sealed class ArchiveCostTests(AzuriteFixture azurite, ITestOutputHelper output) : IClassFixture<AzuriteFixture>
{
    private const int Comuni = 27;
    private const int Years = 20;
    private const int FirstYear = 2006;
    private const string Fund = "DDN";

    [Fact]
    public async Task Upload_ArchiveOfTwentyYears_CostsAsWithAnEmptyOne()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        await SendAsync(hub, "2024"); // warms up
        (long Transactions, long Entities) empty = await SendAsync(hub, "2024-T4");
        await FillAsync(hub);
        (long Transactions, long Entities) full = await SendAsync(hub, "2025-T1");
        (long Transactions, long Entities) inAFullYear = await SendAsync(hub, "2020-T1");

        output.WriteLine($"empty {empty}, full {full}, in a year of the archive {inAFullYear}");
        Assert.InRange(full.Transactions, 0.8 * empty.Transactions, 1.2 * empty.Transactions);
        Assert.InRange(full.Entities, 0.8 * empty.Entities, 1.2 * empty.Entities);
        Assert.InRange(inAFullYear.Transactions, 0.8 * empty.Transactions, 1.2 * empty.Transactions);
        Assert.InRange(inAFullYear.Entities, 0.8 * empty.Entities, 1.2 * empty.Entities);
    }

    // What an upload and its reconciliation cost, in transactions and in entities read.
    private static async Task<(long Transactions, long Entities)> SendAsync(QuietHub hub, string period)
    {
        int year = Period.Parse(period).Year;
        (long transactions, long entities) = (hub.Faults.Calls, hub.Reads.Entities);
        string name = $"018110/rendicontazione/{period}/a.csv";
        ReceiptId id = await hub.PutAsync(name, Csv.Expenses("018110", Fund, year, ("10,00", "4,00")), year);
        await hub.ProcessAsync(name);
        Assert.Equal(1, await hub.ReconcileAllAsync());
        Assert.Equal(Outcome.Accepted, (await hub.FindReceiptAsync(id))!.Outcome);
        return (hub.Faults.Calls - transactions, hub.Reads.Entities - entities);
    }

    // 27 Comuni × 12 flows × 20 years in the ledger, and the fund years that they come to.
    private static async Task FillAsync(QuietHub hub)
    {
        ILedger ledger = hub.Get<ILedger>();
        IReconciliationStore store = hub.Get<IReconciliationStore>();
        Posting[] archive =
        [
            .. from year in Enumerable.Range(FirstYear, Years)
               from flow in FlowCatalogue.All
               from comune in Enumerable.Range(1, Comuni)
               select Of(flow.Code, year, comune),
        ];
        Assert.Equal(Comuni * 12 * Years, archive.Length);
        await Parallel.ForEachAsync(
            archive,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (posting, cancel) => await ledger.RecordAsync(posting, known: null, cancel));
        Reconciler reconciler = new(AmbitoDocument.Read(TestAmbito.Json).Ambito!);
        foreach ((FundKey fund, IReadOnlyList<Contribution> contributions) in Reconciler.Contributions(archive))
        {
            FundState state = await store.LoadAsync(TestAmbito.Code, fund, default);
            Assert.True(
                await store.SaveAsync(
                    reconciler.Reconcile(state with { Contributions = [.. state.Contributions, .. contributions] }),
                    default));
        }
    }

    private static Posting Of(string flow, int year, int comune)
    {
        string sender = string.Create(CultureInfo.InvariantCulture, $"9990{comune:00}");
        UploadSlot slot = new(TestAmbito.Code, sender, flow, year.ToString(CultureInfo.InvariantCulture));
        LedgerEntry entry = new(
            new FundKey(Fund, year), EntryKind.Committed, sender, "SAD", new Money(comune), RowSet.Parse("2-9"));
        return new Posting(
            slot,
            1,
            ReceiptId.For($"{sender}/{flow}/{year}/a.csv", 1, string.Empty).Text,
            new string('0', 64),
            8,
            [sender],
            [entry]);
    }
}
