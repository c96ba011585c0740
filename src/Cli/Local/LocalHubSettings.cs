using PianoZona.Functions;
using PianoZona.Functions.Hosting;
using PianoZona.LocalHost;
using PianoZona.Storage;

namespace PianoZona.Cli.Local;

/// <summary>How a hub runs on one machine.</summary>
/// <param name="StateFolder">Where its storage lives.</param>
/// <param name="Storage">Connection string of an emulator that runs already; null = start one.</param>
/// <param name="Port">Port of the pages; 0 = any free one.</param>
/// <param name="Today">The day it shall be; null = today.</param>
internal sealed record LocalHubSettings(string StateFolder, string? Storage, int Port, DateOnly? Today)
{
    private const string OwnMailbox = "ufficio.piano@pianozona.invalid";

    /// <summary>Where mail goes, a service that speaks as Microsoft Graph does; null = no mail is sent.</summary>
    public Uri? GraphAddress { get; init; }

    /// <summary>Whether people sign in at its page, where they choose who they are.</summary>
    public bool SignInPage { get; init; }

    /// <summary>Whether it believes the header of a sign-in, which here anybody can write: for tests.</summary>
    public bool BelievesSignIn { get; init; }

    /// <summary>Age at which a file that nobody announced is taken up all the same.</summary>
    public TimeSpan SweepMinimumAge { get; init; }

    /// <summary>How the application's worker comes to be; null = as a process of its own, as in Azure.</summary>
    public IWorkerStarter? Workers { get; init; }

    /// <summary>How long functions under way may go on when it stops; the real host gives them as long.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Application settings that go before those below.</summary>
    public IReadOnlyDictionary<string, string?> Others { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The application settings that this comes to.</summary>
    public Dictionary<string, string?> ApplicationSettings(string connectionString)
    {
        Dictionary<string, string?> settings = Own(connectionString);
        foreach ((string name, string? value) in Others)
        {
            settings[name] = value;
        }

        return settings;
    }

    private Dictionary<string, string?> Own(string connectionString) => new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = connectionString,
        [StorageConnection.Name] = connectionString,
        // One user waits in front of it; six queues asked ten times a second would take a fifth of a processor.
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.5",
        [SettingNames.SweepSchedule] = "* * * * * *",
        [SettingNames.NightlySchedule] = "0 30 1 * * *",
        [SettingNames.ReminderSchedule] = "0 30 4-16 * * 1-5",
        [SettingNames.OfficeSchedule] = "0 0 5,6 * * 1-5",
        ["PianoZona__GraphAddress"] = GraphAddress?.ToString(),
        [SettingNames.Mailbox] = GraphAddress is null ? null : OwnMailbox,
        [SettingNames.SweepMinimumAge] = SweepMinimumAge.ToString("c"),
        ["PianoZona__LocalSignIn"] = SignInPage ? bool.TrueString : null,
        [AzurePlatform.AuthenticationEnabled] = BelievesSignIn ? bool.TrueString : null,
        ["PianoZona__ClockShift"] = Today is { } day ? ShiftedTime.ToNoonOf(day).ToString("c") : null,
        ["Logging__LogLevel__Default"] = "Warning",
        // The host tells of a function that failed.
        ["Logging__LogLevel__Microsoft.Azure.Functions.Worker"] = "None",
        [$"Logging__LogLevel__{UploadCost.Category}"] = "Information",
    };
}
