using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;
using PianoZona.Reconciliation;
using PianoZona.Storage.Tables;

namespace PianoZona.Simulation.Tests;

/// <summary>A message that asks for fund years to be reconciled.</summary>
internal sealed record Request(UploadSlot Slot, IReadOnlyList<FundKey> Funds);

/// <summary>
/// What waits to be done: it leaves the list only when it is finished, so whatever was interrupted comes again.
/// </summary>
internal sealed class Work
{
    /// <summary>Uploads in the inbox.</summary>
    public List<Posting> Inbox { get; } = [];

    /// <summary>Messages in the queue.</summary>
    public List<Request> Queue { get; } = [];
}

/// <summary>
/// One host: the steps of the two pipelines, over the real ledger and store, one storage request at a time.
/// </summary>
internal sealed class SimulatedHost(SimulatedTables tables, Work work, Reconciler reconciler)
{
    private const int MaxAttempts = 20;

    private readonly Gate gate = new();
    private ILedger? ledger;
    private IReconciliationStore? store;

    /// <summary>What it is doing; null when it is free.</summary>
    public Task? Running { get; private set; }

    /// <summary>Begins to process an upload, as somebody else may at the same time.</summary>
    public void Begin(Posting upload) => Begin(() => ProcessAsync(upload));

    /// <summary>Begins to reconcile.</summary>
    public void Begin(Request request) => Begin(() => ReconcileAsync(request));

    /// <summary>Goes on by one request, or dies at it.</summary>
    /// <exception cref="InvalidOperationException">It failed in a way that is no crash.</exception>
    public void Step(bool crash)
    {
        if (crash)
        {
            gate.Crash();
        }
        else
        {
            gate.Go();
        }

        if (Running!.IsCompleted)
        {
            if (Running.Exception?.InnerException is { } failure and not CrashException)
            {
                throw new InvalidOperationException("A host failed.", failure);
            }

            Running = null;
        }
        else if (!gate.IsWaiting)
        {
            throw new InvalidOperationException("A host waits for something that is no request.");
        }
    }

    private void Begin(Func<Task> job)
    {
        // A host that starts again remembers nothing.
        ledger = new TableLedger(tables.For(gate), TimeProvider.System);
        store = new TableReconciliationStore(tables.For(gate));
        Running = job();
    }

    private async Task ProcessAsync(Posting upload)
    {
        CurrentUpload? current = await ledger!.FindCurrentAsync(upload.Slot, CancellationToken.None);
        Reply<RecordedPosting> reply = await ledger.RecordAsync(upload, current, CancellationToken.None);
        if (reply is not Reply<RecordedPosting>.Done { Value.TouchedKeys: var touched })
        {
            throw new InvalidOperationException($"Not recorded: {reply}.");
        }

        if (touched.Count > 0)
        {
            await gate.PassAsync();
            work.Queue.Add(new Request(upload.Slot, touched));
        }

        await gate.PassAsync();
        work.Inbox.Remove(upload);
    }

    private async Task ReconcileAsync(Request request)
    {
        foreach (FundKey fund in request.Funds)
        {
            await UpdateAsync(request.Slot, fund);
        }

        await gate.PassAsync();
        work.Queue.Remove(request);
    }

    private async Task UpdateAsync(UploadSlot slot, FundKey fund)
    {
        for (int attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            FundState before = await store!.LoadAsync(slot.Ambito, fund, CancellationToken.None);
            Posting? inForce = await ledger!.ReadCurrentAsync(slot, CancellationToken.None);
            if (await store.SaveAsync(
                    reconciler.Reconcile(Reconciler.Replace(before, slot, inForce)), CancellationToken.None))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{fund} was written by others all the time.");
    }
}
