using System.Text;
using MimeKit;
using PianoZona.Notification.Messages;
using PianoZona.Notification.Sending;

namespace PianoZona.Notification.Tests.Messages;

public sealed class EmlFileTests
{
    private const string Subject =
        "Entro il 30 giugno 2026: Attività già così, per area e per unità d'offerta, con l'età degli utenti";

    private static readonly OutgoingMail Mail = new(
        "<abc@oglio-po.pianozona>",
        "sociale@viadana.example",
        new MailContent(Subject, "<p>già</p>", "già", "BEGIN:VCALENDAR\r\n"));

    [Fact]
    public void Write_Message_ReadsBack()
    {
        using MimeMessage message = MimeMessage.Load(new MemoryStream(Write()));

        Assert.Equal("udp@oglio-po.example", Assert.Single(message.From.Mailboxes).Address);
        Assert.Equal("sociale@viadana.example", Assert.Single(message.To.Mailboxes).Address);
        Assert.Equal(Subject, message.Subject);
        Assert.Equal(new DateTimeOffset(2026, 6, 15, 4, 30, 0, TimeSpan.Zero), message.Date);
        Assert.Equal("abc@oglio-po.pianozona", message.MessageId);
        Assert.Equal("già", message.TextBody);
        Assert.Equal("<p>già</p>", message.HtmlBody);
        TextPart calendar = Assert.IsType<TextPart>(Assert.Single(message.Attachments));
        Assert.Equal(
            ("text/calendar", "PUBLISH", "scadenze.ics"),
            (calendar.ContentType.MimeType, calendar.ContentType.Parameters["method"], calendar.FileName));
        using StreamReader lines = new(calendar.Content!.Open());
        Assert.Equal("BEGIN:VCALENDAR\r\n", lines.ReadToEnd());
    }

    [Fact]
    public void Write_Lines_AreShortAndAscii() => Assert.All(
        Encoding.UTF8.GetString(Write()).Split("\r\n"),
        line => Assert.True(line.Length <= 100 && Ascii.IsValid(line), line));

    [Fact]
    public void Write_Twice_GivesTheSameBytes() => Assert.Equal(Write(), Write());

    private static byte[] Write() => EmlFile.Write(
        Mail, "udp@oglio-po.example", new DateTimeOffset(2026, 6, 15, 4, 30, 0, TimeSpan.Zero));
}
