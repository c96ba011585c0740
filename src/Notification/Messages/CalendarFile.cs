using System.Globalization;
using System.Text;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Messages;

/// <summary>
/// Deadlines as iCalendar (RFC 5545): one all-day event each, which a later message updates in the recipient's
/// calendar.
/// </summary>
internal static class CalendarFile
{
    private const int MaxLineBytes = 75;

    // The digest of a day is its first word, decisions of that day come after.
    private const int RevisionsADay = 100;
    private static readonly DateOnly Epoch = new(2020, 1, 1);

    /// <summary>The deadlines of a digest that are still to come; null when there is none.</summary>
    public static string? Of(ReminderDigest digest) => Of(digest, digest.Reminders, revision: 0);

    /// <summary>
    /// The new day of a deadline: it takes the place of what was sent on the same day, and the next digest that of
    /// this.
    /// </summary>
    public static string? Of(MovedLetter letter) =>
        Of(letter, letter.Reminders, Math.Min(letter.Decision, RevisionsADay - 1));

    private static string? Of(Letter letter, IEnumerable<Reminder> reminders, int revision)
    {
        IGrouping<(string Deadline, string Period, string? Fund), Reminder>[] duties =
        [
            .. reminders.Where(one => one.OnTimeUntil >= letter.Day)
                .OrderBy(one => one.OnTimeUntil)
                .GroupBy(one => (one.Deadline, one.Period, one.Fund)),
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
        foreach (IGrouping<(string Deadline, string Period, string? Fund), Reminder> duty in duties)
        {
            AppendEvent(text, letter, duty, revision);
        }

        Append(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void AppendEvent(
        StringBuilder text,
        Letter letter,
        IGrouping<(string Deadline, string Period, string? Fund), Reminder> duty,
        int revision)
    {
        // Where patron saints part the dates, the earliest: nobody is late for it.
        Reminder first = duty.First();
        int sequence = ((letter.Day.DayNumber - Epoch.DayNumber) * RevisionsADay) + revision;
        Append(text, "BEGIN:VEVENT");

        // Stable: neither the date nor the bodies that are still missing are in it.
        Append(
            text,
            $"UID:{duty.Key.Deadline}.{duty.Key.Period}{(duty.Key.Fund is { } fund ? "." + fund : string.Empty)}@{letter.Ambito}.pianozona"
        );
        Append(text, $"SEQUENCE:{sequence.ToString(CultureInfo.InvariantCulture)}");
        Append(text, $"DTSTAMP:{Date(letter.Day)}T000000Z");
        Append(text, $"DTSTART;VALUE=DATE:{Date(first.OnTimeUntil)}");
        Append(text, $"DTEND;VALUE=DATE:{Date(first.OnTimeUntil.AddDays(1))}");
        Append(text, $"SUMMARY:{Escape($"Scadenza: {first.Title}, {Spoken.OfPeriod(duty.Key.Period)}")}");
        Append(
            text,
            $"DESCRIPTION:{Escape($"Enti: {string.Join(", ", duty.Select(one => one.BodyName).Distinct(StringComparer.Ordinal))}")}"
        );
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
