using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Amendments;

/// <summary>
/// What waits because its period was approved or closed (<i>rettifiche</i>): it is posted when staff accepts it.
/// </summary>
public sealed class AmendmentDesk(
    IDecisionLog decisions,
    IReceiptStore receipts,
    ArchivedPosting posted,
    UploadPosting postings,
    TimeProvider time)
{
    private const string DecidedOtherwise =
        "Su questa rettifica si è già deciso diversamente: chiedere al mittente un nuovo invio.";

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
            return new Reply<Amendment>.ConflictsOn(DecidedOtherwise);
        }

        Reply<Posting>? posting = accepts ? await posted.ReadAsync(id, receipt, cancellationToken) : null;
        if (posting is not null and not Reply<Posting>.Done)
        {
            return posting.Of<Amendment>();
        }

        // Said before it is posted: who says otherwise meanwhile is told so, and the books hold what was decided.
        Amendment decided = new(wanted, reason);
        Decision decision = AmendmentDecision.Of(id.Text, decided, by, time.GetUtcNow());
        if (now != wanted
            && await decisions.AppendAfterAsync(ambito.Code, decision, before.Count, cancellationToken) is null)
        {
            return new Reply<Amendment>.ConflictsOn(DecidedOtherwise);
        }

        if (posting is Reply<Posting>.Done done)
        {
            await postings.PostAsync(done.Value, current: null, cancellationToken);
        }

        return new Reply<Amendment>.Done(decided, IsNew: now == AmendmentState.Waiting);
    }
}
