namespace PianoZona.Functions;

/// <summary>
/// The application settings that a deployment gives: what infra/bicep sets is exactly this list (a test compares them).
/// </summary>
/// <remarks>
/// Names as Azure shows them: <c>__</c> stands for the <c>:</c> of .NET configuration. No setting holds a secret.
/// </remarks>
public static class SettingNames
{
    /// <summary>Account of the host's own state (timers, leases). Read by the Functions host.</summary>
    public const string HostStorageAccount = "AzureWebJobsStorage__accountName";

    /// <summary>How the host signs in to it: <c>managedidentity</c>. Read by the Functions host.</summary>
    public const string HostStorageCredential = "AzureWebJobsStorage__credential";

    /// <summary>Client id of the identity it uses. Read by the Functions host.</summary>
    public const string HostStorageClientId = "AzureWebJobsStorage__clientId";

    /// <summary>Under which name the host keeps timers and locks. Read by the Functions host.</summary>
    public const string HostId = "AzureFunctionsWebHost__hostid";

    /// <summary><c>true</c>: the host shows no page of its own. Read by the Functions host.</summary>
    public const string DisableHomepage = "AzureWebJobsDisableHomepage";

    /// <summary>Address of the blobs: inbox, receipts, archive, configuration.</summary>
    public const string BlobServiceUri = "Archiviazione__blobServiceUri";

    /// <summary>Address of the queues; the queue triggers' connection reads it too.</summary>
    public const string QueueServiceUri = "Archiviazione__queueServiceUri";

    /// <summary>Address of the tables.</summary>
    public const string TableServiceUri = "Archiviazione__tableServiceUri";

    /// <summary>How the queue triggers sign in: <c>managedidentity</c>.</summary>
    public const string StorageCredential = "Archiviazione__credential";

    /// <summary>Client id of the identity that reads and writes the data.</summary>
    public const string StorageClientId = "Archiviazione__clientId";

    /// <summary>When uploads without a receipt are looked for: NCRONTAB with seconds, UTC.</summary>
    public const string SweepSchedule = "SweepSchedule";

    /// <summary>When everything is reconciled anew: NCRONTAB with seconds, UTC.</summary>
    public const string NightlySchedule = "NightlySchedule";

    /// <summary>Age at which an upload without a receipt counts as missed by its event, as hh:mm:ss.</summary>
    public const string SweepMinimumAge = "PianoZona__SweepMinimumAge";

    /// <summary>How long the configuration of the Ambiti is used before it is asked for again, as hh:mm:ss.</summary>
    public const string ConfigurationRefresh = "PianoZona__ConfigurationRefresh";

    /// <summary>
    /// When reminders go out: NCRONTAB with seconds, UTC. From 06:30 in Italy, which is 04:30 in summer and 05:30 in
    /// winter, every hour of the working day, for who wants them later and for what could not be sent before. A run
    /// before six in Italy does nothing, and one that finds nothing left to do sends nothing.
    /// </summary>
    public const string ReminderSchedule = "ReminderSchedule";

    /// <summary>
    /// When the Ufficio di Piano is told of new discrepancies and, once a week, of the week: NCRONTAB with seconds,
    /// UTC. 07:00 in Italy is 05:00 in summer and 06:00 in winter. A run before seven in Italy does nothing.
    /// </summary>
    public const string OfficeSchedule = "OfficeSchedule";

    /// <summary>The mailbox that reminders are sent from; empty = none are sent.</summary>
    public const string Mailbox = "PianoZona__Mailbox";

    /// <summary>Where the hub's pages are, for links in messages.</summary>
    public const string PublicAddress = "PianoZona__PublicAddress";

    /// <summary>How anybody may reach the Ufficio di Piano, on the public pages.</summary>
    public const string OfficeContact = "PianoZona__Avvisi__OfficeContact";

    /// <summary>Address of the accessibility statement on the site of AgID.</summary>
    public const string AccessibilityStatement = "PianoZona__Avvisi__AccessibilityStatement";

    /// <summary>The controller of the data, on the public pages.</summary>
    public const string DataController = "PianoZona__Avvisi__DataController";

    /// <summary>How to reach the data protection officer, on the public pages.</summary>
    public const string DataProtectionContact = "PianoZona__Avvisi__DataProtectionContact";

    /// <summary>Largest file, in bytes.</summary>
    public const string MaxFileBytes = "PianoZona__MaxFileBytes";

    /// <summary>Most data rows in a file.</summary>
    public const string MaxRows = "PianoZona__MaxRows";

    /// <summary>Where telemetry goes. Read by the Functions host.</summary>
    public const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        HostStorageAccount,
        HostStorageCredential,
        HostStorageClientId,
        HostId,
        DisableHomepage,
        BlobServiceUri,
        QueueServiceUri,
        TableServiceUri,
        StorageCredential,
        StorageClientId,
        SweepSchedule,
        NightlySchedule,
        SweepMinimumAge,
        ConfigurationRefresh,
        ReminderSchedule,
        OfficeSchedule,
        Mailbox,
        PublicAddress,
        OfficeContact,
        AccessibilityStatement,
        DataController,
        DataProtectionContact,
        MaxFileBytes,
        MaxRows,
        ApplicationInsights,
    ];
}
