using Microsoft.Azure.Functions.Worker;

namespace PianoZona.LocalHost.SampleApp;

public sealed class TimerFunctions(Journal journal)
{
    [Function("EverySecond")]
    public void EverySecond([TimerTrigger("%EverySecond%")] TimerInfo timer) =>
        journal.Add($"second {timer.IsPastDue}");

    [Function("EveryHour")]
    public void EveryHour([TimerTrigger("0 0 * * * *")] TimerInfo timer) => journal.Add($"hour {timer.IsPastDue}");

    [Function("AtStart")]
    public void AtStart([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) =>
        journal.Add($"start {timer.IsPastDue}");
}
