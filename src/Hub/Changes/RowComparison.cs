using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Uploads;
using PianoZona.Validation;

namespace PianoZona.Hub.Changes;

/// <summary>
/// How many rows of two files differ, whatever column it is: many columns are in no figure that is posted. How a value
/// is written, and the order of rows and columns, make no difference.
/// </summary>
public sealed class RowComparison(RowsInForce archived, UploadExamination examination, UploadEnvelopes envelopes)
{
    /// <summary>Files of more rows are not compared: who looks at a page would wait for it.</summary>
    public const int MostRows = 20_000;

    /// <summary>Whether the figures leave it open what else two files say differently.</summary>
    /// <param name="found">What was found of their figures.</param>
    public static bool IsAsked(ComparedFiles found) =>
        found.Summary is { RowsBefore: > 0 and <= MostRows, RowsAfter: > 0 and <= MostRows, Detail: var detail }
        && (found.Beside.PostsNothing || (detail.IsNone && !found.Beside.ChangesUncounted));

    /// <summary>Compares two files of the archive.</summary>
    /// <param name="old">Receipt of the earlier one.</param>
    /// <param name="next">Receipt of the later one.</param>
    /// <returns>
    /// Of the rows that only one of them has, as many as that one has that has more of them; null when a file is not in
    /// the archive, or the rules of today do not accept what was accepted.
    /// </returns>
    public async Task<int?> DifferentAsync(
        RecordedRows old, RecordedRows next, CancellationToken cancellationToken) =>
        await ArchivedAsync(old, cancellationToken) is { } before
        && await ArchivedAsync(next, cancellationToken) is { } after
            ? before.DifferentFrom(after)
            : null;

    /// <summary>Compares a draft with a file of the archive.</summary>
    /// <param name="path">The path that the draft would have.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="rows">How many of its rows would be accepted.</param>
    /// <inheritdoc cref="DifferentAsync(RecordedRows, RecordedRows, CancellationToken)"/>
    public async Task<int?> DifferentAsync(
        RecordedRows old, string path, IUploadContent content, int rows, CancellationToken cancellationToken)
    {
        if (await ArchivedAsync(old, cancellationToken) is not { } before)
        {
            return null;
        }

        Digests after = new();
        Submission submission = new(NilReturn: false, ReceivedOn: null, new DeclaredTotals(null, null));
        await examination.ExamineAsync(
            await envelopes.OfPathAsync(path, cancellationToken), content, submission, cancellationToken, after);
        return after.Count == rows ? before.DifferentFrom(after) : null;
    }

    private async Task<Digests?> ArchivedAsync(RecordedRows file, CancellationToken cancellationToken)
    {
        Digests rows = new();
        return await archived.TryReadAsync(file.Receipt, rows, cancellationToken) && rows.Count == file.Rows
            ? rows
            : null;
    }

    // What rows say, without keeping it.
    private sealed class Digests : IAcceptedRows
    {
        private readonly Dictionary<UInt128, int> all = [];

        public int Count { get; private set; }

        public void Accept(ValidRow row)
        {
            StringBuilder text = new();
            foreach (Column column in row.Schema.Columns)
            {
                CellValue cell = row[column];
                text.Append(
                    CultureInfo.InvariantCulture, $"{cell.HasValue}|{cell.Number}|{cell.Text?.Length}|{cell.Text}\n");
            }

            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
            UInt128 key = BinaryPrimitives.ReadUInt128BigEndian(hash);
            all[key] = all.GetValueOrDefault(key) + 1;
            Count++;
        }

        public int DifferentFrom(Digests other)
        {
            int same = all.Sum(one => Math.Min(one.Value, other.all.GetValueOrDefault(one.Key)));
            return Math.Max(Count, other.Count) - same;
        }
    }
}

/// <summary>The rows of a file that was accepted.</summary>
/// <param name="Receipt">Number of its receipt.</param>
/// <param name="Rows">How many were accepted.</param>
public sealed record RecordedRows(ReceiptId Receipt, int Rows)
{
    /// <summary>Those of what was posted.</summary>
    public static RecordedRows Of(Posting posting) =>
        new(ReceiptId.Parse(posting.ReceiptId), posting.Rows);
}
