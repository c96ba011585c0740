using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Files;

/// <summary>
/// PZ1015, PZ1016: a file that comes after its term, or before the period it tells of is over. Reception is never
/// refused for it.
/// </summary>
internal static class Timeliness
{
    public const string Code = "PZ1015";
    public const string EarlyCode = "PZ1016";

    /// <summary>What is to be told; nothing when the day of reception or the period is not known.</summary>
    public static IEnumerable<Breach> Check(UploadContext context)
    {
        if (context.ReceivedOn is not { } day || !context.PeriodIsKnown)
        {
            yield break;
        }

        Obligations calendar = context.CalendarOn(day);
        if (calendar.TermOf(context.Sender, context.Flow.Code, context.Period) is { } last && day > last)
        {
            yield return new Breach(Code, ("scadenza", Italian.Day(last)));
        }

        // What is due before its period is over cannot come too early.
        bool dueWithin = calendar.OwedBy(context.Sender, context.Flow.Code, context.Period)
            .Any(owed => owed.Opens <= context.Period.First);
        if (context.Flow.AfterPeriod && day < (dueWithin ? context.Period.First : context.Period.Last))
        {
            yield return new Breach(EarlyCode, ("periodo", context.Period.Text));
        }
    }
}
