using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Home;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;
using PianoZona.Ledger;
using PianoZona.Testing;
using Xunit.Abstractions;

namespace PianoZona.EndToEnd;

/// <summary>A page of a body asks the storage as often with an empty archive and with one of twenty years.</summary>
public sealed class PageCostTests(AzuriteFixture azurite, ITestOutputHelper output) : IClassFixture<AzuriteFixture>
{
    // Together more than one answer of the service holds (1,000 entities): others' files would be seen to cost.
    private const int Comuni = 5;
    private const int Years = 20;
    private const int FirstYear = 2006;
    private const string Body = "018030";
    private const string Hash = "0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public async Task Show_ArchiveOfTwentyYears_AsksTheStorageAsOftenAsWithAnEmptyOne()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        AmbitoSet all = await hub.Get<IAmbitoDirectory>().GetAsync(default);
        Ambito ambito = all.Find(TestAmbito.Code)!;
        await FillAsync(hub, FirstYear, 1);
        await AskAsync(hub, ambito); // What others sent is remembered for a time.
        (long Home, long Sent) one = await AskAsync(hub, ambito);
        await FillAsync(hub, FirstYear + 1, Years - 1);
        (long Home, long Sent) twenty = await AskAsync(hub, ambito);

        output.WriteLine($"one year {one}, twenty {twenty}");
        Assert.Equal(one, twenty);
        Assert.InRange(twenty.Home + twenty.Sent, 2, 8);
        Assert.Equal(
            Years * FlowCatalogue.All.Count,
            (await hub.Get<SentFiles>().ListAsync(ambito, [ambito.FindSender(Body)!], default)).Count);
    }

    private static async Task<(long Home, long Sent)> AskAsync(QuietHub hub, Ambito ambito)
    {
        Sender body = ambito.FindSender(Body)!;
        long before = hub.Faults.Calls;
        await hub.Get<BodyHome>().FindAsync(ambito, body, default);
        long between = hub.Faults.Calls;
        await hub.Get<SentFiles>().ListAsync(ambito, [body], default);
        await hub.Get<SentForBodies>().ListAsync(ambito, body, default);
        return (between - before, hub.Faults.Calls - between);
    }

    // One file of each flow and year of each Comune; the receipts of one of them.
    private static Task FillAsync(QuietHub hub, int first, int years) => Parallel.ForEachAsync(
        from year in Enumerable.Range(first, years)
        from flow in FlowCatalogue.All
        from sender in TestAmbito.Comuni.Take(Comuni)
        select new UploadSlot(TestAmbito.Code, sender, flow.Code, year.ToString(CultureInfo.InvariantCulture)),
        new ParallelOptions { MaxDegreeOfParallelism = 16 },
        async (slot, cancel) =>
        {
            ReceiptId id = ReceiptId.For($"{slot.Sender}/{slot.Flow}/{slot.Period}/a.csv", 1, string.Empty);
            LedgerEntry entry = new(
                new FundKey("DDN", 2024), EntryKind.Committed, slot.Sender, "SAD", new Money(1), RowSet.Parse("2-9"));
            await hub.Get<ILedger>().RecordAsync(
                new Posting(slot, 1, id.Text, Hash, 8, [slot.Sender], [entry]), known: null, cancel);
            if (slot.Sender == Body)
            {
                await hub.Get<IReceiptStore>().StoreAsync(Of(id, slot), cancel);
            }
        });

    private static Receipt Of(ReceiptId id, UploadSlot slot) => new(
        id.Text, slot.Sender, slot.Flow, slot.Period, "a.csv", Hash, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch,
        "1", Outcome.Accepted, new RowCounts(8, 8, 0, 0), [], [], [],
        new Dictionary<string, int>(StringComparer.Ordinal));
}
