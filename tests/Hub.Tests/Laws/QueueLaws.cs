using PianoZona.Contracts;
using PianoZona.Contracts.Messages;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Tests.Laws;

/// <summary>What holds for all queues that the hub writes to.</summary>
public abstract class QueueLaws
{
    private const string Receipt = "018030_misura-b2_2024-T1_0123456789abcdef";

    private protected abstract IHubQueues Queues { get; }

    [Fact]
    public async Task Request_Reconciliation_ComesOnceAsItWasAskedFor()
    {
        ReconcileMessage asked = new(
            "prova", "018030", "misura-b2", "2024-T1", Receipt, [new FundKey("FNA", 2024), new FundKey("QSFP", 2023)]);
        await Queues.RequestAsync(asked, default);

        ReconcileMessage found = (await TakeReconciliationAsync())!;
        Assert.Equal(asked with { Funds = found.Funds }, found);
        Assert.Equal(asked.Funds, found.Funds);
        Assert.Null(await TakeReconciliationAsync());
    }

    [Fact]
    public async Task Request_Mail_ComesOnceAsItWasAskedFor()
    {
        MailMessage asked = MailMessage.OfReceipt("prova", Receipt);
        await Queues.RequestAsync(asked, default);

        Assert.Equal(asked, await TakeMailAsync());
        Assert.Null(await TakeMailAsync());
    }

    [Fact]
    public async Task Request_TheSameTwice_ComesTwice()
    {
        MailMessage asked = MailMessage.OfReceipt("prova", Receipt);
        await Queues.RequestAsync(asked, default);
        await Queues.RequestAsync(asked, default);

        Assert.Equal(asked, await TakeMailAsync());
        Assert.Equal(asked, await TakeMailAsync());
        Assert.Null(await TakeMailAsync());
    }

    [Fact]
    public async Task Announce_Upload_ComesOnceAsItWasAnnouncedAndInNoOtherQueue()
    {
        BlobCreatedEvent created = new(
            "1",
            BlobCreatedEvent.BlobCreated,
            "/blobServices/default/containers/caricamenti/blobs/018030/misura-b2/2024-T1/è.csv",
            new DateTimeOffset(2026, 6, 15, 10, 0, 0, 123, TimeSpan.Zero));
        await Queues.AnnounceAsync(created, default);

        Assert.Null(await TakeReconciliationAsync());
        Assert.Null(await TakeMailAsync());
        Assert.Equal(created, await TakeUploadAsync());
        Assert.Null(await TakeUploadAsync());
    }

    /// <summary>Takes the oldest message out; null when there is none.</summary>
    private protected abstract Task<ReconcileMessage?> TakeReconciliationAsync();

    /// <summary>Takes the oldest message out; null when there is none.</summary>
    private protected abstract Task<MailMessage?> TakeMailAsync();

    /// <summary>Takes the oldest message out; null when there is none.</summary>
    private protected abstract Task<BlobCreatedEvent?> TakeUploadAsync();
}
