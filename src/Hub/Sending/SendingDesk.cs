using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Sending;

/// <summary>Who sends.</summary>
/// <param name="Body">The body that they act for.</param>
/// <param name="By">Who they are, by opaque id.</param>
public sealed record SendingParty(Ambito Ambito, Sender Body, string By)
{
    /// <summary>The other body whose duty they begin, whom they may send for; null = their own.</summary>
    public Sender? For { get; init; }

    /// <summary>
    /// Codes of the bodies that they say to leave out: what is in force of them shall count no longer when their file
    /// takes its place without rows of them.
    /// </summary>
    public IReadOnlyList<string> LeavesOut { get; init; } = [];
}

/// <summary>A draft as it stands.</summary>
/// <param name="Check">
/// What was found in it; null = its flow or period is not known yet, and nothing is wrong with it whatever it is.
/// </param>
/// <param name="Receipt">Number of the receipt it gets; null = it was not sent.</param>
public sealed record DraftState(DraftKey Key, DraftFacts Facts, DraftCheck? Check, ReceiptId? Receipt)
{
    /// <summary>Whether the receipt is there: what was sent has been taken in.</summary>
    public bool HasReceipt { get; init; }

    /// <summary>The version of the draft that was looked at; empty = it was sent.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>Until when it is asked for; null = nothing has a day, or its flow or period is not known.</summary>
    public DraftTerm? Term { get; init; }

    /// <summary>What the calendar says of its period, also where that is of others whom its sender sends for.</summary>
    public DraftAsked Asked { get; init; } = DraftAsked.Nothing;
}

/// <summary>Until when a draft is in time.</summary>
/// <param name="Until">The last day.</param>
/// <param name="IsLate">Whether it is late: what the first page of its body says of the duty, too.</param>
public sealed record DraftTerm(DateOnly Until, bool IsLate)
{
    /// <summary>Whether the day makes nobody late.</summary>
    public bool IsIndicative { get; init; }

    /// <summary>Whether the day is past, though it makes nobody late.</summary>
    public bool IsPastIndicative { get; init; }
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
    DraftRecognition recognition,
    DraftInspection inspection,
    DraftDelivery delivery,
    DraftConfirmation confirmation,
    ReturnedSheet sheets,
    TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Takes a file in, whole.</summary>
    /// <param name="key">Which draft it becomes; the same again is stored in its place.</param>
    /// <param name="facts">
    /// Who puts it there and what they say of it; a flow or period that is null is told by the file or the calendar.
    /// </param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Interrupts it; a draft that is there in part is not there.</param>
    public Task TakeInAsync(
        DraftKey key, DraftFacts facts, Stream content, CancellationToken cancellationToken) =>
        drafts.StoreAsync(key, content, facts, cancellationToken);

    /// <summary>
    /// Takes a file in, whole, and looks at it at once, whoever waits for the answer or no longer does.
    /// </summary>
    /// <remarks>
    /// One that holds personal data is not kept until somebody opens it, nor one that cannot be looked at.
    /// </remarks>
    /// <inheritdoc cref="TakeInAsync"/>
    /// <param name="party">Who puts it there.</param>
    public async Task ReceiveAsync(
        SendingParty party, DraftKey key, DraftFacts facts, Stream content, CancellationToken cancellationToken)
    {
        await TakeInAsync(key, facts, content, cancellationToken);
        await LookAtAsync(party, key);
    }

    /// <summary>Takes a part of a file in, from 0; repeating it changes nothing.</summary>
    public Task TakePartAsync(DraftKey key, int part, Stream content, CancellationToken cancellationToken) =>
        drafts.StorePartAsync(key, part, content, cancellationToken);

    /// <summary>Puts the parts of a file together; what was sent stays as it was.</summary>
    /// <returns>Which draft it is; a conflict when one of its parts has not come, or it was sent already.</returns>
    /// <inheritdoc cref="ReceiveAsync"/>
    /// <param name="parts">How many parts it came in.</param>
    public async Task<Reply<DraftKey>> JoinAsync(
        SendingParty party, DraftKey key, DraftFacts facts, int parts, CancellationToken cancellationToken)
    {
        await using DraftFile? there = await drafts.TryOpenAsync(key, cancellationToken);
        if (there is { Facts.Sequence: not null })
        {
            return new Reply<DraftKey>.ConflictsOn(
                "Questo file è già stato inviato: un altro file ha un altro numero.");
        }

        Joining joined = await drafts.JoinAsync(key, parts, facts, there?.Content.Version, cancellationToken);
        if (joined == Joining.Done)
        {
            await LookAtAsync(party, key);
        }

        return joined switch
        {
            Joining.Done => new Reply<DraftKey>.Done(key, IsNew: true),
            Joining.PartMissing => new Reply<DraftKey>.ConflictsOn(
                "Manca una parte del file: invia quelle che non sono arrivate e ripeti."),
            _ => new Reply<DraftKey>.ConflictsOn("Il file è cambiato nel frattempo: ripeti."),
        };
    }

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
            DraftState sent = await delivery.StateOfAsync(file, cancellationToken);
            if (!sent.HasReceipt && time.GetUtcNow() - UploadSequence.ReceivedAt(sequence) > Patience)
            {
                // Something broke just when it was delivered: who looks at it has it delivered.
                await delivery.DeliverAsync(key, file.Facts, cancellationToken);
            }

