using System.Globalization;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Rules.Files;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ1015 on a row: an opening, a change or a closing told later than the Ambito's deadline that counts from the event.
/// Without one nothing is late.
/// </summary>
internal sealed class EventInTime(DateOnly receivedOn, int days, Func<DateOnly, DateOnly?> termOf)
    : IDiscoveredRowRule
{
    public const string Code = Timeliness.Code;

    /// <summary>The rule, where the day of reception is known.</summary>
    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow == UnitaOfferta.Schema && context.ReceivedOn is { } day ? Of(context, day) : [];

    public Breach? Check(RowView row) =>
        row.Values.Date(UnitaOfferta.DataEvento) is { } happened
        && row.Values.Text(UnitaOfferta.Stato) is { } state && state != UnitaOfferta.Confermata
        && termOf(happened) is { } last && receivedOn > last
            ? new Breach(Code, ("scadenza", $"{Italian.Day(last)} per l'evento alla riga {{riga}}"))
            {
                At = UnitaOfferta.DataEvento,
                Expected = string.Create(CultureInfo.InvariantCulture, $"entro {days} giorni dall'evento"),
            }
            : null;

    private static IEnumerable<IRowRule> Of(UploadContext context, DateOnly receivedOn)
    {
        Obligations calendar = context.CalendarOn(receivedOn);
        DeadlineRule? found = calendar.EventRuleOf(UnitaOfferta.Schema.Code, context.Sender);
        return found is { Due: DueRule.DaysAfterEvent term } rule
            ? [new EventInTime(receivedOn, term.Days, happened => calendar.TermOf(rule, context.Sender, happened))]
            : [];
    }
}
