using System.Runtime.CompilerServices;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;

namespace PianoZona.Hub.Codes;

/// <summary>
/// The ledger, read by the codes of today (<see cref="Contracts.Configuration.FormerCode"/>): the history of a body
/// whose code changed, or that others became part of, stays together. What is recorded is never written anew.
/// </summary>
/// <param name="stored">The ledger as it was written.</param>
/// <param name="ambiti">Which codes are former ones.</param>
public sealed class LedgerOfToday(ILedger stored, IAmbitoDirectory ambiti) : ILedger
{
    /// <inheritdoc/>
    public async Task<CurrentUpload?> FindCurrentAsync(UploadSlot slot, CancellationToken cancellationToken) =>
        await CodesAsync(slot.Ambito, cancellationToken) is not { } codes
            ? await stored.FindCurrentAsync(slot, cancellationToken)
            : await StoredAsync(codes, slot, cancellationToken) is { } current ? codes.Of(current) : null;

    /// <inheritdoc/>
    /// <remarks>
    /// A file in force that the same Comune sent under a former code is replaced in its place, so that it does not
    /// count beside the new one.
    /// </remarks>
    public async Task<Reply<RecordedPosting>> RecordAsync(
        Posting posting, CurrentUpload? known, CancellationToken cancellationToken)
    {
        if (await CodesAsync(posting.Slot.Ambito, cancellationToken) is not { } codes
            || codes.PlacesOf(posting.Slot) is not { Count: > 1 } places)
        {
            return await stored.RecordAsync(posting, known, cancellationToken);
        }

        CurrentUpload? current = await StoredAsync(codes, posting.Slot, cancellationToken);
        return await stored.RecordAsync(
            posting with { Slot = current?.Slot ?? places[0] }, current, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Posting?> ReadCurrentAsync(UploadSlot slot, CancellationToken cancellationToken)
    {
        if (await CodesAsync(slot.Ambito, cancellationToken) is not { } codes)
        {
            return await stored.ReadCurrentAsync(slot, cancellationToken);
        }

        foreach (UploadSlot place in codes.PlacesOf(slot))
        {
            if (await stored.ReadCurrentAsync(place, cancellationToken) is { } posting)
            {
                return codes.Of(posting);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task<RecordedVersion?> ReadVersionAsync(
        UploadSlot slot, string receiptId, CancellationToken cancellationToken)
    {
        if (await CodesAsync(slot.Ambito, cancellationToken) is not { } codes)
        {
            return await stored.ReadVersionAsync(slot, receiptId, cancellationToken);
        }

        foreach (UploadSlot place in codes.PlacesOf(slot))
        {
            if (await stored.ReadVersionAsync(place, receiptId, cancellationToken) is { } version)
            {
                return version with { Posting = codes.Of(version.Posting) };
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<CurrentUpload> ListCurrentAsync(
        string ambito, string flow, int year, CancellationToken cancellationToken) =>
        EachOnceAsync(ambito, _ => stored.ListCurrentAsync(ambito, flow, year, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CurrentUpload> ListCurrentAsync(string ambito, CancellationToken cancellationToken) =>
        EachOnceAsync(ambito, _ => stored.ListCurrentAsync(ambito, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CurrentUpload> ListCurrentOfAsync(
        string ambito, IReadOnlyCollection<string> senders, CancellationToken cancellationToken) =>
        EachOnceAsync(
            ambito,
            codes => stored.ListCurrentOfAsync(ambito, codes?.SendersOf(senders) ?? senders, cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Posting> ListPostingsAsync(
        string ambito, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<Posting> all = stored.ListPostingsAsync(ambito, cancellationToken);
        if (await CodesAsync(ambito, cancellationToken) is { } codes)
        {
            all = codes.EachOnce(await all.ToListAsync(cancellationToken), posting => posting.Slot)
                .Select(codes.Of).ToAsyncEnumerable();
        }

        await foreach (Posting posting in all.WithCancellation(cancellationToken))
        {
            yield return posting;
        }
    }

    private async IAsyncEnumerable<CurrentUpload> EachOnceAsync(
        string ambito, Func<CodesOfToday?, IAsyncEnumerable<CurrentUpload>> list,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CodesOfToday? codes = await CodesAsync(ambito, cancellationToken);
        IAsyncEnumerable<CurrentUpload> all = list(codes);
        if (codes is not null)
        {
            all = codes.EachOnce(await all.ToListAsync(cancellationToken), upload => upload.Slot)
                .Select(codes.Of).ToAsyncEnumerable();
        }

        await foreach (CurrentUpload upload in all.WithCancellation(cancellationToken))
        {
            yield return upload;
        }
    }

    private async Task<CurrentUpload?> StoredAsync(
        CodesOfToday codes, UploadSlot slot, CancellationToken cancellationToken)
    {
        foreach (UploadSlot place in codes.PlacesOf(slot))
        {
            if (await stored.FindCurrentAsync(place, cancellationToken) is { } current)
            {
                return current;
            }
        }

        return null;
    }

    // Whoever asks has asked for the Ambiti before, so that what was read last is of now, and costs nothing.
    private async ValueTask<CodesOfToday?> CodesAsync(string ambito, CancellationToken cancellationToken) =>
        CodesOfToday.Of(ambiti.LastRead ?? await ambiti.GetAsync(cancellationToken), ambito);
}
