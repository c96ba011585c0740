using System.Text;
using PianoZona.Contracts.Messages;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Tests.Laws;
using PianoZona.Notification.Sending;
using PianoZona.Reconciliation;
using PianoZona.Testing;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>The inbox and the archive in memory keep the laws.</summary>
public sealed class MemoryFileTests : FileLaws
{
    private readonly MemoryFiles inbox = new(TimeProvider.System);
    private readonly MemoryFiles archive = new(TimeProvider.System);

    private protected override IInbox Inbox => new MemoryInbox(inbox);

    private protected override IArchive Archive => new MemoryArchive(inbox, archive);

    private protected override Task WriteAsync(
        string name, string content, IReadOnlyDictionary<string, string> metadata)
    {
        inbox.Write(name, Encoding.UTF8.GetBytes(content), metadata, replaces: true);
        return Task.CompletedTask;
    }
}

/// <summary>So do the receipts.</summary>
public sealed class MemoryReceiptTests : ReceiptLaws
{
    private protected override IReceiptStore Store { get; } = new MemoryReceipts();
}

/// <summary>So do the riparti.</summary>
public sealed class MemoryAllocationTests : AllocationLaws
{
    private protected override IAllocationStore Store { get; } = new MemoryAllocations();
}

/// <summary>So do the decisions.</summary>
public sealed class MemoryDecisionTests : DecisionLaws
{
    private protected override IDecisionLog Log { get; } = new MemoryDecisions();
}

/// <summary>So does the outbox.</summary>
public sealed class MemoryOutboxTests : OutboxLaws
{
    private protected override IOutbox Outbox { get; } = new InMemoryOutbox();
}

/// <summary>So does what was reconciled.</summary>
public sealed class MemoryFundStateTests : FundStateLaws
{
    private protected override IReconciliationStore Store { get; } = new InMemoryReconciliationStore();
}

/// <summary>So does what could not be read.</summary>
public sealed class MemoryRejectedTests : RejectedLaws
{
    private readonly MemoryRejected rejected = new();

    private protected override IRejectedMessages Rejected => rejected;

    private protected override Task<IReadOnlyList<string>> NamesAsync() =>
        Task.FromResult<IReadOnlyList<string>>([.. rejected.Kept.Keys]);
}

/// <summary>So do the queues.</summary>
public sealed class MemoryQueueTests : QueueLaws
{
    private readonly MemoryQueues queues = new();

    private protected override IHubQueues Queues => queues;

    private protected override Task<ReconcileMessage?> TakeReconciliationAsync() => TakeAsync(queues.Reconciliations);

    private protected override Task<MailMessage?> TakeMailAsync() => TakeAsync(queues.Mail);

    private protected override Task<BlobCreatedEvent?> TakeUploadAsync() => TakeAsync(queues.Uploads);

    private static Task<T?> TakeAsync<T>(Queue<T> queue)
        where T : class => Task.FromResult(queue.TryDequeue(out T? message) ? message : null);
}

/// <summary>So do the drafts.</summary>
public sealed class MemoryDraftTests : DraftLaws
{
    private readonly MemoryFiles inbox = new(TimeProvider.System);
    private readonly MemoryDrafts drafts;

    public MemoryDraftTests() => drafts = new MemoryDrafts(
        new MemoryFiles(TimeProvider.System), new MemoryFiles(TimeProvider.System), inbox);

    private protected override IDraftStore Store => drafts;

    private protected override IInbox Inbox => new MemoryInbox(inbox);

    private protected override Task WriteAtAsync(Uri address, byte[] content)
    {
        drafts.WriteAt(address, content);
        return Task.CompletedTask;
    }
}
