using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>What host.json says, with <c>AzureFunctionsJobHost__…</c> settings over it, as in the genuine host.</summary>
internal sealed record HostSettings(string RoutePrefix, QueueSettings Queues, TimeSpan? FunctionTimeout)
{
    // On a plan other than Consumption.
    private static readonly TimeSpan DefaultFunctionTimeout = TimeSpan.FromMinutes(30);

    public static HostSettings Read(IConfiguration configuration, List<string> errors)
    {
        IConfiguration host = Load(configuration);
        SettingReader reader = new(host, errors);
        if (host["version"] is { } version && !version.Equals("2.0", StringComparison.Ordinal))
        {
            errors.Add($"host.json: version must be 2.0, and is '{version}'.");
        }

        int batchSize = reader.Integer("extensions:queues:batchSize", 16, 1, 32);
        QueueSettings queues = new()
        {
            BatchSize = batchSize,
            NewBatchThreshold = reader.Integer("extensions:queues:newBatchThreshold", batchSize / 2, 0, 1000),
            MaxPollingInterval = reader.Time("extensions:queues:maxPollingInterval", TimeSpan.FromMinutes(1), PollingBackoff.Minimum, TimeSpan.FromDays(1)),
            VisibilityTimeout = reader.Time("extensions:queues:visibilityTimeout", TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromDays(7)),
            MaxDequeueCount = reader.Integer("extensions:queues:maxDequeueCount", 5, 1, 10_000),
            IsBase64 = reader.Flag("extensions:queues:messageEncoding", "base64", "none"),
        };
        bool unlimited = "-1".Equals(host["functionTimeout"], StringComparison.Ordinal);
        TimeSpan? timeout = unlimited
            ? null
            : reader.Time("functionTimeout", DefaultFunctionTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromDays(10));
        return new HostSettings((host["extensions:http:routePrefix"] ?? "api").Trim('/'), queues, timeout);
    }

    /// <summary>The log levels of host.json as the logging configuration of this process.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> LogLevels(IConfiguration configuration) =>
        [.. Load(configuration).GetSection("logging:logLevel").AsEnumerable(makePathsRelative: true)
            .Where(level => level.Value is not null)
            .Select(level => KeyValuePair.Create($"Logging:LogLevel:{level.Key}", level.Value))];

    private static IConfigurationRoot Load(IConfiguration configuration) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("host.json", optional: true, reloadOnChange: false)
        // Not chained: that would lose an empty value, which for the route prefix means something.
        .AddInMemoryCollection(configuration.GetSection("AzureFunctionsJobHost").AsEnumerable(makePathsRelative: true))
        .Build();

    private sealed class SettingReader(IConfiguration host, List<string> errors)
    {
        public int Integer(string key, int absent, int min, int max)
        {
            if (host[key] is not { } text)
            {
                return absent;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= min && value <= max)
            {
                return value;
            }

            errors.Add(string.Create(CultureInfo.InvariantCulture, $"host.json: {key} must be a whole number from {min} to {max}, and is '{text}'."));
            return absent;
        }

        public TimeSpan Time(string key, TimeSpan absent, TimeSpan min, TimeSpan max)
        {
            if (host[key] is not { } text)
            {
                return absent;
            }

            if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) && value >= min && value <= max)
            {
                return value;
            }

            errors.Add($"host.json: {key} must be a time from {min:c} to {max:c}, and is '{text}'.");
            return absent;
        }

        /// <summary>True for the first of two values, which is also the default.</summary>
        public bool Flag(string key, string on, string off)
        {
            string value = host[key] ?? on;
            bool isOff = value.Equals(off, StringComparison.OrdinalIgnoreCase);
            if (!isOff && !value.Equals(on, StringComparison.OrdinalIgnoreCase))
            {
                errors.Add($"host.json: {key} must be {on} or {off}, and is '{value}'.");
            }

            return !isOff;
        }
    }
}
