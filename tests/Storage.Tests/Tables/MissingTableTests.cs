using Azure;
using Azure.Data.Tables;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Ledger.Tests.Support;
using PianoZona.Storage.Tables;
using PianoZona.Storage.Tests.Support;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests.Tables;

/// <summary>An account without the ledger's tables: nothing may take it for an empty ledger.</summary>
public sealed class MissingTableTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly FundKey Fund = new("FNPS", 2021);
    private readonly TableServiceClient service = new(azurite.ConnectionString);

    [Fact]
    public async Task Ledger_NoTable_SaysSoToEveryQuestion()
    {
        TableLedger ledger = new(service, TimeProvider.System);
        Posting posting = Postings.Of(Postings.Slot("ambito"), 1, 1, Postings.Entry("FNPS", 2021, 5));

        await AssertSaysSoAsync(() => ledger.FindCurrentAsync(posting.Slot, CancellationToken.None));
        await AssertSaysSoAsync(() => ledger.ReadCurrentAsync(posting.Slot, CancellationToken.None));
        await AssertSaysSoAsync(() => ledger.RecordAsync(posting, CancellationToken.None));
        await AssertSaysSoAsync(() => Seen.PostingsAsync(ledger, posting.Slot.Ambito));
        await AssertSaysSoAsync(() => Seen.CurrentAsync(ledger, posting.Slot));
    }

    [Fact]
    public async Task Store_NoTable_SaysSoToEveryQuestion()
    {
        TableReconciliationStore store = new(service);
        FundState state = new("ambito", Fund, Version: null, [], [], []);

        await AssertSaysSoAsync(() => store.LoadAsync("ambito", Fund, CancellationToken.None));
        await AssertSaysSoAsync(() => store.SaveAsync(state, CancellationToken.None));
        await AssertSaysSoAsync(() => store.SaveAsync(state with { Version = "1|W/\"x\"" }, CancellationToken.None));
        await AssertSaysSoAsync(() => store.ListAsync("ambito", CancellationToken.None).ToListAsync().AsTask());
    }

    private static async Task AssertSaysSoAsync(Func<Task> question)
    {
        RequestFailedException failure = await Assert.ThrowsAnyAsync<RequestFailedException>(question);
        Assert.Equal((404, "TableNotFound"), (failure.Status, failure.ErrorCode));
    }
}
