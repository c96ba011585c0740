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

        List<(DateOnly Due, DateOnly Until)> terms = [.. TermsOf(context)];
        if (terms.Count > 0 && terms.Max(term => term.Until) is var last && day > last)
        {
            yield return new Finding(Code, ("scadenza", InItalian(last)));
        }

        // What is due before its period is over cannot come too early.
        bool dueWithin = terms.Exists(term => term.Due <= context.Period.Last);
        if (context.Flow.AfterPeriod && day < (dueWithin ? context.Period.First : context.Period.Last))
        {
            yield return new Finding(EarlyCode, ("periodo", context.Period.Text));
        }
    }

    /// <summary>A day in the form of messages.</summary>
    public static string InItalian(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    // Only terms that the Ambito itself has set, from the year that they hold for, or the days they were moved to; of several, the last: a false
    // alarm is worse than none.
    private static IEnumerable<(DateOnly Due, DateOnly Until)> TermsOf(UploadContext context) =>
        from rule in context.Ambito.DeadlinesAreBuiltIn ? [] : context.Ambito.Deadlines
        where rule.Flow == context.Flow.Code && rule.Audience == context.Sender.Kind && !rule.Soft && HoldsFor(rule, context.Period)
        let due = context.Moves.For(rule.Id, context.Period, context.Sender.Code)?.Date ?? DueDates.For(rule.Due, context.Period)
        where due is not null
        from day in context.Moves.ForFunds(rule.Id, context.Period, context.Sender.Code, due.Value).Select(move => move.Date!.Value).Prepend(due.Value)
        select (day, rule.OnTimeUntil(day, context.Sender));

    // A duty that falls once is about the period of its first year only.
    private static bool HoldsFor(DeadlineRule rule, Period period) =>
        rule.Due is DueRule.Once once ? (rule.From ?? once.Date.Year) == period.Year : (rule.From ?? period.Year) <= period.Year;
}
