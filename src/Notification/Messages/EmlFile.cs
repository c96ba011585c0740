using MimeKit;
using PianoZona.Notification.Sending;

namespace PianoZona.Notification.Messages;

/// <summary>A message in the form in which mail programs keep it (<c>.eml</c>, RFC 5322 and MIME).</summary>
public static class EmlFile
{
    private static readonly FormatOptions Format = Options();

    /// <summary>Writes a message. The same message always gives the same bytes.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="from">Address of the sender.</param>
    /// <param name="date">When it is sent.</param>
    public static byte[] Write(OutgoingMail mail, string from, DateTimeOffset date)
    {
        using MimeMessage message = new()
        {
            MessageId = mail.InternetMessageId.Trim('<', '>'),
            Date = date.ToUniversalTime(),
            Subject = mail.Content.Subject,
            Body = BodyOf(mail),
        };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(mail.Recipient));
        using MemoryStream file = new();
        message.WriteTo(Format, file);
        return file.ToArray();
    }

    // The boundaries that MimeKit draws are new at every writing.
    private static Multipart BodyOf(OutgoingMail mail)
    {
        string boundary = "parte-" + mail.InternetMessageId.Trim('<', '>').Split('@')[0];
        Multipart body = new("mixed")
        {
            new MultipartAlternative(TextOf("plain", mail.Content.Text), TextOf("html", mail.Content.Html))
            {
                Boundary = boundary + "-testo",
            },
        };
        body.Boundary = boundary;
        if (mail.Content.Calendar is { } calendar)
        {
            TextPart attachment = TextOf("calendar", calendar);
            attachment.ContentType.Parameters.Add("method", "PUBLISH");
            attachment.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment);
            attachment.FileName = "scadenze.ics";
            body.Add(attachment);
        }

        return body;
    }

    private static TextPart TextOf(string subtype, string text) => new(subtype)
    {
        Text = text,
        ContentTransferEncoding = ContentEncoding.Base64,
    };

    private static FormatOptions Options()
    {
        FormatOptions options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
