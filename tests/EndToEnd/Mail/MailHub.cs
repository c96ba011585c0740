using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Cli.Local;
using PianoZona.Contracts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Support;
using PianoZona.Functions.Hosting;
using PianoZona.Hub.Mail;
using PianoZona.Hub.Ports;
using PianoZona.LocalHost;
using PianoZona.LocalServices.MailSandbox;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Mail;

/// <summary>
/// A whole hub with the Ambito of the demonstration (27 Comuni of Oglio Po), and the mail sandbox that its Graph client
/// talks to.
/// </summary>
public class MailHub : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2026, 6, 15);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-posta-");
    private MailSandboxServer? sandbox;
    private LocalHub? hub;
    private long sequence = new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    public SandboxStore Mail => sandbox!.Store;

    public Uri Page => sandbox!.Page;

    public Uri Address => hub!.Address;

    public T Get<T>()
        where T : notnull => hub!.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        sandbox = await MailSandboxServer.StartAsync(
            0, new ShiftedTime(ShiftedTime.ToNoonOf(Today)), CancellationToken.None);
        LocalHubSettings settings = new(folder.FullName, await AzuriteAccounts.NewAsync(), Port: 0, Today)
        {
            GraphAddress = sandbox.GraphAddress,
            BelievesSignIn = !HasSignInPage,
            SignInPage = HasSignInPage,
            Workers = Workers,
        };
        Dictionary<string, string> documents = new(StringComparer.Ordinal)
        {
            [AmbitoCode] = Configured(DataFolder.Read(DemoData.Folder).Documents["oglio-po"]),
        };
        hub = await LocalHub.StartAsync(settings, documents, _ => { }, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await hub!.DisposeAsync();
        await sandbox!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Whether people sign in at its page; else it believes the header of a sign-in.</summary>
    protected virtual bool HasSignInPage => false;

    /// <summary>How the worker comes to be; null = as a process, as it is deployed.</summary>
    protected virtual IWorkerStarter? Workers => TestWorkers.InProcess();

    /// <summary>Code of the Ambito.</summary>
    protected virtual string AmbitoCode => "oglio-po";

    /// <summary>The configuration of the Ambito, from that of the demonstration.</summary>
    protected virtual string Configured(string document) => document;

    /// <summary>Sends a file and waits for its receipt and for what follows from it.</summary>
    public Task<ReceiptId> SendAsync(string name, string content) => SendAsync(name, BinaryData.FromString(content));

    /// <summary>Sends a file and waits for its receipt and for what follows from it.</summary>
    public async Task<ReceiptId> SendAsync(string name, BinaryData content)
    {
        long place = Interlocked.Increment(ref sequence);
        BlobUploadOptions options = new()
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ReceivedFile.SequenceMetadata] = place.ToString(CultureInfo.InvariantCulture),
            },
        };
        BlobClient blob = Get<BlobServiceClient>().GetBlobContainerClient(StorageNames.Inbox).GetBlobClient(name);
        await blob.UploadAsync(content, options);
        ReceiptId id = ReceiptId.For(name, place, string.Empty);
        await HubFixture.EventuallyAsync(async () =>
            await Get<IReceiptStore>().FindAsync(id, default) is not null && !await blob.ExistsAsync());
        return id;
    }

    public async Task<bool> IsInAsync(string container, string name) =>
        await Get<BlobServiceClient>().GetBlobContainerClient(container).GetBlobClient(name).ExistsAsync();

    /// <summary>Waits until no message waits in a queue and no function runs.</summary>
    public Task IdleAsync() => HubFixture.EventuallyAsync(async () =>
    {
        foreach (string queue in (string[])[StorageNames.UploadEvents, StorageNames.Reconciliations, StorageNames.Mail])
        {
            QueueClient client = Get<QueueServiceClient>().GetQueueClient(queue);
            if ((await client.GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
            {
                return false;
            }
        }

        return hub!.Running == 0;
    });

    public Task<int> RemindAsync(DateOnly day) => Get<ReminderPipeline>().RunAsync(day, hour: null, default);

    /// <summary>Asks over HTTP as somebody who signed in.</summary>
    public async Task<HttpResponseMessage> AskAsync(
        string role, string sender, HttpMethod method, string path, string? body = null)
    {
        using HttpClient client = new() { BaseAddress = Address };
        string principal = JsonSerializer.Serialize(
            new
            {
                role_typ = "roles",
                claims = new[] { new { typ = "roles", val = role }, new { typ = "mittente", val = sender } },
            });
        client.DefaultRequestHeaders.Add(
            "X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(Encoding.UTF8.GetBytes(principal)));
        using HttpRequestMessage request = new(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await client.SendAsync(request);
    }
}

/// <summary>The same with the published folder, its worker a process of its own, as it is deployed.</summary>
public sealed class PublishedHub : MailHub
{
    protected override IWorkerStarter? Workers => null;
}
