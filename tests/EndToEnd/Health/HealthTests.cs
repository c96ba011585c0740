using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Health;
using PianoZona.Hub;
using PianoZona.Hub.Uploads;
using PianoZona.Notification.Sending;
using PianoZona.Storage;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Health;

/// <summary>What <c>/api/diagnosi</c> sees, on the real emulator, with a clock that a test moves on.</summary>
public sealed class HealthTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Staff = "ufficio-di-piano";

    private static readonly IConfiguration SignInIsOn = new ConfigurationBuilder()
        .AddInMemoryCollection([
            KeyValuePair.Create<string, string?>(AzurePlatform.AuthenticationEnabled, bool.TrueString),
        ])
        .Build();
    private const string File = "018030/spesa-sociale/2020/a.csv";

    private readonly InstantTime clock = new(TimeProvider.System.GetUtcNow());
    private readonly Roster roster = new();

    [Fact]
    public async Task Answer_AllInOrder_TakesThreeTransactionsForThirtySeconds()
    {
        using QuietHub hub = await StartAsync();

        Assert.Equal(3, await CostAsync(hub));
        await Task.Delay(StorageProbe.Holds - TimeSpan.FromSeconds(1), clock);
        Assert.Equal(0, await CostAsync(hub));
        await Task.Delay(TimeSpan.FromSeconds(1), clock);
        Assert.Equal(3, await CostAsync(hub));
        await Task.Delay(TimeSpan.FromHours(1), clock);
        Assert.Equal(3, await CostAsync(hub));
    }

    [Fact]
    public async Task Answer_ManyAtOnce_ShareOneLook()
    {
        using QuietHub hub = await StartAsync();
        long before = hub.Counter.Total;

        (int Status, JObject Body)[] answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => AskAsync(hub, Staff))));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(3, hub.Counter.Total - before);
    }

    [Fact]
    public async Task Answer_CallerWhoGivesUp_LeavesTheLookToTheOthers()
    {
        using QuietHub hub = await StartAsync();
        using CancellationTokenSource gone = new();
        Task<StorageView> given = hub.Get<StorageProbe>().ViewAsync(gone.Token);
        Task<StorageView> other = hub.Get<StorageProbe>().ViewAsync(default);
        await gone.CancelAsync();

        Assert.Empty((await other).Faults);
        Assert.True(given.IsCanceled || given.IsCompletedSuccessfully);
    }

    public static TheoryData<string, string> Parts()
    {
        TheoryData<string, string> parts = [];
        StorageLayout.Containers.ToList().ForEach(name => parts.Add("contenitore", name));
        StorageLayout.Queues.ToList().ForEach(name => parts.Add("coda", name));
        StorageLayout.Tables.ToList().ForEach(name => parts.Add("tabella", name));
        return parts;
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task Answer_PartIsDeleted_Is503WithItsName(string kind, string name)
    {
        using QuietHub hub = await StartAsync();
        Assert.Equal(200, (await AskAsync(hub, Staff)).Status);

        await DeleteAsync(hub, kind, name);
        Assert.Equal(200, (await AskAsync(hub, Staff)).Status);
        await Task.Delay(StorageProbe.Holds, clock);
        (int status, JObject body) = await AskAsync(hub, Staff);

        Assert.Equal((503, "non in ordine"), (status, (string?)body["stato"]));
        Assert.Contains($" {name}", Assert.Single(body["problemi"]!.Values<string>()), StringComparison.Ordinal);

        await hub.Get<StorageLayout>().EnsureAsync(default);
        await Task.Delay(StorageProbe.Holds, clock);
        Assert.Equal(200, (await AskAsync(hub, Staff)).Status);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("comune", "018030")]
    [InlineData("assemblea", "ente-udp")]
    [InlineData(Staff, "nessuno")]
    public async Task Answer_CallerWhoIsNotStaff_IsToldTheStateOnly(string? role, string? sender)
    {
        using QuietHub hub = await StartAsync();
        roster.Missing = ["UploadArrived"];

        (int status, JObject body) = await AskAsync(hub, role, sender);

        Assert.Equal(503, status);
        Assert.Equal(["stato"], body.Properties().Select(property => property.Name), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Answer_FunctionNotLoaded_Is503AtOnce()
    {
        using QuietHub hub = await StartAsync();
        Assert.Equal(200, (await AskAsync(hub, Staff)).Status);

        roster.Missing = ["UploadArrived", "Sweep"];
        (int status, JObject body) = await AskAsync(hub, Staff);

        Assert.Equal(503, status);
        Assert.Equal(
            ["funzioni: Sweep non è caricata", "funzioni: UploadArrived non è caricata"],
            body["problemi"]!.Values<string>(),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Answer_StorageThatDoesNotAnswer_Is503AndStaffAreStillKnown()
    {
        using QuietHub hub = await StartAsync(services => services.AddSingleton(_ => DeadProbe()));

        (int status, JObject body) = await AskAsync(hub, Staff);

        Assert.Equal(503, status);
        Assert.Equal(
            [
                "archiviazione: contenitori non raggiungibili (RequestFailedException)",
                "archiviazione: code non raggiungibili (RequestFailedException)",
                "archiviazione: tabelle non raggiungibili (RequestFailedException)",
            ],
            body["problemi"]!.Values<string>(),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Answer_ConfigurationNeverRead_KnowsNobodyAndStillAnswers()
    {
        IOptions<HubOptions> options = Options.Create(new HubOptions());
        using BlobAmbitoDirectory unread = new(
            DeadStorage().Blobs(Once(new BlobClientOptions())),
            new HubTimes(TimeSpan.Zero, TimeSpan.Zero),
            clock,
            NullLogger<BlobAmbitoDirectory>.Instance);
        HubHealth answers = new(
            DeadProbe(),
            roster,
            new NoMailbox(),
            new CallerReader(
                unread, new AzurePlatform(SignInIsOn), new LocalSignIn(new AzurePlatform(SignInIsOn), options)),
            options,
            clock,
            NullLogger<HubHealth>.Instance);

        (int status, JObject body) = await AskAsync(answers, Staff, "ente-udp");

        Assert.Equal((503, 1), (status, body.Count));
    }

    [Fact]
    public async Task Answer_FileThatWaits_IsToldWithItsAgeOnceASweepSawIt()
    {
        using QuietHub hub = await StartAsync();
        await hub.PutAsync(File, Csv.Spending("018030", 2020, ("ANZIANI", "1,00")), 1);
        await Task.Delay(TimeSpan.FromMinutes(90), clock);
        await hub.Get<SweepPipeline>().SweepAsync(default);
        (int status, JObject body) = await AskAsync(hub, Staff);

        Assert.Equal(503, status);
        // The emulator writes the file by the real clock, which went on since the test's own was made.
        long minutes = (long)body["minutiDiAttesa"]!;
        Assert.InRange(minutes, 75, 90);
        Assert.Equal(
            $"caricamenti: un file aspetta l'esito da {minutes} minuti",
            Assert.Single(body["problemi"]!.Values<string>()));
        Assert.Equal(JTokenType.Date, body["fileInAttesaDal"]!.Type);

        await hub.ProcessAsync(File);
        await Task.Delay(TimeSpan.FromMinutes(15), clock);
        await hub.Get<SweepPipeline>().SweepAsync(default);
        (status, body) = await AskAsync(hub, Staff);

        Assert.Equal((200, JTokenType.Null), (status, body["minutiDiAttesa"]!.Type));
    }

    [Fact]
    public async Task Answer_SweepsThatStop_AreMissed()
    {
        using QuietHub hub = await StartAsync();
        Assert.Equal(200, (await AskAsync(hub, Staff)).Status);
        await hub.Get<SweepPipeline>().SweepAsync(default);

        await Task.Delay(TimeSpan.FromMinutes(61), clock);
        Assert.Contains(
            "61 minuti",
            Assert.Single((await AskAsync(hub, Staff)).Body["problemi"]!.Values<string>()),
            StringComparison.Ordinal);

        await hub.Get<SweepPipeline>().SweepAsync(default);
        await Task.Delay(StorageProbe.Holds, clock);
        Assert.Equal(200, (await AskAsync(hub, Staff)).Status);
    }

    [Fact]
    public async Task Answer_ConfigurationWithAMistake_Is503OnceASweepSawIt()
    {
        using QuietHub hub = await StartAsync();
        BlobClient wrong = hub.Blobs.GetBlobContainerClient(StorageNames.Configuration).GetBlobClient("errato.json");
        await wrong.UploadAsync(BinaryData.FromString("{}"));
        await Task.Delay(QuietHub.ConfigurationHolds, clock);
        await hub.Get<SweepPipeline>().SweepAsync(default);
        (int status, JObject body) = await AskAsync(hub, Staff);
        await wrong.DeleteAsync();

        Assert.Equal(503, status);
        Assert.Equal("configurazione: un documento contiene errori", Assert.Single(body["problemi"]!.Values<string>()));
    }

    [Fact]
    public async Task Sweep_EverySecond_WritesItsMarkEveryFiveMinutes()
    {
        using QuietHub hub = await StartAsync();
        await hub.Get<SweepPipeline>().SweepAsync(default);
        long before = hub.Counter.Total;

        await Task.Delay(TimeSpan.FromSeconds(1), clock);
        await hub.Get<SweepPipeline>().SweepAsync(default);

        Assert.Equal(1, hub.Counter.Total - before);
    }

    // The mark that an earlier test left would be taken for this test's.
    private async Task<QuietHub> StartAsync(Action<IServiceCollection>? replace = null)
    {
        QuietHub hub = await QuietHub.StartAsync(
            azurite,
            services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.AddSingleton(new AzurePlatform(SignInIsOn));
                services.AddSingleton<IFunctionRoster>(roster);
                replace?.Invoke(services);
            });
        await hub
            .Blobs.GetBlobContainerClient(StorageNames.Inbox)
            .SetMetadataAsync(new Dictionary<string, string>(StringComparer.Ordinal));
        return hub;
    }

    private static async Task<int> CostAsync(QuietHub hub)
    {
        long before = hub.Counter.Total;
        await AskAsync(hub, Staff);
        return (int)(hub.Counter.Total - before);
    }

    private static Task<(int Status, JObject Body)> AskAsync(QuietHub hub, string? role, string? sender = "ente-udp") =>
        AskAsync(hub.Get<HubHealth>(), role, sender);

    private static async Task<(int Status, JObject Body)> AskAsync(HubHealth answers, string? role, string? sender)
    {
        DefaultHttpContext context = new();
        if (role is not null)
        {
            context.Request.Headers[SignedIn.Header] = SignedIn.Principal(role, sender!);
        }

        ContentResult answer = Assert.IsType<ContentResult>(await answers.AnswerAsync(context.Request, default));
        return (answer.StatusCode!.Value, JObject.Parse(answer.Content!));
    }

    private static Task DeleteAsync(QuietHub hub, string kind, string name) => kind switch
    {
        "contenitore" => hub.Blobs.DeleteBlobContainerAsync(name),
        "coda" => hub.Get<QueueServiceClient>().DeleteQueueAsync(name),
        _ => hub.Get<TableServiceClient>().DeleteTableAsync(name),
    };

    private StorageProbe DeadProbe() => new(
        DeadStorage().Blobs(Once(new BlobClientOptions())), DeadStorage().Queues(Once(new QueueClientOptions())),
        DeadStorage().Tables(Once(new TableClientOptions())), clock, NullLogger<StorageProbe>.Instance);

    // Nothing listens on port 1.
    private static StorageConnection DeadStorage() =>
        StorageConnection.From(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        [StorageConnection.Name] =
                            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:1/a;"
                            + "QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a",
                    })
                .Build());

    private static T Once<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 0;
        return options;
    }

    private sealed class Roster : IFunctionRoster
    {
        public IReadOnlyCollection<string> Missing { get; set; } = [];
    }
}
