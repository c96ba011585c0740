using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.Hub.Amendments;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;

namespace PianoZona.Hub.Uploads;

/// <summary>The files that bodies have sent, each with its receipt: none ever leaves the list.</summary>
public sealed class SentFiles(IReceiptStore receipts, ILedger ledger, AmendmentDesk amendments)
{
    /// <summary>What some bodies of an Ambito have sent, the latest first. A listing for each of their codes.</summary>
    /// <param name="bodies">Whose files are wanted.</param>
    public async Task<IReadOnlyList<SentFile>> ListAsync(
        Ambito ambito, IEnumerable<Sender> bodies, CancellationToken cancellationToken)
    {
        List<ReceiptLine> found = [];
        foreach (string code in bodies.SelectMany(body =>
                     body.FormerCodes.Select(former => former.Code).Prepend(body.Code)))
        {
            found.AddRange(await receipts.ListAsync(code, cancellationToken).ToListAsync(cancellationToken));
        }

        return found.Count == 0 ? [] : await WithStatesAsync(ambito, found, cancellationToken);
    }

    /// <summary>What some bodies have sent that is the same as a file to the last byte, the latest first.</summary>
    /// <param name="sha256">Hash of the file, in hexadecimal digits.</param>
    public async Task<IReadOnlyList<SentFile>> OfContentAsync(
        Ambito ambito, IEnumerable<Sender> bodies, string sha256, CancellationToken cancellationToken) =>
        [
            .. (await ListAsync(ambito, bodies, cancellationToken))
                .Where(one => string.Equals(one.Receipt.Sha256, sha256, StringComparison.OrdinalIgnoreCase)),
        ];

    private async Task<IReadOnlyList<SentFile>> WithStatesAsync(
        Ambito ambito, List<ReceiptLine> lines, CancellationToken cancellationToken)
    {
        Dictionary<UploadSlot, CurrentUpload> inForce = await ledger
            .ListCurrentOfAsync(
                ambito.Code, [.. lines.Select(line => line.Id.Sender).Distinct(StringComparer.Ordinal)],
                cancellationToken)
            .ToDictionaryAsync(one => one.Slot, cancellationToken: cancellationToken);
        // Few ever wait: what was decided is looked up only for them.
        Dictionary<string, Amendment> decided = lines.Exists(line => line.Waits)
            ? (await amendments.ListAsync(ambito, cancellationToken))
                .ToDictionary(one => one.ReceiptId, one => one.Amendment, StringComparer.Ordinal)
            : [];
        return
        [
            .. lines.LatestFirst(line => line.ReceivedAt, line => line.Id.Text)
                .Select(line => SentFile.Of(
                    line, inForce.GetValueOrDefault(SlotOf(line)), decided.GetValueOrDefault(line.Id.Text))),
        ];

        UploadSlot SlotOf(ReceiptLine line) =>
            new(ambito.Code, ambito.PlaceOf(line.Id.Sender), line.Id.Flow, line.Id.Period);
    }
}
