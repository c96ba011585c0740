using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Validation;

namespace PianoZona.Hub.Amendments;

/// <summary>
/// What waits because its period was approved or closed (<i>rettifiche</i>): it is posted when staff accepts it.
/// </summary>
public sealed class AmendmentDesk(
    IDecisionLog decisions,
    IReceiptStore receipts,
    IArchive archive,
    UploadExamination examination,
    UploadPosting postings,
    IAmbitoDirectory ambiti,
    TimeProvider time)
{
    /// <summary>All amendments of an Ambito with the last that was decided of each.</summary>
    public async Task<IReadOnlyList<DecidedAmendment>> ListAsync(Ambito ambito, CancellationToken cancellationToken)
    {
        List<Decision> all = await decisions
            .ListAsync(ambito.Code, DecisionKinds.Amendment, cancellationToken)
            .ToListAsync(cancellationToken);
        return
        [
            .. all.GroupBy(one => one.Subject, StringComparer.Ordinal)
                .Select(group => new DecidedAmendment(group.Key, AmendmentDecision.Read(group.Last()), group.Last())),
        ];
    }

    /// <summary>Accepts an amendment, which posts it, or refuses it. Repeating it changes nothing.</summary>
    public async Task<Reply<Amendment>> DecideAsync(
        Ambito ambito, ReceiptId id, bool accepts, string? reason, string by, CancellationToken cancellationToken)
    {
        IReadOnlyList<Decision> before = await decisions.ListAsync(
            ambito.Code, DecisionKinds.Amendment, id.Text, cancellationToken);
        if (before.Count == 0 || await receipts.FindAsync(id, cancellationToken) is not { } receipt)
        {
            return new Reply<Amendment>.NotFound();
        }

        AmendmentState wanted = accepts ? AmendmentState.Accepted : AmendmentState.Refused;
        AmendmentState now = AmendmentDecision.Read(before[^1]).State;
        if (now != AmendmentState.Waiting && now != wanted)
        {
            return new Reply<Amendment>.ConflictsOn(
                "Su questa rettifica si è già deciso diversamente: chiedere al mittente un nuovo invio.");
        }

        if (accepts && await PostAsync(id, receipt, cancellationToken) is { } mistake)
        {
            return new Reply<Amendment>.ConflictsOn(mistake);
        }

        Amendment decided = new(wanted, reason);
        await decisions.AppendAsync(
            ambito.Code, AmendmentDecision.Of(id.Text, decided, by, time.GetUtcNow()), cancellationToken);
        return new Reply<Amendment>.Done(decided, IsNew: now == AmendmentState.Waiting);
    }

    // The file as it was archived, judged again: its verdict may have changed with the configuration.
    private async Task<string?> PostAsync(ReceiptId id, Receipt receipt, CancellationToken cancellationToken)
    {
        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        await using ReceivedFile file = await archive.TryOpenReceivedAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"Upload {id} is not in the archive.");
        EnvelopeResult envelope = Envelope.Check($"{id.Folder}/{receipt.FileName}", known.OfSender);
        Examination found = await examination.ExamineAsync(
            envelope,
            file,
            file.Submission with
            {
                ReceivedOn = null,
            },
            cancellationToken);
        if (!found.IsAccepted)
        {
            return "Con le regole e la configurazione di oggi il file verrebbe respinto: chiedere al mittente un "
                + "nuovo invio.";
        }

        // The copy in the archive was written later than the file: its own time is no place.
        long sequence = file.HasExactSequence ? file.Sequence : UploadSequence.At(receipt.ReceivedAt);
        await postings.PostAsync(found.Posting(sequence, id.Text), current: null, cancellationToken);
        return null;
    }
}
