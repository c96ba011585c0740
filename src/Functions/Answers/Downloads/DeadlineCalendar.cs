using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Identity;

namespace PianoZona.Functions.Answers.Downloads;

/// <summary>Deadlines as a calendar (RFC 5545): a day for each, the same at every reading.</summary>
internal static class DeadlineCalendar
{
    /// <summary>What a caller's body has to send, and what it is asked for in the coming year.</summary>
    /// <param name="calendar">The calendar of its Ambito.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="now">When it is written.</param>
    public static byte[] Write(Obligations calendar, Caller caller, DateTimeOffset now)
    {
        Calendar written = new() { ProductId = "-//PianoZona//Scadenze//IT" };
        written.AddProperty("X-WR-CALNAME", $"Scadenze di {caller.Sender.Name}");
        foreach (Obligation one in calendar.Open.Where(one => one.Body.Code == caller.Sender.Code)
            .Concat(calendar.NextOf(caller.Sender)))
        {
            written.Events.Add(EventOf(one, now));
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(written)!);
    }

    // The day that counts, all day long: it takes nobody's time.
    private static CalendarEvent EventOf(Obligation one, DateTimeOffset now) => new()
    {
        Uid = UidOf(one),
        DtStamp = new CalDateTime(now.UtcDateTime),
        Start = new CalDateTime(one.OnTimeUntil),
        End = new CalDateTime(one.OnTimeUntil.AddDays(1)),
        Summary = $"{one.Title}: {Spoken.OfPeriod(one.Period.Text)}",
        Description = FlowCatalogue.Find(one.Rule.Flow ?? string.Empty)?.Description ?? one.Rule.Source,
        Transparency = TransparencyType.Transparent,
    };

    // A deadline that moves to another day stays the same event.
    private static string UidOf(Obligation one) =>
        string.Join('.', new[] { one.Rule.Id, one.Period.Text, one.Body.Code, one.Fund }.OfType<string>())
        + $"@{one.Ambito}.pianozona";
}
