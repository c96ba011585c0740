using System.Text;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Reading;

namespace PianoZona.Workbooks.Tests;

/// <summary>A CSV in memory, and receipts about it.</summary>
internal sealed class CsvUpload(string text) : IUploadContent
{
    private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);

    public long Length => bytes.Length;

    public ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        new(new MemoryStream(bytes, writable: false));

    public static async Task<IRowSource> RowsAsync(string text) =>
        (await new UploadReader(new ReadLimits()).OpenAsync(new CsvUpload(text), CancellationToken.None)).Source!;

    public static Receipt Receipt(Outcome outcome, params IReadOnlyList<Problem> problems) =>
        new(
            "R-1",
            "018110",
            "spesa-sociale",
            "2025",
            "=HYPERLINK(\"x\").csv",
            "00",
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch,
            "2026.1",
            outcome,
            new RowCounts(3, 1, 0, 2),
            [],
            [],
            problems,
            problems
                .GroupBy(problem => problem.Code)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));
}
