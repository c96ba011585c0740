using System.ComponentModel.DataAnnotations;

namespace PianoZona.Functions.Hosting;

/// <summary>The hub's own settings (section <c>PianoZona</c>), all validated at start.</summary>
public sealed class HubOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "PianoZona";

    /// <summary>When uploads without a receipt are looked for (NCRONTAB with seconds, UTC).</summary>
    [Required]
    public string SweepSchedule { get; set; } = "0 */15 * * * *";

    /// <summary>When everything is reconciled anew (NCRONTAB with seconds, UTC).</summary>
    [Required]
    public string NightlySchedule { get; set; } = "0 30 1 * * *";

    /// <summary>
    /// When reminders go out (NCRONTAB with seconds, UTC): from 06:30 in Italy, which is 04:30 in summer and 05:30 in winter, every hour of the
    /// working day, for who wants them later and for what could not be sent before. A run before six in Italy does nothing, and one that finds
    /// nothing left to do sends nothing.
    /// </summary>
    [Required]
    public string ReminderSchedule { get; set; } = "0 30 4-16 * * 1-5";

    /// <summary>
    /// When the Ufficio di Piano is told of new findings and, once a week, of the week (NCRONTAB with seconds, UTC): 07:00 in Italy is 05:00 in
    /// summer and 06:00 in winter. A run before seven in Italy does nothing.
    /// </summary>
    [Required]
    public string OfficeSchedule { get; set; } = "0 0 5,6 * * 1-5";

    /// <summary>The mailbox that reminders are sent from (user principal name); empty = no reminders are sent.</summary>
    public string? Mailbox { get; set; }

    /// <summary>Where the hub's pages are, for the links in messages; empty = messages have no links.</summary>
    [Url]
    public string? PublicAddress { get; set; }

    /// <summary>On one machine only: a service that speaks as Microsoft Graph does, with the version. The hub refuses to start with it in Azure.</summary>
    [Url]
    public string? GraphAddress { get; set; }

    /// <summary>Age at which an upload without a receipt counts as missed by the event: younger ones may have their event under way.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan SweepMinimumAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long an upload may wait for its receipt, and how long ago the last sweep may be, before the hub is not in order: more than the
    /// time between two sweeps.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan HealthPatience { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long the configuration of the Ambiti is used before it is asked for again.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan ConfigurationRefresh { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Largest file, in bytes.</summary>
    [Range(1024, 1L << 31)]
    public long MaxFileBytes { get; set; } = 50L * 1024 * 1024;

    /// <summary>Most data rows in a file.</summary>
    [Range(1, 10_000_000)]
    public int MaxRows { get; set; } = 1_000_000;

    /// <summary>
    /// On one machine only: who asks, when nobody signed in, as <c>ruolo:mittente</c>, e.g. <c>ufficio-di-piano:ente-udp</c>.
    /// The hub refuses to start with it in Azure.
    /// </summary>
    public string? DevelopmentIdentity { get; set; }
}
