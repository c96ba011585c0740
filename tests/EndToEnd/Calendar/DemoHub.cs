using Microsoft.Extensions.DependencyInjection;
using PianoZona.Cli.Local;
using PianoZona.Configuration;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.EndToEnd.Support;
using PianoZona.Functions.Hosting;
using PianoZona.Hub.Mail;
using PianoZona.LocalServices.MailSandbox;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Calendar;

/// <summary>
/// A whole hub with the Ambiti and files of the demonstration: the files came in February, now it is a Monday in
/// December.
/// </summary>
public class DemoHub : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2026, 12, 14);
    private static readonly DateTimeOffset Received = new(2026, 2, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-calendario-");
    private MailSandboxServer? sandbox;
    private LocalHub? hub;

    public Uri Address => hub!.Address;

    public IReadOnlyList<Ambito> Ambiti { get; private set; } = [];

    public IReadOnlyList<Receipt> Receipts { get; private set; } = [];

    public T Get<T>()
        where T : notnull => hub!.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        DataFolder data = DataFolder.Read(DemoData.Folder);
        Dictionary<string, string> documents = data.Documents
            .ToDictionary(pair => pair.Key, pair => Configured(pair.Value), StringComparer.Ordinal);
        Ambiti = [.. documents.Values.Select(document => AmbitoDocument.Read(document).Ambito!)];
        ShiftedTime clock = new(ShiftedTime.ToNoonOf(Today));
        sandbox = await MailSandboxServer.StartAsync(0, clock, CancellationToken.None);
        LocalHubSettings settings = new(folder.FullName, await AzuriteAccounts.NewAsync(), Port: 0, Today)
        {
            GraphAddress = sandbox.GraphAddress,
            BelievesSignIn = true,
            Workers = TestWorkers.InProcess(),
        };
        hub = await LocalHub.StartAsync(settings, documents, _ => { }, CancellationToken.None);
        IReadOnlyList<PlannedUpload> uploads = await UploadManifest.Open(folder.FullName)
            .PlanAsync(data.Files, Received, CancellationToken.None);
        Receipts = await Get<BatchUpload>().RunAsync(uploads, _ => { }, CancellationToken.None);
        foreach (Ambito ambito in Ambiti)
        {
            await Get<OfficePipeline>().RunAsync(ambito, Today, CancellationToken.None);
        }
    }

    public async Task DisposeAsync()
    {
        await hub!.DisposeAsync();
        await sandbox!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>The configuration of an Ambito, from that of the demonstration.</summary>
    protected virtual string Configured(string document) => document;
}

/// <summary>The demonstration with deadlines that its Ambiti have stated.</summary>
public sealed class StatedDeadlinesHub : DemoHub
{
    private const string Deadlines = """
        "deadlines": [
          { "id": "spesa", "title": "Spesa sociale", "flow": "spesa-sociale", "audience": "comune",
            "due": { "yearly": "06-30", "yearOffset": 1 }, "from": 2021, "rollForward": true },
          { "id": "semestre", "title": "Bilancio semestrale", "flow": "indicatori", "audience": "agency",
            "due": { "halfYearly": ["07-31", "01-31"] }, "rollForward": true },
          { "id": "forse", "title": "Rilevazione", "flow": "fsr-rilevazione", "audience": "provider",
            "due": { "yearly": "04-30", "yearOffset": 1 }, "soft": true },
          { "id": "relazione", "title": "Relazione", "audience": "planOffice",
            "due": { "endOfMonth": 2, "yearOffset": 1 } }
        ],
        """;

    protected override string Configured(string document) =>
        document.Insert(document.IndexOf('{', StringComparison.Ordinal) + 1, Deadlines);
}
