using System.Globalization;
using Azure.Data.Tables;
using PianoZona.Contracts;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Tests.Support;
using PianoZona.Storage.Tables;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests.Tables;

public sealed class TableOutboxTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task ListAsync_LargeDigestAndAnotherAmbito_ComesWholeAndAlone()
    {
        TableOutbox outbox = await OpenAsync();
        await outbox.AddAsync(Digest("quattro", 1_500), 1, default);
        await outbox.AddAsync(Digest("quattro-b", 1), 1, default);

        Assert.Equal(1_500, ((ReminderDigest)Assert.Single(await ListAsync(outbox, "quattro")).Letter).Reminders.Count);
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
