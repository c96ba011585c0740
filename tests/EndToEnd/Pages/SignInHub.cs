using PianoZona.Cli.Local;
using PianoZona.EndToEnd.Support;
using PianoZona.Testing;

namespace PianoZona.EndToEnd.Pages;

/// <summary>A whole hub as <c>up</c> starts it: people sign in at its page.</summary>
public sealed class SignInHub : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-accesso-");
    private LocalHub? hub;

    public Uri Address => hub!.Address;

    public async Task InitializeAsync()
    {
        string storage = await AzuriteAccounts.NewAsync();
        LocalHubSettings settings = new(folder.FullName, storage, 0, null)
        {
            SignInPage = true, Workers = TestWorkers.InProcess(),
        };
        Dictionary<string, string> documents = new(StringComparer.Ordinal) { [TestAmbito.Code] = TestAmbito.Json };
        hub = await LocalHub.StartAsync(settings, documents, _ => { }, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await hub!.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
