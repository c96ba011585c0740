using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a schedule.</summary>
/// <param name="schedule">An NCRONTAB expression of six or five fields, a <see cref="TimeSpan"/>, or <c>%Setting%</c> that holds one.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The schedule, as written.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether to also run once when the host starts.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>Whether occurrences are recorded in storage, so that one missed while the host was down runs late rather than never.</summary>
    public bool UseMonitor { get; set; } = true;
}
