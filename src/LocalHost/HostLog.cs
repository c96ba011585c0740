using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace PianoZona.LocalHost;

/// <summary>The host's own log: warnings and worse, on standard error, as everything that is no result.</summary>
public static class HostLog
{
    /// <summary>Sets a log up so.</summary>
    public static void Configure(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(options => options.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(options =>
            options.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
        // It repeats what the function's own category has said.
        logging.AddFilter("Host.Results", LogLevel.None);
        // A queue that is not there yet, or the state of a timer that never ran, is no news.
        logging.AddFilter("Azure", LogLevel.Error);
    }
}
