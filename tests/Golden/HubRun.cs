using Microsoft.Extensions.DependencyInjection;
using PianoZona.Cli.Local;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Discrepancies;
using PianoZona.Testing;

namespace PianoZona.Golden.Tests;

/// <summary>
/// The whole path once, on a hub of its own: a folder of files uploaded, received, posted, reconciled. The hub stays up
/// for the tests.
/// </summary>
public abstract class HubRun : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 2, 2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-golden-");
    private LocalHub? hub;

    /// <summary>Configuration and files.</summary>
    internal abstract DataFolder Data { get; }

    /// <summary>The receipts that the hub stored, by file.</summary>
    internal IReadOnlyDictionary<string, Receipt> Receipts { get; private set; } =
        new Dictionary<string, Receipt>(StringComparer.Ordinal);

    /// <summary>Where the Ambiti stand, by code.</summary>
    internal IReadOnlyDictionary<string, AmbitoReport> Reports { get; private set; } =
        new Dictionary<string, AmbitoReport>(StringComparer.Ordinal);

    /// <summary>The services of the hub.</summary>
    internal IServiceProvider Services => hub!.Services;

    /// <summary>The balance of a fund year for a body, or for the whole Ambito; null when nothing is known.</summary>
    internal Balance? BalanceOf(string ambito, string fund, int year, string? body = null) =>
        FindState(ambito, fund, year)?.Balances.SingleOrDefault(balance => balance.Body == body);

    /// <summary>A fund year; null when nothing is known.</summary>
    internal FundState? FindState(string ambito, string fund, int year) =>
        Reports[ambito].Funds.SingleOrDefault(state => state.Fund == new FundKey(fund, year));

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        DataFolder data = Data;
        LocalHubSettings settings = new(folder.FullName, await AzuriteAccounts.NewAsync(), Port: 0, Today)
        {
            SweepMinimumAge = BatchUpload.SweepMinimumAge,
        };
        hub = await LocalHub.StartAsync(settings, data.Documents, _ => { }, CancellationToken.None);
        IReadOnlyList<PlannedUpload> uploads = await UploadManifest.Open(folder.FullName)
            .PlanAsync(data.Files, Services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
        IReadOnlyList<Receipt> receipts = await hub.Services.GetRequiredService<BatchUpload>()
            .RunAsync(uploads, _ => { }, CancellationToken.None);
        Receipts = uploads
            .Zip(receipts)
            .ToDictionary(pair => pair.First.File.Name, pair => pair.Second, StringComparer.Ordinal);

        AmbitoReporter reporter = Services.GetRequiredService<AmbitoReporter>();
        Dictionary<string, AmbitoReport> reports = new(StringComparer.Ordinal);
        foreach (var ambito in data.Ambiti)
        {
            reports.Add(ambito.Code, await reporter.ReportAsync(ambito, Today, CancellationToken.None));
        }

        Reports = reports;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (hub is not null)
        {
            await hub.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
