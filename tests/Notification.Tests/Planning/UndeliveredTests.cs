using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Tests.Support;

namespace PianoZona.Notification.Tests.Planning;

/// <summary>The Ufficio di Piano is told once of what did not arrive.</summary>
public sealed class UndeliveredTests
{
    private static readonly DateOnly Today = Sample.Day("2026-06-15");

    [Fact]
    public void OfUndelivered_GivenUpAndCameBack_AreCountedByBodyWithoutAddresses()
    {
        UndeliveredLetter letter = Letters.OfUndelivered(
            Sample.Ambito,
            [
                Message("a", "Viadana", MailState.Failed),
                Message("b", "Viadana", MailState.Bounced),
                Message("c", "Casalmaggiore", MailState.Bounced),
                Message("d", "Casalmaggiore", MailState.Confirmed),
                Message("e", "Viadana", MailState.Failed, OutboxMessage.NotNeeded + ": inviato"),
            ],
            stuck: ["esito"], Today)!;

        Assert.Equal(
            (2, 1, "recapiti|2026-06-15", "udp@oglio-po.example"),
            (letter.Returned, letter.Stuck, letter.Key, letter.Recipient));
        Assert.Equal(["a", "b", "c", "esito"], letter.Messages, StringComparer.Ordinal);
        Assert.Equal([new Tally("Casalmaggiore", 1), new Tally("Viadana", 2)], letter.Bodies);
    }

    [Fact]
    public void OfUndelivered_ToldBefore_IsNotToldAgain()
    {
        OutboxMessage failed = Message("a", "Viadana", MailState.Failed);
        UndeliveredLetter told = Letters.OfUndelivered(Sample.Ambito, [failed], ["esito"], Today)!;
        OutboxMessage alert = Message("z", "Ufficio di Piano", MailState.Bounced) with { Letter = told };

        Assert.Null(Letters.OfUndelivered(Sample.Ambito, [failed, alert], ["esito"], Today.AddDays(1)));
        Assert.Equal(
            ["b"],
            Letters
                .OfUndelivered(
                    Sample.Ambito, [failed, alert, Message("b", "Viadana", MailState.Failed)], [], Today.AddDays(1))!
                .Messages,
            StringComparer.Ordinal);
    }

    [Fact]
    public void OfWeek_CameBackAfterItsWeek_CountsInTheWeekItCameBack()
    {
        OutboxMessage old = Message("a", "Viadana", MailState.Bounced) with { BouncedOn = Today.AddDays(20) };

        Assert.Equal(
            1, Letters.OfWeek(Sample.Ambito, DeadlineMoves.None, [], [], [old], Today.AddDays(21))!.Undelivered);
        Assert.Equal(
            0, Letters.OfWeek(Sample.Ambito, DeadlineMoves.None, [], [], [old], Today.AddDays(35))!.Undelivered);
    }

    private static OutboxMessage Message(string id, string body, MailState state, string reason = "400") =>
        new(
            new ReminderDigest(Sample.Code, "Ambito", Today, $"{body}@x.example", body, []),
            1,
            id,
            state,
            DraftId: null,
            Attempts: 1,
            reason,
            "1");
}
