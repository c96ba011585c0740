using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub;
using PianoZona.Hub.Ports;
using PianoZona.Storage;
using PianoZona.Testing;

namespace PianoZona.EndToEnd;

/// <summary>Messages that cannot be read, through the real triggers: kept, neither lost nor in a loop.</summary>
public sealed class RejectedMessagesTests(RejectedMessagesTests.Shared shared)
    : IClassFixture<RejectedMessagesTests.Shared>
{
    private const string NoJson = "Il messaggio non è in JSON, né come testo né in base64.";
    private const string Plain = "né base64 né JSON!";

    private static readonly (string Body, string Reason)[] Unreadable =
    [
        ("null", "Il messaggio è «null»: non dice nulla."),
        ("{\"Ambito\":", NoJson),
        ("{\"nome\":\"perché\"}", "Nel messaggio mancano dati, o hanno un'altra forma (in $)."),
    ];

    public static TheoryData<string> Queues => [.. StorageLayout.Queues];

    [Theory]
    [MemberData(nameof(Queues))]
    public async Task Message_ThatCannotBeRead_IsKeptWithTheReasonAndDone(string queue)
    {
        QueueClient base64 = shared.Hub.Queues.GetQueueClient(queue);
        foreach ((string body, _) in Unreadable)
        {
            await base64.SendMessageAsync(body);
        }

        await PlainQueue(queue).SendMessageAsync(Plain);
        await HubFixture.EventuallyAsync(async () => (await KeptAsync(queue)).Count == Unreadable.Length + 1);

        // Those that failed would be invisible for now, and counted all the same.
        await HubFixture.EventuallyAsync(async () => await CountAsync(queue) == 0);
        (string, string)[] expected = [.. Unreadable, (Plain, NoJson)];
        Assert.Equal(expected.Order(), (await KeptAsync(queue)).Select(kept => (kept.Body, kept.Reason)).Order());
        Assert.All(await KeptAsync(queue), kept => Assert.Equal(queue, kept.Queue));
        Assert.Equal(0, queue.EndsWith("-poison", StringComparison.Ordinal) ? 0 : await CountAsync(queue + "-poison"));
    }

    [Fact]
    public async Task Message_InPlainJson_IsReadAllTheSame()
    {
        const string Name = "018030/spesa-sociale/2021/a.csv";
        string subject = $"/blobServices/default/containers/{StorageNames.Inbox}/blobs/{Name}";
        ReceiptId id = await shared.Hub.PutAsync(Name, Csv.Spending("018030", 2021, ("ANZIANI", "1,00")));
        BlobCreatedEvent created = new("1", BlobCreatedEvent.BlobCreated, subject, DateTimeOffset.UnixEpoch);
        await PlainQueue(StorageNames.UploadEvents).SendMessageAsync(MessageBody.Write(created));

        Assert.Equal(Outcome.Accepted, (await shared.Hub.ReceiptAsync(id, Name)).Outcome);
    }

    [Fact]
    public async Task Message_ThatCannotBeRead_IsToldWithoutItsBody()
    {
        LogLines log = new();
        using QuietHub hub = await QuietHub.StartAsync(
            shared.Azurite, parts => parts.AddLogging(logging => logging.AddProvider(log)));
        await hub.Get<MessageIntake>().TakeAsync<MailMessage>(
            "posta", "Mario Rossi", (_, _) => Task.FromException(new InvalidOperationException()), default);

        (LogLevel level, EventId number, string text) = Assert.Single(log.Of<MessageIntake>());
        Assert.Equal((LogLevel.Error, 206), (level, number.Id));
        Assert.StartsWith(MessageIntake.RejectedLog, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rossi", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_Long_IsKeptInItsBeginningAndOnce()
    {
        using QuietHub hub = await QuietHub.StartAsync(shared.Azurite);
        string body = new('x', 60_000);
        string first = await hub.Get<IRejectedMessages>().KeepAsync("posta", body, "Un motivo.", default);
        string again = await hub.Get<IRejectedMessages>().KeepAsync("posta", body, "Un motivo.", default);

        RejectedMessage kept = await ReadAsync(hub.Blobs, first);
        Assert.Equal(first, again);
        Assert.Equal((60_000, RejectedMessages.BodyKept), (kept.Length, kept.Body.Length));
    }

    private async Task<List<RejectedMessage>> KeptAsync(string queue)
    {
        List<RejectedMessage> kept = [];
        foreach (string name in await shared.Hub.NamesAsync(StorageNames.RejectedMessages))
        {
            if (name.StartsWith(queue + "/", StringComparison.Ordinal))
            {
                kept.Add(await ReadAsync(shared.Hub.Blobs, name));
            }
        }

        return kept;
    }

    private async Task<int> CountAsync(string queue) =>
        (await shared.Hub.Queues.GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    // Bodies as they are sent.
    private QueueClient PlainQueue(string name) => shared.Hub.Services.GetRequiredService<StorageConnection>()
        .Queues(new QueueClientOptions()).GetQueueClient(name);

    private static async Task<RejectedMessage> ReadAsync(BlobServiceClient blobs, string name)
    {
        BlobClient blob = blobs.GetBlobContainerClient(StorageNames.RejectedMessages).GetBlobClient(name);
        string json = (await blob.DownloadContentAsync()).Value.Content.ToString();
        return JsonSerializer.Deserialize<RejectedMessage>(json, JsonSerializerOptions.Web)!;
    }

    /// <summary>A hub with its triggers, and an emulator for what has none.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        public HubFixture Hub { get; } = new();

        public AzuriteFixture Azurite { get; } = new();

        public async Task InitializeAsync()
        {
            await Hub.InitializeAsync();
            await Azurite.InitializeAsync();
        }

        public async Task DisposeAsync()
        {
            await Hub.DisposeAsync();
            await Azurite.DisposeAsync();
        }
    }
}
