using System.Globalization;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Receipts;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Tests.Laws;

/// <summary>What holds for every outbox.</summary>
public abstract class OutboxLaws
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static int counter;

    private protected abstract IOutbox Outbox { get; }

    [Fact]
    public async Task Add_Digest_IsListedAsItWasWritten()
    {
        string ambito = NewAmbito();
        OutboxMessage added = (await Outbox.AddAsync(Digest(ambito, 3), 1, default))!;

        OutboxMessage read = Assert.Single(await ListAsync(ambito));
        Assert.Equal(added with { Letter = read.Letter }, read);
        Assert.Equal(((ReminderDigest)added.Letter).Reminders, ((ReminderDigest)read.Letter).Reminders);
        Assert.Equal((MailState.Planned, "sociale@viadana.example"), (read.State, read.Letter.Recipient));
        Assert.Matches($"^<[0-9a-f]{{32}}@{ambito}[.]pianozona>$", read.InternetMessageId);
    }

    [Fact]
    public async Task Add_SeveralWritersOfOneNumber_OneIsFirst()
    {
        string ambito = NewAmbito();
        OutboxMessage?[] added = await Task.WhenAll(
            Enumerable.Range(1, 6).Select(count => Outbox.AddAsync(Digest(ambito, count), 1, default)));

        Assert.Single(added, message => message is not null);
        Assert.NotNull(await Outbox.AddAsync(Digest(ambito, 1), 2, default));
        Assert.Equal([1, 2], (await ListAsync(ambito)).Select(message => message.Number));
    }

    [Fact]
    public async Task Update_OfAnEarlierVersion_IsRefusedAndChangesNothing()
    {
        string ambito = NewAmbito();
        OutboxMessage planned = (await Outbox.AddAsync(Digest(ambito, 1), 1, default))!;
        OutboxMessage drafted =
            (await Outbox.UpdateAsync(planned with { State = MailState.Drafted, DraftId = "bozza" }, default))!;

        Assert.Null(await Outbox.UpdateAsync(planned with { State = MailState.Failed }, default));
        OutboxMessage one = Assert.Single(await ListAsync(ambito));
        Assert.Equal((MailState.Drafted, "bozza", drafted.Version), (one.State, one.DraftId, one.Version));
    }

    [Fact]
    public async Task Update_CameBack_KeepsTheDayAndTheReason()
    {
        string ambito = NewAmbito();
        OutboxMessage planned = (await Outbox.AddAsync(Digest(ambito, 1), 1, default))!;
        await Outbox.UpdateAsync(
            planned with { State = MailState.Bounced, BouncedOn = Today.AddDays(1), Reason = "tornato" }, default);

        OutboxMessage one = Assert.Single(await ListAsync(ambito));
        Assert.Equal(
            (MailState.Bounced, Today.AddDays(1), "tornato", true, true),
            (one.State, one.BouncedOn!.Value, one.Reason, one.IsFinal, one.IsUndelivered));
    }

    [Fact]
    public async Task List_OfAnAmbito_IsThatOfNoOtherWhoseNameBeginsAlike()
    {
        string ambito = NewAmbito();
        await Outbox.AddAsync(Digest(ambito, 2), 1, default);
        await Outbox.AddAsync(Digest(ambito + "-b", 1), 1, default);

        Assert.Equal(2, ((ReminderDigest)Assert.Single(await ListAsync(ambito)).Letter).Reminders.Count);
    }

    [Fact]
    public async Task Add_LetterWithAKey_IsWrittenOnceForEachRecipientAndFound()
    {
        ReceiptLetter letter = new(
            NewAmbito(), "Ambito", Today, "a@viadana.example", "Viadana",
            "020066_spesa-sociale_2025_0123456789abcdef", "spesa-sociale", "2025", Outcome.Refused,
            new RowCounts(3, 1, 0, 2), [new LetterProblem("PZ3005", Severity.Error, 3, "D3")], 2);
        await Outbox.AddAsync(letter, 0, default);

        Assert.Null(await Outbox.AddAsync(letter, 0, default));
        Assert.NotNull(await Outbox.AddAsync(letter with { Recipient = "b@viadana.example" }, 0, default));
        ReceiptLetter found = Assert.IsType<ReceiptLetter>((await Outbox.FindAsync(letter, default))!.Letter);
        Assert.Equal(letter.Problems, found.Problems);
        Assert.Equal(letter with { Problems = found.Problems }, found);
        Assert.Null(await Outbox.FindAsync(letter with { ReceiptId = "altro" }, default));
    }

    private protected static ReminderDigest Digest(string ambito, int count) => new(
        ambito, "Ambito", Today, "sociale@viadana.example", "Viadana",
        [
            .. Enumerable.Range(1, count).Select(number => new Reminder(
                "spesa-sociale", "Spesa sociale", "2025", number.ToString("D6", CultureInfo.InvariantCulture),
                "Comune già così", Today.AddDays(15), -15, ReminderReason.Own, "spesa-sociale")),
        ]);

    private protected static string NewAmbito() =>
        string.Create(CultureInfo.InvariantCulture, $"posta{Interlocked.Increment(ref counter)}");

    private async Task<List<OutboxMessage>> ListAsync(string ambito) =>
        await Outbox.ListAsync(ambito, default).ToListAsync();
}
