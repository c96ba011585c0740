using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Codes;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Ledger;
using PianoZona.Notification.Sending;
using PianoZona.Reading;
using PianoZona.Reconciliation;
using PianoZona.Testing;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>
/// The use cases over ports in memory: each step happens when a test says so, and may be made to fail at any request.
/// </summary>
internal sealed class MemoryHub : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly InstantTime time = new(Start);
    private readonly MemoryFiles inbox;
    private readonly MemoryFiles archive;
    private readonly ServiceProvider services;

    public MemoryHub()
    {
        inbox = new MemoryFiles(time);
        archive = new MemoryFiles(time);
        Drafts = new MemoryDrafts(new MemoryFiles(time), new MemoryFiles(time), inbox);
        ServiceCollection parts = new();
        parts.AddLogging();
        parts.AddSingleton<TimeProvider>(time);
        parts.AddSingleton(new HubTimes(TimeSpan.Zero, TimeSpan.FromMinutes(1)));
        parts.AddSingleton(new UploadReader(new ReadLimits(50 * 1024 * 1024, 1_000_000)));
        parts.AddSingleton<IReceiptForm, PlainForm>();
        parts.AddHubUseCases();
        AddPorts(parts);
        services = parts.BuildServiceProvider();
    }

    public Requests Requests { get; } = new();

    public MemoryDrafts Drafts { get; }

    public MemoryQueues Queues { get; } = new();

    public MemoryReceipts Receipts { get; } = new();

    public MemoryMailbox Mailbox { get; } = new();

    public MemoryRejected Rejected { get; } = new();

    /// <summary>The configuration; setting it is another document from now on.</summary>
    public Ambito Ambito { get; set; } = AmbitoDocument.Read(TestAmbito.Json).Ambito!;

    public IReadOnlyList<string> Waiting => [.. inbox.All.Select(file => file.Name)];

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Puts a file into the inbox, as a sender would, and gives the number its receipt will have.</summary>
    public ReceiptId Put(string name, string content, long sequence) =>
        Put(name, Encoding.UTF8.GetBytes(content), sequence);

    /// <summary>The same of bytes that are no text.</summary>
    public ReceiptId Put(string name, byte[] content, long sequence)
    {
        inbox.Write(name, content, MemoryInbox.Sequence(sequence), replaces: true);
        return ReceiptId.For(name, sequence, string.Empty);
    }

    public Task ProcessAsync(string name) => Get<UploadPipeline>().ProcessAsync(name, default);

    /// <summary>Takes every reconciliation that was asked for, until there is none.</summary>
    public async Task ReconcileAllAsync()
    {
        while (Queues.Reconciliations.TryDequeue(out ReconcileMessage? message))
        {
            await Get<ReconcilePipeline>().ReconcileAsync(message, default);
        }
    }

    public Task<FundState> StateAsync(string fund, int year) =>
        Get<IReconciliationStore>().LoadAsync(TestAmbito.Code, new FundKey(fund, year), default);

    public Task<Receipt?> FindReceiptAsync(ReceiptId id) => Receipts.FindAsync(id, default);

    public async Task<bool> HasFormAsync(ReceiptId id, string ending) =>
        await Receipts.FindFormAsync(id, ending, default) is not null;

    public bool IsArchived(ReceiptId id) => archive.Find(id.Path) is not null;

    public void Dispose() => services.Dispose();

    private void AddPorts(IServiceCollection parts)
    {
        FixedAmbiti ambiti = new(this);
        parts.AddSingleton<IAmbitoDirectory>(ambiti);
        parts.AddSingleton<IUploadCosts>(new NoCosts());
        Gated<IInbox>(parts, new MemoryInbox(inbox));
        Gated<IDraftStore>(parts, Drafts);
        Gated<IArchive>(parts, new MemoryArchive(inbox, archive));
        Gated<IReceiptStore>(parts, Receipts);
        Gated<IHubQueues>(parts, Queues);
        Gated<IAllocationStore>(parts, new MemoryAllocations());
        Gated<IDecisionLog>(parts, new MemoryDecisions());
        parts.AddSingleton<ILedger>(
            new LedgerOfToday(Gate.Before<ILedger>(new InMemoryLedger(time), Requests), ambiti));
        parts.AddSingleton<IReconciliationStore>(
            new StatesOfToday(Gate.Before<IReconciliationStore>(new InMemoryReconciliationStore(), Requests), ambiti));
        Gated<IOutbox>(parts, new InMemoryOutbox());
        Gated<IMailbox>(parts, Mailbox);
        Gated<IReturnedMail>(parts, Mailbox);
        Gated<IRejectedMessages>(parts, Rejected);
        parts.AddSingleton(new SendPace(time, int.MaxValue));
        parts.AddSingleton(new HubAddress(null));
    }

    private void Gated<T>(IServiceCollection parts, T port)
        where T : class => parts.AddSingleton(Gate.Before(port, Requests));

    private sealed class FixedAmbiti(MemoryHub hub) : IAmbitoDirectory
    {
        public IReadOnlyDictionary<string, IReadOnlyList<Mistake>> Mistakes { get; } =
            new Dictionary<string, IReadOnlyList<Mistake>>(StringComparer.Ordinal);

        public AmbitoSet? LastRead => new([hub.Ambito]);

        public ValueTask<AmbitoSet> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(LastRead!);
    }

    private sealed class NoCosts : IUploadCosts
    {
        public void ChargeTo(string receiptId)
        {
            // Nobody counts here.
        }
    }

    // Where the page would be: the outcome, and no more.
    private sealed class PlainForm : IReceiptForm
    {
        public string Ending => ReceiptForms.Page;

        public string ContentType => "text/plain";

        public bool Has(Receipt receipt) => true;

        public Task<Stream> WriteAsync(Receipt receipt, CancellationToken cancellationToken) =>
            Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(receipt.Outcome.ToString())));
    }
}
