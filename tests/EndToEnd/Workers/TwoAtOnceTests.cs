using Azure.Core;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Storage;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Workers;

/// <summary>Two messages for one file at once, in the genuine worker.</summary>
public sealed class TwoAtOnceTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    // Where both must have come before either goes on.
    private static readonly (RequestMethod Method, string Path)[] Meetings =
    [
        (RequestMethod.Get, $"/{StorageNames.Inbox}/"),
        (RequestMethod.Put, $"/{StorageNames.Archive}/"),
        (RequestMethod.Post, "/$batch"),
        (RequestMethod.Put, ".json"),
        (RequestMethod.Delete, $"/{StorageNames.Inbox}/"),
    ];

    [Fact]
    public async Task Upload_TwoMessagesMeetingAnywhere_HasOneReceiptAndOnePosting()
    {
        await using InProcessHub hub = await InProcessHub.StartAsync(azurite);
        foreach ((int number, (RequestMethod method, string path)) in Meetings.Index())
        {
            int year = 2020 + number;
            string period = $"{year:D4}";
            string name = $"018137/spesa-sociale/{period}/a.csv";
            BinaryData content = BinaryData.FromString(Csv.Spending("018137", year, ("ANZIANI", "5,00")));
            ReceiptId id = await hub.PutAsync(name, content, 1);
            Meeting meeting = new();
            hub.Faults.WaitsFor = request =>
                request.Method == method && request.Uri.Path.Contains(path, StringComparison.Ordinal)
                    ? meeting.ArriveAsync()
                    : Task.CompletedTask;
            await Task.WhenAll(hub.AnnounceAsync(name), hub.AnnounceAsync(name));
            Receipt receipt = await hub.ReceiptAsync(id, name);

            Assert.True(meeting.Arrivals >= 2);
            Assert.Equal((Outcome.Accepted, 1), (receipt.Outcome, receipt.Rows.Read));
            Assert.Equal([id.Path + ".json"], await hub.ReceiptsAsync(id));
            Assert.Equal([id.Text], await hub.PostingsAsync("spesa-sociale", period));
            FundState state = await hub.StateAsync("COM", year);
            Assert.Equal(Money.Parse("5.00"), state.Balances[0].Paid);
            Assert.Equal(id.Text, Assert.Single(state.Contributions).ReceiptId);
        }

        Assert.True(hub.Ended.Count(run => run.Function == "UploadArrived") >= 2 * Meetings.Length);
        Assert.Equal(0, await hub.CountAsync(PoisonQueues.UploadEvents));
    }

    // The first two that come go on together; who comes later does not wait.
    private sealed class Meeting
    {
        private readonly TaskCompletionSource both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int arrivals;

        public int Arrivals => Volatile.Read(ref arrivals);

        public Task ArriveAsync()
        {
            if (Interlocked.Increment(ref arrivals) >= 2)
            {
                both.TrySetResult();
            }

            return both.Task;
        }
    }
}
