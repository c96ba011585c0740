using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PianoZona.EndToEnd.Support;

/// <summary>What was logged.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, EventId Id, string Text)> lines = new();

    /// <summary>The lines of a class.</summary>
    public IReadOnlyList<(LogLevel Level, EventId Id, string Text)> Of<T>() =>
        [.. lines.Where(line => line.Category == typeof(T).FullName).Select(line => (line.Level, line.Id, line.Text))];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        // There is nothing to give back.
    }

    private sealed class Logger(LogLines to, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            to.lines.Enqueue((category, logLevel, eventId, formatter(state, exception)));
    }
}
