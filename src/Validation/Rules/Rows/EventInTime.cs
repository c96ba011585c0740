using System.Globalization;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Rules.Files;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ1015 on a row: an opening, a change or a closing told later than its term, 10 days unless the Ambito says
/// otherwise (AFAM).
/// </summary>
internal sealed class EventInTime(DateOnly receivedOn, int days, Func<DateOnly, DateOnly> onTimeUntil)
    : IDiscoveredRowRule
{
    public const string Code = Timeliness.Code;

    private const int UsualDays = 10;

    /// <summary>The rule, where the day of reception is known.</summary>
    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow == UnitaOfferta.Schema && context.ReceivedOn is { } day ? [Of(context, day)] : [];

    public Breach? Check(RowView row) =>
        row.Values.Date(UnitaOfferta.DataEvento) is { } happened
        && row.Values.Text(UnitaOfferta.Stato) is { } state && state != UnitaOfferta.Confermata
        && onTimeUntil(happened) is var last && receivedOn > last
            ? new Breach(Code, ("scadenza", $"{Italian.Day(last)} per l'evento alla riga {{riga}}"))
            {
                At = UnitaOfferta.DataEvento,
                Expected = string.Create(CultureInfo.InvariantCulture, $"entro {days} giorni dall'evento"),
            }
            : null;

    private static EventInTime Of(UploadContext context, DateOnly receivedOn)
    {
        Obligations calendar = context.CalendarOn(receivedOn);
        DeadlineRule? found = calendar.EventRuleOf(UnitaOfferta.Schema.Code, context.Sender);
        return found is { Due: DueRule.DaysAfterEvent term } rule
            ? new EventInTime(receivedOn, term.Days, happened => calendar.OnTimeUntil(rule, context.Sender, happened))
            : new EventInTime(receivedOn, UsualDays, happened => happened.AddDays(UsualDays));
    }
}
