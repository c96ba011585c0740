using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Validation.Rules.Files;

/// <summary>PZ1015, PZ1016: a file that comes after its term, or before the period it tells of is over. Reception is never refused for it.</summary>
internal static class Timeliness
{
    public const string Code = "PZ1015";
    public const string EarlyCode = "PZ1016";

    /// <summary>What is to be told; nothing when the day of reception or the period is not known.</summary>
    public static IEnumerable<Finding> Check(UploadContext context)
    {
        if (context.ReceivedOn is not { } day || !context.PeriodIsKnown)
        {
            yield break;
        }

        if (TermOf(context) is { } term && day > term)
        {
            yield return new Finding(Code, ("scadenza", InItalian(term)));
        }

        if (context.Flow.AfterPeriod && day < context.Period.Last)
        {
            yield return new Finding(EarlyCode, ("periodo", context.Period.Text));
        }
    }

    /// <summary>A day in the form of messages.</summary>
    public static string InItalian(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    // Only terms that the Ambito itself has set, from the year that they hold for; of several, the last: a false alarm is worse than none.
    private static DateOnly? TermOf(UploadContext context) => context.Ambito.DeadlinesAreBuiltIn ? null : context.Ambito.Deadlines
        .Where(rule => rule.Flow == context.Flow.Code && rule.Audience == context.Sender.Kind && !rule.Soft && HoldsFor(rule, context.Period))
        .Select(rule => (DueDates.For(rule.Due, context.Period), rule.RollForward) switch
        {
            ({ } due, true) => AfterWeekend(due),
            (var due, _) => due,
        })
        .Max();

    // A duty that falls once is about the period of its first year only.
    private static bool HoldsFor(DeadlineRule rule, Period period) =>
        rule.Due is DueRule.Once ? rule.From == period.Year : rule.From <= period.Year;

    private static DateOnly AfterWeekend(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
