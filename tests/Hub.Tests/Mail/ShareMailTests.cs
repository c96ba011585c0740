using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Messages;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Mail;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Tests.Mail;

/// <summary>A body is told of what another sent for it, and of nothing else.</summary>
public sealed class ShareMailTests
{
    private const string Comune = "018030";
    private const string Agency = "ente-azienda";

    private static readonly string TwoBodies =
        Csv.Spending(Comune, 2020, ("ANZIANI", "1234,00")) + "018110;2020;ANZIANI;5678,00\r\n";

    /// <summary>The agency itself may want no mail.</summary>
    [Fact]
    public async Task Accepted_FileOfAnAgency_IsToldToTheBodyWithItsOwnAlone()
    {
        using MemoryHub hub = new();
        await WithContactAsync(hub, Comune, ContactWishes.Default);

        await SendAsync(hub, $"{Agency}/spesa-sociale/2020/a.csv", TwoBodies);

        OutgoingMail mail = Assert.Single(hub.Mailbox.Sent);
        Assert.Equal($"{Comune}@example.org", mail.Recipient);
        Assert.Contains("1.234,00", mail.Content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("018110", mail.Content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("5.678,00", mail.Content.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("6.912,00", mail.Content.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("018030", "018110;2020;ANZIANI;5678,00")] // nothing of it
    [InlineData("018030", "018030;2020;ANZIANI;tanti")] // refused
    public async Task Accepted_NothingOfABody_IsNotToldToIt(string body, string row)
    {
        using MemoryHub hub = new();
        await WithContactAsync(hub, body, ContactWishes.Default);

        await SendAsync(
            hub, $"{Agency}/spesa-sociale/2020/a.csv", $"ente;anno;area;importo\r\n{row}\r\n");

        Assert.Empty(hub.Mailbox.Sent);
    }

    [Fact]
    public async Task Accepted_ABodyThatWantsNoReceipts_IsNotTold()
    {
        using MemoryHub hub = new();
        await WithContactAsync(hub, Comune, ContactWishes.Default with { Receipts = ReceiptMail.Never });

        await SendAsync(hub, $"{Agency}/spesa-sociale/2020/a.csv", TwoBodies);

        Assert.Empty(hub.Mailbox.Sent);
        Assert.Empty(hub.Queues.Mail);
    }

    private static Task WithContactAsync(MemoryHub hub, string sender, ContactWishes wishes) =>
        hub.Get<ContactBook>().AddAsync(
            hub.Ambito, sender, [new Contact($"{sender}@example.org", wishes)], sender, default);

    private static async Task SendAsync(MemoryHub hub, string name, string content)
    {
        hub.Put(name, content, 1);
        await hub.ProcessAsync(name);
        while (hub.Queues.Mail.TryDequeue(out MailMessage? asked))
        {
            await hub.Get<MailPipeline>().DeliverAsync(asked, default);
        }
    }
}
