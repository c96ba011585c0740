using Azure;
using Azure.Data.Tables;
using PianoZona.Contracts.Notification;
using PianoZona.Notification.Tests.Support;
using PianoZona.Storage.Tables;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests.Tables;

/// <summary>An account without the outbox: nothing may take it for one that is empty.</summary>
public sealed class MissingOutboxTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Outbox_NoTable_SaysSoToEveryQuestion()
    {
        TableOutbox outbox = new(new TableServiceClient(azurite.ConnectionString));
        UndeliveredLetter letter = new(
            "a", "Ambito", Sample.Day("2026-06-15"), "a@viadana.example", "Viadana", [], [], 0, 0);
        OutboxMessage message = new(letter, 0, "<x>", MailState.Planned, null, 0, null, "W/\"x\"");

        await AssertSaysSoAsync(() => outbox.AddAsync(letter, 0, default));
        await AssertSaysSoAsync(() => outbox.FindAsync(letter, default));
        await AssertSaysSoAsync(() => outbox.UpdateAsync(message, default));
        await AssertSaysSoAsync(() => outbox.ListAsync("a", default).ToListAsync().AsTask());
    }

    private static async Task AssertSaysSoAsync(Func<Task> question) =>
        Assert.Equal("TableNotFound", (await Assert.ThrowsAsync<RequestFailedException>(question)).ErrorCode);
}
