using System.Globalization;
using System.Text;
using PianoZona.Notification.Sending;

namespace PianoZona.Notification.Messages;

/// <summary>A message in the form in which mail programs keep it (<c>.eml</c>, RFC 5322 and MIME).</summary>
public static class MimeMessage
{
    private const int LineLength = 76;

    // An encoded word of base64 text stays within 75 characters.
    private const int WordBytes = 42;

    /// <summary>Writes a message. The same message always gives the same text.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="from">Address of the sender.</param>
    /// <param name="date">When it is sent.</param>
    public static string Write(OutgoingMail mail, string from, DateTimeOffset date)
    {
        string boundary = "parte-" + mail.InternetMessageId.Trim('<', '>').Split('@')[0];
        StringBuilder text = new();
        Line(text, $"From: {from}");
        Line(text, $"To: {mail.Recipient}");
        Line(text, $"Subject: {Encoded(mail.Content.Subject)}");
        Line(
            text,
            $"Date: {date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000");
        Line(text, $"Message-ID: {mail.InternetMessageId}");
        Line(text, "MIME-Version: 1.0");
        Line(text, $"Content-Type: multipart/mixed; boundary=\"{boundary}\"");
        Line(text, string.Empty);
        Line(text, $"--{boundary}");
        Line(text, $"Content-Type: multipart/alternative; boundary=\"{boundary}-testo\"");
        Line(text, string.Empty);
        Part(text, $"{boundary}-testo", "text/plain; charset=utf-8", mail.Content.Text);
        Part(text, $"{boundary}-testo", "text/html; charset=utf-8", mail.Content.Html);
        Line(text, $"--{boundary}-testo--");
        if (mail.Content.Calendar is { } calendar)
        {
            Part(
                text,
                boundary,
                "text/calendar; charset=utf-8; method=PUBLISH; name=\"scadenze.ics\"",
                calendar,
                "attachment; filename=\"scadenze.ics\"");
        }

        Line(text, $"--{boundary}--");
        return text.ToString();
    }

    private static void Part(
        StringBuilder text, string boundary, string type, string content, string? disposition = null)
    {
        Line(text, $"--{boundary}");
        Line(text, $"Content-Type: {type}");
        Line(text, "Content-Transfer-Encoding: base64");
        if (disposition is not null)
        {
            Line(text, $"Content-Disposition: {disposition}");
        }

        Line(text, string.Empty);
        foreach (char[] line in Convert.ToBase64String(Encoding.UTF8.GetBytes(content)).Chunk(LineLength))
        {
            Line(text, new string(line));
        }
    }

    // RFC 2047, in words that part no character.
    private static string Encoded(string subject)
    {
        if (Ascii.IsValid(subject))
        {
            return subject;
        }

        List<string> words = [];
        StringBuilder word = new();
        foreach (Rune rune in subject.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > WordBytes)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(rune);
        }

        words.Add(word.ToString());
        return string.Join(
            "\r\n ", words.Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\r\n");
}
