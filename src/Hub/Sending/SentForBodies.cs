using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Changes;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Ledger;

namespace PianoZona.Hub.Sending;

/// <summary>
/// What a body is told of the files that others sent for it: those that were accepted with figures of it, and nothing
/// else of them. A file without any is not there for it.
/// </summary>
public sealed class SentForBodies(
    SentFiles sent, IReceiptStore receipts, ILedger ledger, OtherTellings tellings, FileComparison comparison,
    DeadlineRegister deadlines, TimeProvider time)
{
    private const string Repeats = "PZ1017";

    /// <summary>What counts of what others sent for a body, the latest first. Asks the storage nothing.</summary>
    /// <param name="calendar">The calendar with what is in force of those who may send for the body.</param>
    public static IReadOnlyList<SentForBody> InForce(Ambito ambito, Sender body, Obligations calendar) =>
    [
        .. from current in calendar.InForce
           where current.Bodies.Contains(body.Code, StringComparer.Ordinal)
           let sender = SenderOf(ambito, body, current.Slot.Sender, current.Slot.Flow)
           where sender is not null
           orderby current.Sequence descending
           select new SentForBody(sender, ReceiptId.Parse(current.ReceiptId), current.ReceivedAt, Counts: true),
    ];

    /// <summary>
    /// All that others sent for a body, the latest first, replaced files too. For each who may send for it a listing,
    /// and one of what is in force; nothing where nobody may.
    /// </summary>
    /// <remarks>
    /// A replaced file whose receipt was stored before its bodies were kept beside it is not known to be the body's.
    /// </remarks>
    public async Task<IReadOnlyList<SentForBody>> ListAsync(
        Ambito ambito, Sender body, CancellationToken cancellationToken) =>
        [.. (await FilesAsync(ambito, body, cancellationToken)).Select(one => one.Sent)];

    /// <summary>Those of them that are the same as a file to the last byte, the latest first.</summary>
    /// <param name="sha256">Hash of the file, in hexadecimal digits.</param>
    public async Task<IReadOnlyList<SentForBody>> OfContentAsync(
        Ambito ambito, Sender body, string sha256, CancellationToken cancellationToken) =>
        [
            .. (await FilesAsync(ambito, body, cancellationToken))
                .Where(one => string.Equals(one.Sha256, sha256, StringComparison.OrdinalIgnoreCase))
                .Select(one => one.Sent),
        ];

    /// <summary>
    /// The proof of a file that was sent for a body; null when there is no such file, its sender does not send for the
    /// body, or none of the figures that it brought to the ledger is the body's.
    /// </summary>
    public async Task<SentForBodyProof?> FindAsync(
        Ambito ambito, Sender body, ReceiptId id, CancellationToken cancellationToken)
    {
        if (SenderOf(ambito, body, id.Sender, id.Flow) is not { } by
            || await receipts.FindAsync(id, cancellationToken) is not { } receipt)
        {
            return null;
        }

        UploadSlot slot = new(ambito.Code, ambito.PlaceOf(id.Sender), id.Flow, id.Period);
        RecordedVersion? version = await ledger.ReadVersionAsync(slot, PostedAs(receipt), cancellationToken);
        if (version is null || !version.Posting.Bodies.Contains(body.Code, StringComparer.Ordinal))
        {
            return null;
        }

        (CurrentUpload? current, IReadOnlyList<CurrentUpload> others) = await tellings.FindAsync(
            ambito, slot, [body.Code], cancellationToken);
        bool counts = current?.ReceiptId == version.Posting.ReceiptId;
        bool isGone = !counts && current?.Bodies.Contains(body.Code, StringComparer.Ordinal) != true;
        var (instead, inPart) = counts
            ? await comparison.InsteadAsync(ambito, version.Posting, body.Code, others, cancellationToken)
            : ([], true);
        return new SentForBodyProof(
            new SentForBody(by, id, receipt.ReceivedAt, counts),
            receipt.Sha256,
            BodyShare.Of(version.Posting, body.Code),
            counts || isGone ? null : ReceiptId.Parse(current!.ReceiptId))
        {
            CountsInstead = [.. instead.Select(one => one.Sender).Distinct(StringComparer.Ordinal)],
            CountsInPart = inPart,
            IsDueAgain = isGone && await OwesAsync(ambito, body, id, cancellationToken),
        };
    }

    /// <summary>
    /// The shares of the bodies for which a file was sent, as each of them may know of its own; none of a file that
    /// posted nothing of its own.
    /// </summary>
    public async Task<IReadOnlyList<(Sender Body, Sender By, BodyShare Share)>> SharesAsync(
        Ambito ambito, Receipt receipt, CancellationToken cancellationToken)
    {
        ReceiptId id = ReceiptId.Parse(receipt.Id);
        if (receipt.Outcome is not (Outcome.Accepted or Outcome.AcceptedWithWarnings)
            || PostedAs(receipt) != receipt.Id)
        {
            return [];
        }

        UploadSlot slot = new(ambito.Code, ambito.PlaceOf(id.Sender), id.Flow, id.Period);
        return await ledger.ReadVersionAsync(slot, receipt.Id, cancellationToken) is not { } version ? [] :
        [
            .. from code in version.Posting.Bodies
               let body = ambito.FindSender(code)
               where body is not null
               let sender = SenderOf(ambito, body, id.Sender, id.Flow)
               where sender is not null
               select (body, sender, BodyShare.Of(version.Posting, code)),
        ];
    }

    // Others may have sent it since, or the body itself.
    private async Task<bool> OwesAsync(Ambito ambito, Sender body, ReceiptId id, CancellationToken cancellationToken) =>
        (await deadlines.CalendarOfAsync(ambito, [body], RomeTime.Today(time), cancellationToken))
            .OwedBy(body, id.Flow, Period.Parse(id.Period)).Any(one => one.IsOpen);

    private async Task<IReadOnlyList<(SentForBody Sent, string? Sha256)>> FilesAsync(
        Ambito ambito, Sender body, CancellationToken cancellationToken)
    {
        Sender[] senders =
        [
            .. ambito.Senders.Where(one => one.Code != body.Code
                && (SendingBodies.MaySendFor(ambito, one, body) || ambito.AnswersForAll(one))),
        ];
        if (senders.Length == 0)
        {
            return [];
        }

        return
        [
            .. from file in await sent.ListAsync(ambito, senders, cancellationToken)
               where IsSeen(file) && file.Bodies!.Contains(body.Code, StringComparer.Ordinal)
               let id = file.Receipt.Id
               let sender = SenderOf(ambito, body, id.Sender, id.Flow)
               where sender is not null
               select (new SentForBody(sender, id, file.Receipt.ReceivedAt, file.State != SentState.Replaced),
                   file.Receipt.Sha256),
        ];
    }

    // What waited as an amendment came to the ledger only when it was granted, which its receipt does not tell.
    private static bool IsSeen(SentFile file) => file is { Bodies: not null, Receipt.Rows: > 0 }
        && (file.State is SentState.Accepted or SentState.AcceptedWithWarnings
            || file is { State: SentState.Replaced, Receipt.Waits: false });

    private static Sender? SenderOf(Ambito ambito, Sender body, string sender, string flow) =>
        ambito.FindSender(sender) is { } other && other.Code != body.Code
        && SendingBodies.MayHaveSentFor(ambito, other, body, flow)
            ? other
            : null;

    // The same bytes as what was in force posted nothing of their own.
    private static string PostedAs(Receipt receipt) =>
        receipt.Problems.FirstOrDefault(problem => problem.Code == Repeats)?.Expected ?? receipt.Id;
}
