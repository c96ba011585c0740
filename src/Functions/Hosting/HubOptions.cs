using System.ComponentModel.DataAnnotations;

namespace PianoZona.Functions.Hosting;

/// <summary>The hub's own settings (section <c>PianoZona</c>), validated at start. An empty text is absent.</summary>
public sealed class HubOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "PianoZona";

    /// <summary>
    /// The mailbox that reminders are sent from (user principal name); empty = no reminders are sent.
    /// </summary>
    public string? Mailbox
    {
        get;
        set => field = Given(value);
    }

    /// <summary>Where the hub's pages are, for the links in messages; empty = messages have no links.</summary>
    [Url]
    public string? PublicAddress
    {
        get;
        set => field = Given(value);
    }

    /// <summary>
    /// On one machine only: a service that speaks as Microsoft Graph does, with the version. The hub refuses to start
    /// with it in Azure.
    /// </summary>
    [Url]
    public string? GraphAddress
    {
        get;
        set => field = Given(value);
    }

    /// <summary>
    /// Age at which an upload without a receipt counts as missed by the event: younger ones may have their event under
    /// way.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan SweepMinimumAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long an upload may wait for its receipt, and how long ago the last sweep may be, before the hub is not in
    /// order: more than the time between two sweeps.
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
    /// On one machine only: how far the clock is ahead of the real one (<c>--today</c>). The hub refuses to start with
    /// it in Azure.
    /// </summary>
    public TimeSpan? ClockShift { get; set; }

    /// <summary>
    /// On one machine only: people sign in at a page of the hub, where they choose who they are. The hub refuses to
    /// start with it in Azure.
    /// </summary>
    public bool LocalSignIn { get; set; }

    // A deployment writes a setting that it does not use as an empty text.
    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
