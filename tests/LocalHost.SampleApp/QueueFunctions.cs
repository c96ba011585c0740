using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace PianoZona.LocalHost.SampleApp;

public sealed record Parcel(string? Name, int Weight);

public sealed class QueueFunctions(Journal journal, TimeProvider time)
{
    [Function("Text")]
    public void Text([QueueTrigger("testi")] string message) => journal.Add($"text {message}");

    [Function("Started")]
    public void Started([QueueTrigger("partenze")] string message) =>
        journal.Add(string.Create(CultureInfo.InvariantCulture, $"started {message} {time.GetUtcNow().UtcTicks}"));

    [Function("Json")]
    public void Json([QueueTrigger("pacchi")] Parcel? parcel) =>
        journal.Add(parcel is null ? "nothing" : $"parcel {parcel.Name} {parcel.Weight}");

    [Function("Failing")]
    public void Failing([QueueTrigger("guasti")] string message)
    {
        journal.Add($"failing {message}");
        throw new InvalidOperationException("on purpose");
    }

    [Function("FailingInPoison")]
    public void FailingInPoison([QueueTrigger("guasti-poison")] string message)
    {
        journal.Add($"poison {message}");
        throw new InvalidOperationException("on purpose, again");
    }

    /// <summary>Waits for a sign, or to be asked to stop.</summary>
    [Function("Slow")]
    public async Task Slow([QueueTrigger("lenti")] string message, CancellationToken cancellationToken)
    {
        journal.Add($"begun {message} {Journal.Id}");
        while (!File.Exists(Path.Combine(journal.Folder, message)))
        {
            try
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                journal.Add($"asked to stop {message}");
                throw;
            }
        }

        journal.Add($"done {message}");
    }

    /// <summary>Its parameter's type is in an assembly of its own.</summary>
    [Function("Typed")]
    public void Typed([QueueTrigger("tipi")] CrontabSchedule schedule) => journal.Add($"typed {schedule}");
}
