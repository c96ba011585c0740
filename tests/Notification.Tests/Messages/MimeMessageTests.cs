using System.Text;
using PianoZona.Notification.Messages;
using PianoZona.Notification.Sending;

namespace PianoZona.Notification.Tests.Messages;

public sealed class MimeMessageTests
{
    private const string Subject =
        "Entro il 30 giugno 2026: Attività già così, per area e per unità d'offerta, con l'età degli utenti";
    private static readonly OutgoingMail Mail = new(
        "<abc@oglio-po.pianozona>",
        "sociale@viadana.example",
        new MailContent(Subject, "<p>già</p>", "già", "BEGIN:VCALENDAR\r\n"));

    private static readonly string Text = MimeMessage.Write(
        Mail, "udp@oglio-po.example", new DateTimeOffset(2026, 6, 15, 4, 30, 0, TimeSpan.Zero));

    [Fact]
    public void Write_Headers_AreThoseOfAMail()
    {
        string[] lines = Text.Split("\r\n");

        Assert.Equal("From: udp@oglio-po.example", lines[0]);
        Assert.Equal("To: sociale@viadana.example", lines[1]);
        Assert.Contains("Date: Mon, 15 Jun 2026 04:30:00 +0000", lines, StringComparer.Ordinal);
        Assert.Contains("Message-ID: <abc@oglio-po.pianozona>", lines, StringComparer.Ordinal);
        Assert.All(lines, line => Assert.True(line.Length <= 100 && Ascii.IsValid(line), line));
    }

    [Fact]
    public void Write_SubjectWithAccents_IsEncodedInShortWordsThatReadBack()
    {
        string header = Text[
            (Text.IndexOf("Subject: ", StringComparison.Ordinal) + 9)..Text.IndexOf(
                "\r\nDate:", StringComparison.Ordinal)
        ];
        string[] words = header.Split("\r\n ");

        Assert.All(words, word => Assert.InRange(word.Length, 1, 75));
        Assert.Equal(Subject, string.Concat(words.Select(word => Decode(word["=?utf-8?B?".Length..^2]))));
    }

    [Fact]
    public void Write_Parts_ReadBack()
    {
        string[] parts = [.. Text.Split("base64\r\n").Skip(1).Select(part => part.Split("\r\n--")[0])];

        Assert.Equal("già", Decode(parts[0]));
        Assert.Equal("<p>già</p>", Decode(parts[1]));
        Assert.Equal("BEGIN:VCALENDAR\r\n", Decode(parts[2].Split("\r\n\r\n")[1]));
        Assert.EndsWith("--parte-abc--\r\n", Text, StringComparison.Ordinal);
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
