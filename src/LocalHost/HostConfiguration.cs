using Microsoft.Extensions.Configuration;

namespace PianoZona.LocalHost;

/// <summary>The configuration as the Functions host sees it: host.json, and over it the application settings.</summary>
public static class HostConfiguration
{
    /// <summary>Section of host.json, as the real host names it.</summary>
    public const string Section = "AzureFunctionsJobHost";

    /// <exception cref="LocalHostException">There is no published application in the folder.</exception>
    public static IConfiguration Read(LocalHostSettings settings)
    {
        string hostJson = Path.Combine(settings.FunctionsFolder, "host.json");
        if (!File.Exists(hostJson))
        {
            throw new LocalHostException(
                $"There is no published Functions application in {settings.FunctionsFolder}: host.json is missing.");
        }

        IConfigurationRoot own = new ConfigurationBuilder().AddJsonFile(hostJson, optional: false).Build();
        return new ConfigurationBuilder()
            .AddInMemoryCollection(
                own.AsEnumerable().Select(pair => KeyValuePair.Create($"{Section}:{pair.Key}", pair.Value)))
            .AddInMemoryCollection(settings.Settings.Select(pair => KeyValuePair.Create(Normal(pair.Key), pair.Value)))
            // The SDK's listeners look for their options under the name that this setting gives.
            .AddInMemoryCollection([KeyValuePair.Create<string, string?>("AzureWebJobsConfigurationSection", Section)])
            .Build();
    }

    /// <summary>
    /// How long an invocation may take (host.json <c>functionTimeout</c>); null = as long as it wants.
    /// </summary>
    public static TimeSpan? FunctionTimeout(IConfiguration configuration) =>
        configuration.GetValue<TimeSpan?>($"{Section}:functionTimeout") is { } limit && limit > TimeSpan.Zero
            ? limit
            : null;

    /// <summary>What every route begins with (host.json <c>extensions.http.routePrefix</c>).</summary>
    public static string RoutePrefix(IConfiguration configuration) =>
        (configuration[$"{Section}:extensions:http:routePrefix"] ?? "api").Trim('/');

    /// <summary>The id under which state of timers is kept.</summary>
    public static string HostId(IConfiguration configuration) =>
        configuration["AzureFunctionsWebHost:hostid"] ?? "pianozona";

    /// <summary>
    /// The key of a setting as configuration has it: an environment variable has <c>__</c> for <c>:</c>.
    /// </summary>
    public static string Normal(string key) =>
        key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
}
