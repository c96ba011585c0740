using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Validation;

namespace PianoZona.Hub.Tests.Memory;

/// <summary>The receipts in memory, as the JSON in which they are stored.</summary>
internal sealed class MemoryReceipts : IReceiptStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, string> receipts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>?> bodiesOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> forms = new(StringComparer.Ordinal);

    public async Task<Receipt> StoreAsync(
        Receipt receipt, CancellationToken cancellationToken, IReadOnlyList<string>? bodies = null)
    {
        lock (gate)
        {
            receipts.TryAdd(receipt.Id, ReceiptJson.Write(receipt));
            bodiesOf.TryAdd(receipt.Id, bodies);
        }

        return (await FindAsync(ReceiptId.Parse(receipt.Id), cancellationToken))!;
    }

    public Task<Receipt?> FindAsync(ReceiptId id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(receipts.TryGetValue(id.Text, out string? json) ? ReceiptJson.Read(json) : null);
        }
    }

    public async Task StoreFormAsync(
        ReceiptId id, IReceiptForm form, Stream content, CancellationToken cancellationToken)
    {
        using MemoryStream copy = new();
        await content.CopyToAsync(copy, cancellationToken);
        lock (gate)
        {
            forms[id.Text + form.Ending] = copy.ToArray();
        }
    }

    public Task RemoveFormAsync(ReceiptId id, IReceiptForm form, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            forms.Remove(id.Text + form.Ending);
            return Task.CompletedTask;
        }
    }

    public Task<Stream?> FindFormAsync(ReceiptId id, string ending, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<Stream?>(
                forms.TryGetValue(id.Text + ending, out byte[]? content)
                    ? new MemoryStream(content, writable: false)
                    : null);
        }
    }

    public IAsyncEnumerable<ReceiptLine> ListAsync(string sender, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return receipts.Values.Select(json => ReceiptJson.Read(json))
                .Where(receipt => ReceiptId.Parse(receipt.Id).Sender == sender)
                .Select(receipt => ReceiptLine.Of(receipt) with { Bodies = bodiesOf[receipt.Id] })
                .ToArray()
                .ToAsyncEnumerable();
        }
    }

    public IAsyncEnumerable<(string ReceiptId, string Code, int Breaches)> ListTrialsAsync(
        CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return receipts
                .Values.Select(json => ReceiptJson.Read(json))
                .SelectMany(receipt =>
                    receipt
                        .ProblemCounts.Where(count => RuleCatalogue.Find(count.Key) is { Trial: true })
                        .Select(count => (receipt.Id, count.Key, count.Value)))
                .ToArray()
                .ToAsyncEnumerable();
        }
    }
}
