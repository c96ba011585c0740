using System.Globalization;
using System.Text;
using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Messages;

/// <summary>Deadlines as iCalendar (RFC 5545): one all-day event each, which a later message updates in the recipient's calendar.</summary>
internal static class CalendarFile
{
    private const int MaxLineBytes = 75;
    private static readonly DateOnly Epoch = new(2020, 1, 1);

    /// <summary>The deadlines of a digest that are still to come; null when there is none.</summary>
    public static string? Of(ReminderDigest digest)
    {
        IGrouping<(string Deadline, string Period), Reminder>[] duties =
        [
            .. digest.Reminders.Where(one => one.OnTimeUntil >= digest.Day)
                .OrderBy(one => one.OnTimeUntil)
                .GroupBy(one => (one.Deadline, one.Period)),
        ];
        if (duties.Length == 0)
        {
            return null;
        }

        StringBuilder text = new();
        Append(text, "BEGIN:VCALENDAR");
        Append(text, "VERSION:2.0");
        Append(text, "PRODID:-//PianoZona//Scadenze//IT");
        Append(text, "METHOD:PUBLISH");
        foreach (IGrouping<(string Deadline, string Period), Reminder> duty in duties)
        {
            AppendEvent(text, digest, duty);
        }

        Append(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void AppendEvent(StringBuilder text, ReminderDigest digest, IGrouping<(string Deadline, string Period), Reminder> duty)
    {
        // Where patron saints part the dates, the earliest: nobody is late for it.
        Reminder first = duty.First();
        Append(text, "BEGIN:VEVENT");

        // Stable: neither the date nor the bodies that are still missing are in it.
        Append(text, $"UID:{duty.Key.Deadline}.{duty.Key.Period}@{digest.Ambito}.pianozona");
        Append(text, $"SEQUENCE:{(digest.Day.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture)}");
        Append(text, $"DTSTAMP:{Date(digest.Day)}T000000Z");
        Append(text, $"DTSTART;VALUE=DATE:{Date(first.OnTimeUntil)}");
        Append(text, $"DTEND;VALUE=DATE:{Date(first.OnTimeUntil.AddDays(1))}");
        Append(text, $"SUMMARY:{Escape($"Scadenza: {first.Title}, {ItalianText.OfPeriod(duty.Key.Period)}")}");
        Append(text, $"DESCRIPTION:{Escape($"Enti: {string.Join(", ", duty.Select(one => one.BodyName).Distinct(StringComparer.Ordinal))}")}");
        Append(text, "TRANSP:TRANSPARENT");
        Append(text, "END:VEVENT");
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    // Long lines are folded, without parting a character.
    private static void Append(StringBuilder text, string line)
    {
        int bytes = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MaxLineBytes)
            {
                text.Append("\r\n ");
                bytes = 1;
            }

            text.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
