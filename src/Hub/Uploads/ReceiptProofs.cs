using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Amendments;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Uploads;

/// <summary>Receipts as proofs of what was sent. Who may read which is for the caller to say.</summary>
public sealed class ReceiptProofs(
    IReceiptStore receipts, IDecisionLog decisions, UploadChanges changes)
{
    /// <summary>The receipt with a number, and what became of its file; null when there is none.</summary>
    /// <exception cref="InvalidDataException">The ledger has lost the upload that it replaced.</exception>
    public async Task<ReceiptProof?> FindAsync(Ambito ambito, ReceiptId id, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(id, cancellationToken) is not { } receipt)
        {
            return null;
        }

        (UploadChange? change, CurrentUpload? current) = await changes.FindInPlaceAsync(
            ambito, receipt, cancellationToken);
        IReadOnlyList<DecidedAmendment> decided = AmendmentHold.HasWaited(receipt)
            ? await DecisionsAsync(ambito, id, cancellationToken)
            : [];
        return new ReceiptProof(
            receipt,
            SentFile.Of(ReceiptLine.Of(receipt), current, decided is [.., { } last] ? last.Amendment : null),
            change,
            current,
            decided);
    }

    private async Task<IReadOnlyList<DecidedAmendment>> DecisionsAsync(
        Ambito ambito, ReceiptId id, CancellationToken cancellationToken) =>
        [
            .. (await decisions.ListAsync(ambito.Code, DecisionKinds.Amendment, id.Text, cancellationToken))
                .Select(one => new DecidedAmendment(id.Text, AmendmentDecision.Read(one), one)),
        ];
}
