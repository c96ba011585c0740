using System.Globalization;
using Azure.Data.Tables;
using PianoZona.Contracts;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Receipts;
using PianoZona.Notification.Tests.Support;
using PianoZona.Storage.Tables;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests.Tables;

public sealed class TableOutboxTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task AddAsync_ThenList_GivesTheMessageBack()
    {
        TableOutbox outbox = await OpenAsync();
        OutboxMessage added = (await outbox.AddAsync(Digest("uno", 3), 1, default))!;

        OutboxMessage read = Assert.Single(await ListAsync(outbox, "uno"));
        Assert.Equal(added with { Letter = read.Letter }, read);
        Assert.Equal(((ReminderDigest)added.Letter).Reminders, ((ReminderDigest)read.Letter).Reminders);
        Assert.Equal((MailState.Planned, "sociale@viadana.example"), (read.State, read.Letter.Recipient));
        Assert.Matches("^<[0-9a-f]{32}@uno[.]pianozona>$", read.InternetMessageId);
    }

    [Fact]
    public async Task AddAsync_NumberIsTaken_IsRefused()
    {
        TableOutbox outbox = await OpenAsync();
        OutboxMessage?[] added = await Task.WhenAll(
            Enumerable.Range(1, 6).Select(count => outbox.AddAsync(Digest("due", count), 1, default)));

        Assert.Single(added, message => message is not null);
        Assert.NotNull(await outbox.AddAsync(Digest("due", 1), 2, default));
    }

    [Fact]
    public async Task UpdateAsync_OldVersion_IsRefused()
    {
        TableOutbox outbox = await OpenAsync();
        OutboxMessage planned = (await outbox.AddAsync(Digest("tre", 1), 1, default))!;
        OutboxMessage drafted = (
            await outbox.UpdateAsync(planned with { State = MailState.Drafted, DraftId = "bozza" }, default))!;

        Assert.Null(await outbox.UpdateAsync(planned with { State = MailState.Failed }, default));
        OutboxMessage one = Assert.Single(await ListAsync(outbox, "tre"));
        Assert.Equal((MailState.Drafted, "bozza", drafted.Version), (one.State, one.DraftId, one.Version));
    }

    [Fact]
    public async Task UpdateAsync_CameBack_KeepsTheDay()
    {
        TableOutbox outbox = await OpenAsync();
        OutboxMessage planned = (await outbox.AddAsync(Digest("sei", 1), 1, default))!;
        await outbox.UpdateAsync(
            planned with
            {
                State = MailState.Bounced,
                BouncedOn = Sample.Day("2026-06-16"),
                Reason = "tornato",
            },
            default);

        OutboxMessage one = Assert.Single(await ListAsync(outbox, "sei"));
        Assert.Equal(
            (MailState.Bounced, Sample.Day("2026-06-16"), true, true),
            (one.State, one.BouncedOn!.Value, one.IsFinal, one.IsUndelivered));
    }

    [Fact]
    public async Task ListAsync_LargeDigestAndAnotherAmbito_ComesWholeAndAlone()
    {
        TableOutbox outbox = await OpenAsync();
        await outbox.AddAsync(Digest("quattro", 1_500), 1, default);
        await outbox.AddAsync(Digest("quattro-b", 1), 1, default);

        Assert.Equal(1_500, ((ReminderDigest)Assert.Single(await ListAsync(outbox, "quattro")).Letter).Reminders.Count);
    }

    [Fact]
    public async Task AddAsync_LetterWithAKey_IsWrittenOnceForEachRecipientAndFound()
    {
        TableOutbox outbox = await OpenAsync();
        ReceiptLetter letter = new(
            "cinque",
            "Ambito",
            Sample.Day("2026-06-15"),
            "a@viadana.example",
            "Viadana",
            "020066_spesa-sociale_2025_0123456789abcdef",
            "spesa-sociale",
            "2025",
            Outcome.Refused,
            new RowCounts(3, 1, 0, 2),
            [new LetterProblem("PZ3005", Severity.Error, 3, "D3")],
            2);
        await outbox.AddAsync(letter, 0, default);

        Assert.Null(await outbox.AddAsync(letter, 0, default));
        Assert.NotNull(await outbox.AddAsync(letter with { Recipient = "b@viadana.example" }, 0, default));
        ReceiptLetter found = Assert.IsType<ReceiptLetter>((await outbox.FindAsync(letter, default))!.Letter);
        Assert.Equal(letter.Problems, found.Problems);
        Assert.Equal(letter with { Problems = found.Problems }, found);
        Assert.Null(await outbox.FindAsync(letter with { ReceiptId = "altro" }, default));
    }

    private static ReminderDigest Digest(string ambito, int count) =>
        new(
            ambito,
            "Ambito",
            Sample.Day("2026-06-15"),
            "sociale@viadana.example",
            "Viadana",
            [
                .. Enumerable
                    .Range(1, count)
                    .Select(number => new Reminder(
                        "spesa-sociale",
                        "Spesa sociale",
                        "2025",
                        number.ToString("D6", CultureInfo.InvariantCulture),
                        "Comune già così",
                        Sample.Day("2026-06-30"),
                        -15,
                        ReminderReason.Own,
                        "spesa-sociale")),
            ]);

    private static async Task<List<OutboxMessage>> ListAsync(TableOutbox outbox, string ambito)
    {
        List<OutboxMessage> found = [];
        await foreach (OutboxMessage message in outbox.ListAsync(ambito, default))
        {
            found.Add(message);
        }

        return found;
    }

    private async Task<TableOutbox> OpenAsync()
    {
        TableServiceClient service = new(azurite.ConnectionString);
        await service.CreateTableIfNotExistsAsync(StorageNames.OutboxTable);
        return new TableOutbox(service);
    }
}