            return sent;
        }

        DraftFacts facts = await recognition.RecogniseAsync(party, file, cancellationToken);
        if (facts.Flow is null || facts.Period is null)
        {
            DraftCheck? unplaced = await inspection.CheckUnplacedAsync(
                party.Ambito, file with { Facts = facts }, file.Facts, cancellationToken);
            return new DraftState(key, facts, unplaced, null) { Version = unplaced?.Version ?? string.Empty };
        }

        DraftCheck check = await inspection.CheckAsync(
            party.Ambito, file with { Facts = facts }, file.Facts, cancellationToken);
        return new DraftState(key, facts, check, null)
        {
            Version = check.Version,
            Term = await recognition.TermOfAsync(party, facts, cancellationToken),
            Asked = await recognition.AskedAsync(party, facts, cancellationToken),
        };
    }

    /// <summary>The sheet of a draft with its problems in it.</summary>
    /// <returns>The workbook (XLSX); null when the draft is gone or was sent, or there is nothing to show.</returns>
    public async Task<Stream?> SheetAsync(SendingParty party, DraftKey key, CancellationToken cancellationToken)
    {
        if (await FindAsync(party, key, cancellationToken) is not { Check: { } check }
            || !ReturnedSheet.Has(check.Found))
        {
            return null;
        }

        await using DraftFile? file = await drafts.TryOpenAsync(key, cancellationToken);
        return file is null
            ? null
            : await sheets.WriteAsync(file.Content, check.Found, isSent: false, cancellationToken);
    }

    /// <summary>A draft with its bytes, which the caller disposes; null when it is gone.</summary>
    public Task<DraftFile?> OpenAsync(DraftKey key, CancellationToken cancellationToken) =>
        drafts.TryOpenAsync(key, cancellationToken);

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
                key, file.Facts with { Flow = flow, Period = period, NilReturn = nilReturn }, file.Content.Version,
                cancellationToken) is not null;
    }

    /// <summary>Sends a draft that would be accepted; repeating it is the same upload.</summary>
    /// <param name="seen">What was shown to who confirms it; null = it was made just now, and shown to nobody.</param>
    /// <returns>
    /// The number of its receipt; a conflict when it would not be accepted, is no longer what was shown, leaves out
    /// bodies that the party does not say to leave out, or would replace a file that is still on its way or is
    /// confirmed at the same time.
    /// </returns>
    public async Task<Reply<ReceiptId>> SendAsync(
        SendingParty party, DraftKey key, DraftSeen? seen, CancellationToken cancellationToken)
    {
        // Before the draft is looked at: who confirms another of its place since is met.
        PlaceConfirmations? before = seen is null
            ? null : await confirmation.FindAsync(party, key, cancellationToken);
        if (await FindAsync(party, key, cancellationToken) is not { } draft)
        {
            return new Reply<ReceiptId>.NotFound();
        }

        if (draft.Receipt is null
            && await confirmation.ConflictAsync(party, draft, seen, before, cancellationToken) is { } conflict)
        {
            return new Reply<ReceiptId>.ConflictsOn(conflict);
        }

        DraftFacts facts = draft.Facts with
        {
            Sequence = draft.Facts.Sequence ?? UploadSequence.At(time.GetUtcNow()), By = party.By,
        };
        if (draft.Receipt is null && await drafts.StateAsync(key, facts, draft.Version, cancellationToken) is null)
        {
            return await SentMeanwhileAsync(key, cancellationToken);
        }

        return new Reply<ReceiptId>.Done(
            draft.HasReceipt ? draft.Receipt! : await delivery.DeliverAsync(key, facts, cancellationToken),
            IsNew: draft.Receipt is null);
    }

    /// <summary>Throws a draft away; what was sent stays sent.</summary>
    public async Task DiscardAsync(DraftKey key, CancellationToken cancellationToken)
    {
        await using DraftFile? there = await drafts.TryOpenAsync(key, cancellationToken);
        if (there is null or { Facts.Sequence: null })
        {
            // One that is gone may have left what stands beside it: a removal that broke off is ended.
            await drafts.RemoveAsync(key, there?.Content.Version, cancellationToken);
        }
    }

    /// <summary>Throws a draft away that could not be sent, when another was chosen in its place.</summary>
    public async Task DiscardRefusedAsync(DraftKey key, CancellationToken cancellationToken)
    {
        if (await drafts.FindCheckAsync(key, cancellationToken) is { } check && !DraftCheck.Read(check).MaySend)
        {
            await DiscardAsync(key, cancellationToken);
        }
    }

    // Not interrupted by who no longer waits: what was taken in is not left unseen.
    private async Task LookAtAsync(SendingParty party, DraftKey key)
    {
        bool isLookedAt = false;
        try
        {
            await FindAsync(party, key, CancellationToken.None);
            isLookedAt = true;
        }
        finally
        {
            if (!isLookedAt)
            {
                await DiscardAsync(key, CancellationToken.None);
            }
        }
    }

    // Who presses twice sends once; what is there may also be another file by now.
    private async Task<Reply<ReceiptId>> SentMeanwhileAsync(DraftKey key, CancellationToken cancellationToken)
    {
        if (await delivery.FindSentAsync(key, cancellationToken) is { Receipt: { } receipt })
        {
            return new Reply<ReceiptId>.Done(receipt, IsNew: false);
        }

        await using DraftFile? there = await drafts.TryOpenAsync(key, cancellationToken);
        return there is null
            ? new Reply<ReceiptId>.NotFound()
            : new Reply<ReceiptId>.ConflictsOn("il file è cambiato nel frattempo: controllalo di nuovo");
    }
}
