using System.Globalization;
using Azure.Storage.Queues;
using PianoZona.Testing;

namespace PianoZona.LocalHost.Tests;

/// <summary>The sample application under the local host, with queues and a journal of its own.</summary>
public sealed class SampleHost : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-host-");
    private readonly string storage;
    private LocalFunctionsHost? host;

    private SampleHost(string storage) => this.storage = storage;

    public static string Application => Path.Combine(AppContext.BaseDirectory, "campione");

    public LocalFunctionsHost Host => host!;

    public string[] Journal => File.Exists(JournalFile) ? File.ReadAllLines(JournalFile) : [];

    private string JournalFile => Path.Combine(folder.FullName, "giornale.txt");

    /// <summary>An emulator's account of its own is a place where nothing else waits: a host a class.</summary>
    public static async Task<SampleHost> StartAsync(
        AzuriteFixture azurite,
        TimeSpan? drain = null,
        string? application = null,
        params (string Key, string Value)[] settings)
    {
        SampleHost sample = new(azurite.ConnectionString);
        await sample.StartAgainAsync(drain, application, settings);
        return sample;
    }

    public async Task StartAgainAsync(
        TimeSpan? drain = null, string? application = null, params (string Key, string Value)[] settings)
    {
        Dictionary<string, string?> all = new(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = storage,
            ["Journal"] = JournalFile,
            ["EverySecond"] = "0 0 0 1 1 *",
        };
        foreach ((string key, string value) in settings)
        {
            all[key] = value;
        }

        host = await LocalFunctionsHost.StartAsync(
            new LocalHostSettings(application ?? Application, all) { DrainLimit = drain ?? TimeSpan.FromSeconds(15) },
            default);
    }

    public async Task StopAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
            host = null;
        }
    }

    public async Task<QueueClient> QueueAsync(string name, bool plain = false)
    {
        QueueClient queue = new(
            storage,
            name,
            new QueueClientOptions { MessageEncoding = plain ? QueueMessageEncoding.None : QueueMessageEncoding.Base64 }
        );
        await queue.CreateIfNotExistsAsync();
        return queue;
    }

    public async Task SendAsync(string queue, string message) =>
        await (await QueueAsync(queue)).SendMessageAsync(message);

    /// <summary>Lets the function that waits for a sign go on.</summary>
    public void Sign(string message) => File.WriteAllText(Path.Combine(folder.FullName, message), string.Empty);

    public async Task<string> LineAsync(Func<string, bool> isIt)
    {
        await EventuallyAsync(() => Task.FromResult(Journal.Any(isIt)));
        return Journal.First(isIt);
    }

    public Task CountAsync(string line, int count) =>
        EventuallyAsync(() => Task.FromResult(Journal.Count(one => one == line) >= count));

    public async Task EmptyAsync(string queue) => await EventuallyAsync(async () =>
        (await (await QueueAsync(queue)).GetPropertiesAsync()).Value.ApproximateMessagesCount == 0);

    public static Task EventuallyAsync(Func<Task<bool>> condition) => Patience.UntilAsync(condition);

    /// <summary>Process of the worker that serves HTTP now.</summary>
    public async Task<int> WorkerAsync()
    {
        using HttpClient client = new() { BaseAddress = Host.Address };
        return int.Parse(
            await client.GetStringAsync(new Uri("prova/processo", UriKind.Relative)), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        folder.Delete(recursive: true);
    }
}
