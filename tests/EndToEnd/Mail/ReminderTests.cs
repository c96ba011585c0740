using PianoZona.Cli.Local;
using PianoZona.Contracts.Configuration;
using PianoZona.EndToEnd.Commands;
using PianoZona.LocalServices.MailSandbox;

namespace PianoZona.EndToEnd.Mail;

/// <summary>The chore the hub is for: who has not sent is reminded, once, and nobody else.</summary>
public sealed class ReminderTests(MailHub hub) : IClassFixture<MailHub>
{
    private static readonly Sender[] Comuni =
    [
        .. DataFolder.Read(DemoData.Folder).Ambiti.Single(ambito => ambito.Code == "oglio-po").Comuni,
    ];

    [Fact]
    public async Task Remind_TwentyOf27HaveSent_WritesToTheSevenOthersOnceAndToNobodyAfterTheySend()
    {
        Assert.Equal(27, Comuni.Length);
        foreach (Sender comune in Comuni.Take(20))
        {
            await SendAsync(comune);
        }

        await hub.IdleAsync();
        await hub.RemindAsync(MailHub.Today);

        // Neither an agency nor the Ufficio di Piano gets what is the Comuni's; other duties of theirs are other
        // messages.
        SandboxMessage[] digests = AboutSocialSpending();
        Assert.Equal(
            Comuni.Skip(20).Select(comune => comune.Contacts[0]).Order(StringComparer.Ordinal), RecipientsOf(digests));
        Assert.All(
            Comuni.Skip(20),
            comune =>
                Assert.Contains(
                    $"({comune.Name.Replace("'", "&#x27;", StringComparison.Ordinal)}),",
                    BodyTo(digests, comune),
                    StringComparison.Ordinal));
        Assert.All(
            digests,
            digest =>
                Assert.StartsWith("Entro il 30 giugno 2026: Spesa sociale", digest.Subject, StringComparison.Ordinal));
        Assert.All(
            digests, digest => Assert.Contains("marted&#xEC; 30 giugno 2026", digest.Body, StringComparison.Ordinal));
        Assert.All(digests, digest => Assert.Equal(["scadenze.ics"], digest.Attachments));

        int before = hub.Mail.Messages.Count;
        await hub.RemindAsync(MailHub.Today);
        Assert.Equal(before, hub.Mail.Messages.Count);

        foreach (Sender comune in Comuni.Skip(20))
        {
            await SendAsync(comune);
        }

        await hub.IdleAsync();
        foreach (int days in (int[])[8, 14, 16, 22])
        {
            await hub.RemindAsync(MailHub.Today.AddDays(days));
        }

        Assert.Equal(7, AboutSocialSpending().Length);
        Assert.True(hub.Mail.Messages.Count > before);
    }

    // The digests: receipts of what was sent have no calendar.
    private SandboxMessage[] AboutSocialSpending() =>
        [
            .. hub.Mail.Sent.Where(message =>
                message.Attachments.Count > 0 && message.Body.Contains("Spesa sociale", StringComparison.Ordinal)),
        ];

    private static IEnumerable<string> RecipientsOf(IEnumerable<SandboxMessage> messages) =>
        messages.Select(message => Assert.Single(message.Recipients)).Order(StringComparer.Ordinal);

    private static string BodyTo(IEnumerable<SandboxMessage> messages, Sender comune) =>
        messages.Single(message => message.Recipients[0] == comune.Contacts[0]).Body;

    private Task SendAsync(Sender comune) =>
        hub.SendAsync(
            $"{comune.Code}/spesa-sociale/2025/spesa.csv",
            Csv.Spending(comune.Code, 2025, ("MINORI-FAMIGLIA", "1000,00"), ("ANZIANI", "2000,00")));
}
