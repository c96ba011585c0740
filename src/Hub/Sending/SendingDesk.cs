using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Validation;

namespace PianoZona.Hub.Sending;

/// <summary>Who sends.</summary>
/// <param name="Body">The body that they act for.</param>
/// <param name="By">Who they are, by opaque id.</param>
public sealed record SendingParty(Ambito Ambito, Sender Body, string By);

/// <summary>A draft as it stands.</summary>
/// <param name="Check">What was found in it; null = its flow or period is not known yet.</param>
/// <param name="Receipt">Number of the receipt it gets; null = it was not sent.</param>
public sealed record DraftState(DraftKey Key, DraftFacts Facts, DraftCheck? Check, ReceiptId? Receipt)
{
    /// <summary>Whether the receipt is there: what was sent has been taken in.</summary>
    public bool HasReceipt { get; init; }

    /// <summary>
    /// The last day on which it is in time; null = it cannot be late, or its flow or period is not known.
    /// </summary>
    public DateOnly? Term { get; init; }
}

/// <summary>
/// Files before they are sent: taken in, told what they are, checked by the same validation as when they are sent, and
/// sent as they are.
/// </summary>
/// <remarks>
/// Nothing is posted before it is sent, and what is sent goes the way of every file. A draft has its place in time from
/// the first time it is sent: sending it again is the same upload.
/// </remarks>
public sealed class SendingDesk(
    IDraftStore drafts,
    UploadExamination examination,
    UploadEnvelopes envelopes,
    DraftComparison comparison,
    DraftRecognition recognition,
    IReceiptStore receipts,
    IHubQueues queues,
    TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Takes a file in, whole.</summary>
    /// <param name="key">Which draft it becomes; the same again is stored in its place.</param>
    /// <param name="by">Who puts it there, by opaque id.</param>
    /// <param name="fileName">The name that they gave it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="flow">The flow that it was asked for as; null = the file tells.</param>
    /// <param name="period">The period that it was asked for; null = the file or the calendar tells.</param>
    /// <param name="cancellationToken">Interrupts it; a draft that is there in part is not there.</param>
    public Task TakeInAsync(
        DraftKey key, string by, string fileName, Stream content, string? flow, string? period,
        CancellationToken cancellationToken) =>
        drafts.StoreAsync(key, content, new DraftFacts(fileName, by, flow, period), cancellationToken);

    /// <summary>Takes a part of a file in, from 0; repeating it changes nothing.</summary>
    public Task TakePartAsync(DraftKey key, int part, Stream content, CancellationToken cancellationToken) =>
        drafts.StorePartAsync(key, part, content, cancellationToken);

    /// <summary>The parts that have come.</summary>
    public Task<IReadOnlySet<int>> PartsAsync(DraftKey key, CancellationToken cancellationToken) =>
        drafts.PartsAsync(key, cancellationToken);

    /// <summary>Puts the parts of a file together.</summary>
    /// <returns>False when one of them has not come.</returns>
    /// <inheritdoc cref="TakeInAsync"/>
    public Task<bool> JoinAsync(
        DraftKey key, string by, string fileName, int parts, string? flow, string? period,
        CancellationToken cancellationToken) =>
        drafts.JoinAsync(key, parts, new DraftFacts(fileName, by, flow, period), cancellationToken);

    /// <summary>A draft as it stands: what was not looked for yet is looked for now. Null when it is gone.</summary>
    public async Task<DraftState?> FindAsync(SendingParty party, DraftKey key, CancellationToken cancellationToken)
    {
        await using DraftFile? file = await drafts.TryOpenAsync(key, cancellationToken);
        if (file is null)
        {
            return null;
        }

        if (file.Facts.Sequence is { } sequence)
        {
            return await SentAsync(file, sequence, cancellationToken);
        }

        DraftFacts facts = await recognition.RecogniseAsync(party, file, cancellationToken);
        if (facts.Flow is null || facts.Period is null)
        {
            return new DraftState(key, facts, null, null);
        }

        DraftCheck check = await CheckedAsync(file with { Facts = facts }, cancellationToken);
        if (facts != file.Facts)
        {
            // After the check: what is written beside a file makes another version of it.
            await drafts.StateAsync(key, facts, cancellationToken);
        }

        return new DraftState(key, facts, check, null)
        {
            Term = await recognition.TermOfAsync(party, facts, cancellationToken),
        };
    }

    /// <summary>What a sender prepares, the latest first.</summary>
    public Task<IReadOnlyList<DraftLine>> ListAsync(SendingParty party, CancellationToken cancellationToken) =>
        drafts.ListAsync(party.Body.Code, cancellationToken);

    /// <summary>Takes a draft for another flow and period, or for a declaration that there is nothing.</summary>
    /// <returns>False when it is gone.</returns>
    public async Task<bool> TakeForAsync(
        DraftKey key, string flow, string period, bool nilReturn, CancellationToken cancellationToken)
    {
        await using DraftFile? file = await drafts.TryOpenAsync(key, cancellationToken);
        return file is { Facts.Sequence: null }
            && await drafts.StateAsync(
                key, file.Facts with { Flow = flow, Period = period, NilReturn = nilReturn }, cancellationToken);
    }

    /// <summary>Sends a draft that would be accepted; repeating it is the same upload.</summary>
    /// <returns>The number of its receipt.</returns>
    public async Task<Reply<ReceiptId>> SendAsync(
        SendingParty party, DraftKey key, CancellationToken cancellationToken)
    {
        if (await FindAsync(party, key, cancellationToken) is not { } draft)
        {
            return new Reply<ReceiptId>.NotFound();
        }

        if (draft.Receipt is null && draft.Check is not { MaySend: true })
        {
            return new Reply<ReceiptId>.ConflictsOn(
                draft.Check is { IsSame: true }
                    ? "il file è identico a quello già accettato: non c'è nulla da inviare"
                    : "il file ha errori da correggere: così com'è non sarebbe accettato");
        }

        DraftFacts facts = draft.Facts with
        {
            Sequence = draft.Facts.Sequence ?? UploadSequence.At(time.GetUtcNow()), By = party.By,
        };
        if (draft.Receipt is null && !await drafts.StateAsync(key, facts, cancellationToken))
        {
            return new Reply<ReceiptId>.NotFound();
        }

        return new Reply<ReceiptId>.Done(
            await DeliverAsync(key, facts, cancellationToken), IsNew: draft.Receipt is null);
    }

    /// <summary>
    /// Sends a file at once, as programs do: right or wrong, it gets a receipt. The same key again is the same upload.
    /// </summary>
    /// <returns>The number of its receipt; a conflict when the key was used for another flow or period.</returns>
    public async Task<Reply<ReceiptId>> SubmitAsync(
        SendingParty party, DraftKey key, string fileName, Stream content, string flow, string period,
        CancellationToken cancellationToken)
    {
        DraftFacts facts = new(fileName, party.By, flow, period) { Sequence = UploadSequence.At(time.GetUtcNow()) };
        await using (DraftFile? earlier = await drafts.TryOpenAsync(key, cancellationToken))
        {
            if (earlier is { Facts.Sequence: not null })
            {
                return earlier.Facts.Flow == flow && earlier.Facts.Period == period
                    ? new Reply<ReceiptId>.Done(
                        await DeliverAsync(key, earlier.Facts, cancellationToken), IsNew: false)
                    : new Reply<ReceiptId>.ConflictsOn("la stessa chiave è già servita per un altro flusso o periodo");
            }
        }

        await drafts.StoreAsync(key, content, facts, cancellationToken);
        return new Reply<ReceiptId>.Done(await DeliverAsync(key, facts, cancellationToken), IsNew: true);
    }

    /// <summary>Throws a draft away; what was sent stays sent.</summary>
    public Task DiscardAsync(DraftKey key, CancellationToken cancellationToken) =>
        drafts.RemoveAsync(key, cancellationToken);

    // One that was not delivered, because something broke just then, is delivered when somebody looks at it.
    private async Task<DraftState> SentAsync(DraftFile file, long sequence, CancellationToken cancellationToken)
    {
        ReceiptId id = ReceiptId.For(PathOf(file.Key, file.Facts), sequence, string.Empty);
        bool hasReceipt = await receipts.FindAsync(id, cancellationToken) is not null;
        if (!hasReceipt && time.GetUtcNow() - UploadSequence.ReceivedAt(sequence) > Patience)
        {
            await DeliverAsync(file.Key, file.Facts, cancellationToken);
        }

        return new DraftState(file.Key, file.Facts, null, id) { HasReceipt = hasReceipt };
    }

    private async Task<ReceiptId> DeliverAsync(DraftKey key, DraftFacts facts, CancellationToken cancellationToken)
    {
        string path = PathOf(key, facts);
        await drafts.SendAsync(key, facts, path, cancellationToken);
        // As Event Grid does, which may be slower; a file that is announced twice is taken in once.
        await queues.AnnounceAsync(BlobCreatedEvent.OfInbox(path, key.Id, time.GetUtcNow()), cancellationToken);
        return ReceiptId.For(path, facts.Sequence!.Value, string.Empty);
    }

    // The name that the sender gave it is no part of a path.
    private static string PathOf(DraftKey key, DraftFacts facts) =>
        $"{key.Sender}/{facts.Flow}/{facts.Period}/{key.Id}";

    private async Task<DraftCheck> CheckedAsync(DraftFile file, CancellationToken cancellationToken) =>
        await KeptAsync(file, cancellationToken) ?? await CheckAsync(file, cancellationToken);

    // What was found before, as long as it is about the same flow and period, and about what is in force now.
    private async Task<DraftCheck?> KeptAsync(DraftFile file, CancellationToken cancellationToken)
    {
        if (await drafts.FindCheckAsync(file.Key, cancellationToken) is not { } text)
        {
            return null;
        }

        DraftCheck kept = DraftCheck.Read(text);
        bool isBlocked = kept.Found.Outcome == Outcome.Quarantined;
        return isBlocked
            || (kept.Found.Flow == file.Facts.Flow
                && kept.Found.Period == file.Facts.Period
                && kept.IsNil == file.Facts.NilReturn
                && await comparison.IsCurrentAsync(kept, file.Key.Sender, cancellationToken))
            ? kept
            : null;
    }

    private async Task<DraftCheck> CheckAsync(DraftFile file, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        string path = PathOf(file.Key, file.Facts);
        EnvelopeResult envelope = (await envelopes.OfAsync(path, cancellationToken)) with
        {
            FileName = file.Facts.FileName,
        };
        Submission submission = new(file.Facts.NilReturn, RomeTime.DayOf(now), new DeclaredTotals(null, null));
        Examination found = await examination.ExamineAsync(
            envelope, file.Content, submission, cancellationToken);
        DraftCheck check = await comparison.WithBooksAsync(
            found, found.Receipt(ReceiptId.For(path, UploadSequence.At(now), string.Empty), now, now),
            file.Facts.NilReturn, cancellationToken);
        if (found.Verdict.Outcome == Outcome.Quarantined)
        {
            // What holds personal data is kept nowhere: its sender still has it.
            await drafts.StoreAsync(file.Key, Stream.Null, file.Facts, cancellationToken);
        }

        await drafts.StoreCheckAsync(file.Key, check.Write(), cancellationToken);
        return check;
    }
}
