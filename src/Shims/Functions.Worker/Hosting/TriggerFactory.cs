using System.Text.RegularExpressions;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Makes a listener whose settings are known to be right.</summary>
internal delegate IListener PreparedListener(FunctionInvoker invoker, ILoggerFactory loggers);

/// <summary>Builds the listener of each queue and timer function; what its settings have wrong goes to the list.</summary>
internal sealed partial class TriggerFactory(
    IConfiguration configuration, StorageAccounts storage, HostSettings settings, TimeProvider time, IEnumerable<QueueTakenFor> takenFor, List<string> errors)
{
    private readonly SettingResolver resolver = new(configuration, errors);
    private readonly TimeZoneInfo zone = FindZone(configuration, errors);

    /// <summary>Makes the listener once the host's services are there; null when the function has none or has errors.</summary>
    public PreparedListener? Prepare(FunctionDescriptor function) => function.Trigger switch
    {
        QueueTriggerAttribute queue => PrepareQueue(function, queue),
        TimerTriggerAttribute timer => PrepareTimer(function, timer),
        _ => null,
    };

    private PreparedListener? PrepareQueue(FunctionDescriptor function, QueueTriggerAttribute trigger)
    {
        int before = errors.Count;
        string name = resolver.Resolve(trigger.QueueName, function).ToLowerInvariant();
        string connection = trigger.Connection is null ? StorageAccounts.DefaultConnection : resolver.Resolve(trigger.Connection, function);
        if (errors.Count == before && !QueueName().IsMatch(name))
        {
            errors.Add($"Function '{function.Name}': '{name}' is not a valid queue name.");
        }

        if (storage.Check(connection, "queue") is { } problem)
        {
            errors.Add($"Function '{function.Name}': {problem}.");
        }

        if (errors.Count > before)
        {
            return null;
        }

        QueueSettings queues = takenFor.LastOrDefault() is { } shorter ? settings.Queues with { TakenFor = shorter.Value } : settings.Queues;
        string poisonName = $"{name}-poison";
        bool hasPoison = !name.EndsWith("-poison", StringComparison.Ordinal) && QueueName().IsMatch(poisonName);
        return (invoker, loggers) =>
        {
            QueueClient queue = storage.Queue(connection, name);
            QueueClient? poison = hasPoison ? storage.Queue(connection, poisonName) : null;
            QueueMessageHandler handler = new(function, queue, poison, queues, invoker, time, loggers.CreateLogger<QueueMessageHandler>());
            return new QueueListener(queue, queues, handler, time, loggers.CreateLogger<QueueListener>());
        };
    }

    private PreparedListener? PrepareTimer(FunctionDescriptor function, TimerTriggerAttribute trigger)
    {
        int before = errors.Count;
        string expression = resolver.Resolve(trigger.Schedule, function);
        DateTimeOffset now = time.GetUtcNow();
        Schedule? schedule = Schedule.Parse(expression, zone);
        if (errors.Count == before && (schedule is null || schedule.Next(now) == CronSchedule.Never))
        {
            errors.Add($"Function '{function.Name}': '{expression}' is not an NCRONTAB expression that comes true, nor a time span.");
        }

        if (storage.Check(StorageAccounts.DefaultConnection, "blob") is { } problem)
        {
            errors.Add($"Function '{function.Name}': {problem}; timers keep their lock and their schedule there.");
        }

        if (errors.Count > before)
        {
            return null;
        }

        bool isMonitored = trigger.UseMonitor && !schedule!.IsUnderAMinute(now);
        string hostId = HostId(function);
        return (invoker, loggers) =>
        {
            Azure.Storage.Blobs.BlobContainerClient container = storage.HostContainer();
            TimerStatusStore? store = isMonitored ? new TimerStatusStore(container, hostId, function) : null;
            TimerLock singleton = new(container, hostId, function, time, loggers.CreateLogger<TimerLock>());
            return new TimerListener(function, schedule!, store, singleton, invoker, time, loggers.CreateLogger<TimerListener>());
        };
    }

    /// <summary>The same for every host of the application: set, or the site's name, or the assembly's; lower case, at most 32 characters.</summary>
    private string HostId(FunctionDescriptor function)
    {
        string id = configuration["AzureFunctionsWebHost:hostid"]
            ?? configuration["WEBSITE_SITE_NAME"]
            ?? function.Type.Assembly.GetName().Name!;
        id = NotOfHostId().Replace(id.ToLowerInvariant(), "-");
        return id[..Math.Min(id.Length, 32)].Trim('-');
    }

    private static TimeZoneInfo FindZone(IConfiguration configuration, List<string> errors)
    {
        string? name = configuration["WEBSITE_TIME_ZONE"];
        if (string.IsNullOrEmpty(name))
        {
            return TimeZoneInfo.Utc;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone))
        {
            return zone;
        }

        errors.Add($"WEBSITE_TIME_ZONE: there is no time zone '{name}'.");
        return TimeZoneInfo.Utc;
    }

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QueueName();

    [GeneratedRegex("[^a-z0-9-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotOfHostId();
}
