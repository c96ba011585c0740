using System.Globalization;
using Newtonsoft.Json;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.Functions.Storage;
using PianoZona.Validation;

namespace PianoZona.Functions.Pipeline;

/// <summary>What comes for a period that was approved or closed (<i>rettifiche</i>): it waits, and is posted when staff accepts it.</summary>
public sealed class AmendmentDesk(
    PeriodRegister periods, DeadlineRegister deadlines, IDecisionLog decisions, BlobReceipts receipts, BlobArchive archive,
    UploadExamination examination, UploadPosting postings, AmbitoDirectory ambiti, TimeProvider time)
{
    private const string Code = "PZ1018";

    /// <summary>Whether an accepted upload must wait. One that must is on record after this; repeating it changes nothing.</summary>
    /// <param name="posting">What it would post.</param>
    /// <param name="received">The day it came; null when that is not known.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Why it must, in Italian, as the rule says it; null when it counts.</returns>
    public async Task<string?> HoldsAsync(Posting posting, DateOnly? received, CancellationToken cancellationToken)
    {
        UploadSlot slot = posting.Slot;
        string? reason = await ReasonAsync(posting, received, cancellationToken);

        // Staff may have decided between an attempt that was interrupted and this one.
        if (reason is not null && (await decisions.ListAsync(slot.Ambito, DecisionKinds.Amendment, posting.ReceiptId, cancellationToken)).Count == 0)
        {
            Amendment waiting = new(AmendmentState.Waiting, null);
            await decisions.AppendAsync(slot.Ambito, DecisionOf(posting.ReceiptId, waiting, slot.Sender), cancellationToken);
        }

        return reason;
    }

    /// <summary>The receipt of an upload that waits: the same verdict, and why nothing of it counts yet.</summary>
    public static Receipt Waiting(Receipt receipt, string reason)
    {
        Problem waits = RuleCatalogue.Of(Code).At(Location.File, ("periodo", receipt.Period), ("motivo", reason));
        return receipt with
        {
            Outcome = Outcome.AcceptedWithWarnings,
            Problems = [waits, .. receipt.Problems],
            ProblemCounts = new SortedDictionary<string, int>(receipt.ProblemCounts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
            {
                [Code] = 1,
            },
        };
    }

    /// <summary>All amendments of an Ambito with the last that was decided of each.</summary>
    public async Task<IReadOnlyList<(string ReceiptId, Amendment Amendment, Decision Decision)>> ListAsync(Ambito ambito, CancellationToken cancellationToken)
    {
        List<Decision> all = await decisions.ListAsync(ambito.Code, DecisionKinds.Amendment, cancellationToken).ToListAsync(cancellationToken);
        return [.. all.GroupBy(one => one.Subject, StringComparer.Ordinal).Select(group => (group.Key, AmendmentOf(group.Last()), group.Last()))];
    }

    /// <summary>Accepts an amendment, which posts it, or refuses it. Repeating it changes nothing.</summary>
    /// <returns>Null when there is no such amendment; else, in Italian, why it cannot be decided so; empty when it is.</returns>
    public async Task<string?> DecideAsync(Ambito ambito, ReceiptId id, bool accepts, string? reason, string by, CancellationToken cancellationToken)
    {
        IReadOnlyList<Decision> before = await decisions.ListAsync(ambito.Code, DecisionKinds.Amendment, id.Text, cancellationToken);
        if (before.Count == 0 || await receipts.FindAsync(id, cancellationToken) is not { } receipt)
        {
            return null;
        }

        AmendmentState wanted = accepts ? AmendmentState.Accepted : AmendmentState.Refused;
        AmendmentState now = AmendmentOf(before[^1]).State;
        if (now != AmendmentState.Waiting && now != wanted)
        {
            return "Su questa rettifica si è già deciso diversamente: chiedere al mittente un nuovo invio.";
        }

        if (accepts && await PostAsync(id, receipt, cancellationToken) is { } mistake)
        {
            return mistake;
        }

        await decisions.AppendAsync(ambito.Code, DecisionOf(id.Text, new Amendment(wanted, reason), by), cancellationToken);
        return string.Empty;
    }

    // The file as it was archived, judged again: its verdict may have changed with the configuration.
    private async Task<string?> PostAsync(ReceiptId id, Receipt receipt, CancellationToken cancellationToken)
    {
        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        await using ReceivedBlob file = await archive.OpenReceivedAsync(id, cancellationToken);
        EnvelopeResult envelope = Envelope.Check($"{id.Folder}/{receipt.FileName}", known.OfSender);
        Examination found = await examination.ExamineAsync(envelope, file, file.Submission with { ReceivedOn = null }, cancellationToken);
        if (!found.IsAccepted)
        {
            return "Con le regole e la configurazione di oggi il file verrebbe respinto: chiedere al mittente un nuovo invio.";
        }

        // The copy in the archive was written later than the file: its own time is no place.
        long sequence = file.HasExactSequence ? file.Sequence : receipt.ReceivedAt.UtcTicks;
        await postings.PostAsync(found.Posting(sequence, id.Text), current: null, cancellationToken);
        return null;
    }

    private async Task<string?> ReasonAsync(Posting posting, DateOnly? received, CancellationToken cancellationToken)
    {
        if (await periods.IsFrozenAsync(posting.Slot, cancellationToken))
        {
            return "le cifre sono già state approvate";
        }

        Ambito? ambito = (await ambiti.GetAsync(cancellationToken)).Find(posting.Slot.Ambito);
        return ambito is not null && await deadlines.LockedSinceAsync(ambito, posting, received, cancellationToken) is { } day
            ? $"la raccolta è chiusa dal {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}"
            : null;
    }

    private Decision DecisionOf(string receiptId, Amendment amendment, string by) =>
        new(DecisionKinds.Amendment, receiptId, JsonConvert.SerializeObject(amendment), by, time.GetUtcNow());

    private static Amendment AmendmentOf(Decision decision) => JsonConvert.DeserializeObject<Amendment>(decision.Content)!;
}
