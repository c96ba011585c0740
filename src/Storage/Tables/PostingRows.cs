using System.Globalization;
using Azure.Data.Tables;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Storage.Tables;

/// <summary>
/// How a posting lies in table <c>registro</c>. Its <b>version</b> holds all of it and never changes; the
/// <b>pointer</b> of its slot names the version in force and repeats what is asked for most, the entries included when
/// they are small.
/// </summary>
internal static class PostingRows
{
    private const string Sequence = "Sequence";
    private const string ReceiptId = "ReceiptId";
    private const string Sha256 = "Sha256";
    private const string Rows = "Rows";
    private const string Bodies = "Bodies";
    private const string Funds = "Funds";
    private const string RecordedAt = "RecordedAt";
    private const string Touched = "Touched";
    private const string Replaced = "Replaced";
    private const string CameIntoForce = "CameIntoForce";
    private const string VersionRow = "Version";
    private const string VersionParts = "VersionParts";

    /// <summary>What a pointer says, without the entries.</summary>
    public static readonly string[] PointerColumns = [Sequence, ReceiptId, Sha256, Rows, Bodies, Funds, RecordedAt];

    /// <summary>The rows of a version.</summary>
    /// <param name="touched">
    /// The fund years whose balances it may change: kept, so that a step that is resumed tells them again.
    /// </param>
    /// <param name="current">What is in force before it.</param>
    /// <param name="recordedAt">Now.</param>
    public static IReadOnlyList<TableEntity> Version(
        Posting posting, IReadOnlyList<FundKey> touched, CurrentUpload? current, DateTimeOffset recordedAt)
    {
        bool inForce = current is null || ComesAfter(posting, current);
        TableEntity first = Head(TableKeys.Version(posting), posting, recordedAt);
        first[Touched] = LedgerJson.WriteText(touched);
        first[CameIntoForce] = inForce;
        if (inForce && current is not null)
        {
            first[Replaced] = current.ReceiptId;
        }

        return ChunkedPayload.Write(first, PostingPayload.Write(posting));
    }

    /// <summary>The pointer to a version.</summary>
    public static TableEntity Pointer(Posting posting, IReadOnlyList<TableEntity> version, DateTimeOffset recordedAt)
    {
        TableEntity pointer = Head(TableKeys.Pointer(posting.Slot.Sender), posting, recordedAt);
        pointer[VersionRow] = version[0].RowKey;
        pointer[VersionParts] = version.Count;
        ChunkedPayload.CopyIfSmall(version, pointer);
        return pointer;
    }

    /// <summary>
    /// Whether a posting comes after the one in force, by its place in time and then by its receipt's number.
    /// </summary>
    public static bool ComesAfter(Posting posting, CurrentUpload current) =>
        UploadOrder.IsAfter(posting.Sequence, posting.ReceiptId, current.Sequence, current.ReceiptId);

    /// <summary>The first row of the version that a pointer names, and how many rows it has.</summary>
    public static (string RowKey, int Parts) TargetOf(TableEntity pointer) =>
        (pointer.GetString(VersionRow)!, pointer.GetInt32(VersionParts)!.Value);

    /// <summary>The fund years that a version touched when it was recorded.</summary>
    public static FundKey[] TouchedBy(TableEntity version) =>
        LedgerJson.ReadText<FundKey[]>(version.GetString(Touched)!);

    /// <summary>What a pointer says.</summary>
    public static CurrentUpload ReadPointer(TableEntity pointer) => new(
        TableKeys.SlotOf(pointer),
        pointer.GetInt64(Sequence)!.Value,
        pointer.GetString(ReceiptId)!,
        pointer.GetString(Sha256)!,
        pointer.GetInt32(Rows)!.Value,
        LedgerJson.ReadText<string[]>(pointer.GetString(Bodies)!),
        LedgerJson.ReadText<FundKey[]>(pointer.GetString(Funds)!),
        pointer.GetDateTimeOffset(RecordedAt)!.Value,
        pointer.ETag.ToString());

    /// <summary>The posting that a version holds.</summary>
    /// <exception cref="InvalidDataException">
    /// Rows are missing or altered, though a version is written whole and never changes.
    /// </exception>
    public static Posting ReadVersion(UploadSlot slot, IReadOnlyList<TableEntity> rows)
    {
        TableEntity first = rows[0];
        byte[] payload =
            ChunkedPayload.Read(rows)
            ?? throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Version '{first.RowKey}' of '{first.PartitionKey}' is damaged: {rows.Count} rows do not hold "
                        + $"what was written."));
        PostingPayload content = PostingPayload.Read(payload);
        return new Posting(
            slot,
            first.GetInt64(Sequence)!.Value,
            first.GetString(ReceiptId)!,
            first.GetString(Sha256)!,
            first.GetInt32(Rows)!.Value,
            LedgerJson.ReadText<string[]>(first.GetString(Bodies)!),
            content.Entries)
        {
            Documents = content.Documents,
            Memos = content.Memos,
            Totals = content.Totals,
        };
    }

    /// <summary>A version with what it replaced.</summary>
    public static RecordedVersion ReadRecorded(UploadSlot slot, IReadOnlyList<TableEntity> rows) => new(
        ReadVersion(slot, rows),
        rows[0].GetDateTimeOffset(RecordedAt)!.Value,
        rows[0].GetBoolean(CameIntoForce) ?? true,
        rows[0].GetString(Replaced));

    private static TableEntity Head(string rowKey, Posting posting, DateTimeOffset recordedAt) =>
        new(TableKeys.Partition(posting.Slot), rowKey)
        {
            [Sequence] = posting.Sequence,
            [ReceiptId] = posting.ReceiptId,
            [Sha256] = posting.Sha256,
            [Rows] = posting.Rows,
            [Bodies] = LedgerJson.WriteText(posting.Bodies),
            [Funds] = LedgerJson.WriteText(posting.Funds()),
            [RecordedAt] = recordedAt,
        };
}
