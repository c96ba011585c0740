using System.Security.Cryptography;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Sending;

/// <summary>Files that programs send: right or wrong, each gets a receipt, and the same again is the same.</summary>
public sealed class ProgramDesk(
    SendingDesk desk, IDraftStore drafts, IReceiptStore receipts, DraftDelivery delivery, LeftOutBodies leftOut,
    TimeProvider time)
{
    private static readonly Reply<ReceiptId> OfAnotherFile =
        new Reply<ReceiptId>.ConflictsOn("la stessa chiave è già servita per un altro file");

    /// <summary>
    /// Sends a file at once, as programs do: right or wrong, it gets a receipt. The same key again is the same upload.
    /// </summary>
    /// <returns>
    /// The number of its receipt; a conflict when the key was used for another file, flow or period, or the file leaves
    /// out bodies that the party does not say to leave out.
    /// </returns>
    public async Task<Reply<ReceiptId>> SubmitAsync(
        SendingParty party, DraftKey key, string fileName, Stream content, string flow, string period,
        CancellationToken cancellationToken)
    {
        Reply<ReceiptId> reply = await SubmitAsync(
            party,
            key,
            new DraftFacts(fileName, party.By, flow, period),
            facts => StoreAsync(key, content, facts, cancellationToken),
            async there =>
            {
                await using Stream stored = await there.Content.OpenAsync(cancellationToken);
                return await SameBytes.AreAsync(stored, content, cancellationToken);
            },
            cancellationToken);
        if (reply is Reply<ReceiptId>.ConflictsOn)
        {
            // What was not sent is not kept: the same key may be of another file the next time.
            await desk.DiscardAsync(key, cancellationToken);
        }

        return reply;
    }

    /// <summary>Where a program may write the bytes of a file, for an hour.</summary>
    public Task<DraftAddress> OpenAddressAsync(DraftKey key, CancellationToken cancellationToken) =>
        drafts.OpenAddressAsync(key, cancellationToken);

    /// <summary>Sends the file that was written at the address of a draft.</summary>
    /// <remarks>Repeating it is the same upload: what was written there since counts for nothing.</remarks>
    /// <returns>
    /// The number of its receipt; not found when nothing was written there, a conflict when it was sent for another
    /// flow or period, or leaves out bodies that the party does not say to leave out.
    /// </returns>
    public Task<Reply<ReceiptId>> SubmitWrittenAsync(
        SendingParty party, DraftKey key, string fileName, string flow, string period,
        CancellationToken cancellationToken) =>
        SubmitAsync(
            party,
            key,
            new DraftFacts(fileName, party.By, flow, period),
            async facts => await drafts.StoreWrittenAsync(key, facts, cancellationToken)
                ? null
                : new Reply<ReceiptId>.NotFound(),
            _ => Task.FromResult(true),
            cancellationToken);

    /// <summary>Looks at a file as at a draft, and keeps nothing of it.</summary>
    /// <returns>The receipt that it would get.</returns>
    /// <inheritdoc cref="SendingDesk.TakeInAsync"/>
    public async Task<Receipt> TryAsync(
        SendingParty party, DraftKey key, string fileName, Stream content, string flow, string period,
        CancellationToken cancellationToken)
    {
        await desk.TakeInAsync(key, new DraftFacts(fileName, party.By, flow, period), content, cancellationToken);
        DraftState? draft;
        try
        {
            draft = await desk.FindAsync(party, key, cancellationToken);
        }
        finally
        {
            await desk.DiscardAsync(key, CancellationToken.None);
        }

        return draft?.Check?.Found
            ?? throw new InvalidOperationException($"Draft {key.Id} went while it was looked at.");
    }

    // The bytes that come are read once: stored, or compared with those that are there.
    private async Task<Reply<ReceiptId>> SubmitAsync(
        SendingParty party, DraftKey key, DraftFacts facts, Func<DraftFacts, Task<Reply<ReceiptId>?>> store,
        Func<DraftFile, Task<bool>> isThere, CancellationToken cancellationToken)
    {
        DraftState? sent = await delivery.FindSentAsync(key, cancellationToken);
        bool isNew = sent is null;
        if (!isNew && IsForTheSame(sent!) && !await IsStoredAsync())
        {
            return OfAnotherFile;
        }

        if (isNew)
        {
            if (await TakeAsync(party, key, facts, store, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            sent = await delivery.FindSentAsync(key, cancellationToken);
        }

        return sent switch
        {
            null => new Reply<ReceiptId>.NotFound(),
            _ when !IsForTheSame(sent) =>
                new Reply<ReceiptId>.ConflictsOn("la stessa chiave è già servita per un altro flusso o periodo"),
            { HasReceipt: true, Receipt: { } receipt } => new Reply<ReceiptId>.Done(receipt, IsNew: false),
            _ => new Reply<ReceiptId>.Done(await delivery.DeliverAsync(key, sent.Facts, cancellationToken), isNew),
        };

        bool IsForTheSame(DraftState one) => one.Facts.Flow == facts.Flow && one.Facts.Period == facts.Period;

        async Task<bool> IsStoredAsync()
        {
            await using DraftFile? there = await drafts.TryOpenAsync(key, cancellationToken);
            // What was quarantined is not there any more: nobody can tell.
            return there is null
                || await receipts.FindAsync(there.Facts.ReceiptOf(key), cancellationToken)
                    is { Outcome: Outcome.Quarantined }
                || await isThere(there);
        }
    }

    // What may leave somebody out has a place in time only when it is known that it does not, or is meant to.
    private async Task<Reply<ReceiptId>?> TakeAsync(
        SendingParty party, DraftKey key, DraftFacts facts, Func<DraftFacts, Task<Reply<ReceiptId>?>> store,
        CancellationToken cancellationToken)
    {
        DraftFacts sent = facts with { Sequence = UploadSequence.At(time.GetUtcNow()) };
        if (!await leftOut.MayLeaveOutAsync(party, facts.Flow!, facts.Period!, cancellationToken))
        {
            return await store(sent);
        }

        if (await store(facts) is { } refusal)
        {
            return refusal;
        }

        await using DraftFile? there = await drafts.TryOpenAsync(key, cancellationToken);
        if (there is null or { Facts.Sequence: not null })
        {
            return null;
        }

        IReadOnlyList<string> missing = await leftOut.FindAsync(
            party, key, facts, there.Content, cancellationToken);
        if (LeftOutBodies.Conflict(
            party, missing, $"aggiungile, o ripeti la richiesta con «senza={string.Join(',', missing)}»")
            is { } conflict)
        {
            return conflict;
        }

        // Where it is another by now, the same request came twice: what became of it is looked for next.
        await drafts.StateAsync(key, sent, there.Content.Version, cancellationToken);
        return null;
    }

    // The bytes can be read only once: those that were not stored are known by their hash.
    private async Task<Reply<ReceiptId>?> StoreAsync(
        DraftKey key, Stream content, DraftFacts facts, CancellationToken cancellationToken)
    {
        using SHA256 hash = SHA256.Create();
        await using CryptoStream read = new(content, hash, CryptoStreamMode.Read, leaveOpen: true);
        if (await drafts.TryStoreAsync(key, read, facts, version: null, cancellationToken) is not null)
        {
            return null;
        }

        await read.CopyToAsync(Stream.Null, cancellationToken);
        await using DraftFile? there = await drafts.TryOpenAsync(key, cancellationToken);
        if (there is null)
        {
            return new Reply<ReceiptId>.NotFound();
        }

        await using Stream stored = await there.Content.OpenAsync(cancellationToken);
        return (await SHA256.HashDataAsync(stored, cancellationToken)).AsSpan().SequenceEqual(hash.Hash)
            ? null
            : OfAnotherFile;
    }
}
