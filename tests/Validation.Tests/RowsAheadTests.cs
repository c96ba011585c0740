using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation.Tests;

/// <summary>Rows that are cut and read ahead, on other threads, are checked as if one by one.</summary>
public sealed class RowsAheadTests
{
    private const int Many = 30_000; // several batches
    private const string Header =
        "ente_gestore|codice_istat|servizio|periodo|id_utente|quantita|unita|tariffa|importo|quota_utente|cig";

    private static readonly string[] Faults =
    [
        "ente-udp|019021|SAD|2025-09|UT-1|1,5|ORE|10,00|15,01|15,01|", // product
        "ente-udp|019021|SAD|2025-09|UT-2|1,5|ORE|10,00|15,00|14,00|", // shares
        "ente-udp|019021|SAD|2025-09|UT-3|1.5|ORE|10,00|15,00||", // two readings
        "ente-udp|019021|SAD|2025-08|UT-4|1,5|ORE|10,00|15,00||", // period
        "ente-udp|019021|SAT|2025-09|UT-5|1,5|ORE|10,00|15,00||", // no such service
        "ente-udp|019021|SAD|2025-09|UT-6|1,5|ORE|-1,00|-1,50||", // out of range
        "ente-udp|019021|SAD|2025-09|UT-7|1,5|ORE|10,00", // few cells
        "ente-udp|019021|SAD|2025-09|Rossi Mario|1,5|ORE|10,00|15,00||", // a name
        "ente-udp|019021|SAD|2025-09||1,5|ORE|10,00|15,00||", // missing
        "ente-udp|19021|SAD|2025-09|UT-8|1,5|ORE|10,00|15,00||", // a zero lost
        "TOTALE|||||||||15,00|", // check total
        "ente-udp|019021|SAD|2025-09|UT-1|1,5|ORE|10,00|15,00||A0B1C2D3E4", // twice
        "ente-udp|019021|SAD|2025-09|UT-1|1,5|ORE|10,00|15,00||A0B1C2D3E4",
    ];

    private static UploadContext Context =>
        new(
            Ambiti.OglioPo,
            Ambiti.OglioPo.FindSender("ente-udp")!,
            Prestazioni.Schema,
            Period.Parse("2025-09"),
            NilReturn: false);

    private static IEnumerable<string> Rows(int faultEvery) =>
        Enumerable
            .Range(0, Many)
            .Select(i =>
                i % faultEvery == faultEvery - 1
                    ? Faults[i / faultEvery % Faults.Length]
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"ente-udp|019021|SAD|2025-09|UT-{i:000000}|{(i % 9) + 1}|ORE|10,00|{(i % 9) + 1}0,00|{(i % 9) + 1}0,00|"
                    ));

    // A column without a header, which may hold something in any row, leaves every row to the checking.
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(997)]
    public void ValidateAsync_RowsReadAheadOrNot_SameResult(int faultEvery)
    {
        (ValidationResult ahead, Check.AcceptedCells aheadRows) = Check.File(
            Context, ArrayRows.Of(Header, Rows(faultEvery)));
        (ValidationResult plain, Check.AcceptedCells plainRows) = Check.File(
            Context, ArrayRows.Of(Header + "|", Rows(faultEvery).Select(row => row + "|")));

        Assert.Contains(ahead.ProblemCounts, count => count.Key == "PZ4006");
        Assert.Equal(plain.Rows, ahead.Rows);
        Assert.Equal(plain.Totals, ahead.Totals);
        Assert.Equal(plain.CheckTotals, ahead.CheckTotals);
        Assert.Equal(
            plain.ProblemCounts.Where(count => count.Key is not ("PZ2004" or "PZ4002")),
            ahead.ProblemCounts.Where(count => count.Key != "PZ4002"));
        Assert.Equal(plainRows.Rows.Select(row => row.Row), aheadRows.Rows.Select(row => row.Row));
        Assert.Equal(
            plainRows.Rows.SelectMany(row => row.Cells.Values), aheadRows.Rows.SelectMany(row => row.Cells.Values));
        Assert.Equal(Told(plain), Told(ahead));
        static IEnumerable<Problem> Told(ValidationResult result) =>
            result.Problems.Where(problem => problem.Code is not ("PZ2004" or "PZ4002"));
    }

    [Fact]
    public void ValidateAsync_CleanRows_AllAcceptedInTheirOrder()
    {
        (ValidationResult result, Check.AcceptedCells accepted) = Check.File(
            Context, ArrayRows.Of(Header, Rows(Many + 1)));

        Assert.Empty(result.Codes());
        Assert.Equal(Outcome.Accepted, result.Outcome);
        Assert.Equal(Enumerable.Range(2, Many), accepted.Rows.Select(row => row.Row));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(Many - 1)]
    public async Task ValidateAsync_SourceBreaks_ThrowsWhatBrokeIt(int after)
    {
        BreakingRows source = new(after, () => new IOException("The storage is gone."));

        await Assert.ThrowsAsync<IOException>(() => ValidateAsync(source, CancellationToken.None));
    }

    [Fact]
    public async Task ValidateAsync_CancelledHalfWay_Stops()
    {
        using CancellationTokenSource cancel = new();
        BreakingRows source = new(Many - 1, () =>
        {
            cancel.Cancel();
            return new OperationCanceledException(cancel.Token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ValidateAsync(source, cancel.Token));
    }

    [Fact]
    public async Task ValidateAsync_SinkThrows_ThrowsItAndLeavesNothingReading()
    {
        ArrayRows rows = ArrayRows.Of(Header, Rows(Many + 1));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new UploadValidator().ValidateAsync(Context, rows, new BreakingSink(), CancellationToken.None));

        // Whoever disposes the source now must not meet a thread that still reads it.
        int at = rows.RowNumber;
        await Task.Yield();
        Assert.Equal(at, rows.RowNumber);
    }

    private static Task<ValidationResult> ValidateAsync(IRowSource source, CancellationToken cancellationToken) =>
        new UploadValidator().ValidateAsync(Context, source, new Check.AcceptedCells(), cancellationToken);

    /// <summary>Clean rows, and then an exception.</summary>
    private sealed class BreakingRows(int after, Func<Exception> exception) : IRowSource
    {
        private readonly ArrayRows rows = ArrayRows.Of(RowsAheadTests.Header, Rows(Many + 1));
        private int read;

        public FileSurvey Survey => rows.Survey;

        public int HeaderRow => rows.HeaderRow;

        public IReadOnlyList<string> Header => rows.Header;

        public int RowNumber => rows.RowNumber;

        public int CellCount => rows.CellCount;

        public Problem? Failure => rows.Failure;

        public ReadOnlySpan<char> Cell(int index) => rows.Cell(index);

        public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) =>
            read++ < after ? rows.ReadAsync(cancellationToken) : throw exception();

        public ValueTask DisposeAsync() => rows.DisposeAsync();
    }

    private sealed class BreakingSink : IAcceptedRows
    {
        public void Accept(ValidRow row)
        {
            if (row.Number > Many / 2)
            {
                throw new InvalidOperationException("The sink is full.");
            }
        }
    }
}
