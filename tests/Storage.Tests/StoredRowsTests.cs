using Azure.Storage.Blobs;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Uploads;
using PianoZona.Testing;
using Xunit.Abstractions;

namespace PianoZona.Storage.Tests;

/// <summary>The rows of a long file, each of which opens at once.</summary>
public sealed class StoredRowsTests(AzuriteFixture azurite, ITestOutputHelper output) : IClassFixture<AzuriteFixture>
{
    private const int Rows = 100_000;

    [Fact]
    public async Task Read_AnyRowOfALongFile_GivesItsValues()
    {
        ReceiptId id = ReceiptId.For(
            $"ente-coop/prestazioni/2025-09/{AzuriteFixture.UniqueName("righe")}.csv", 1, string.Empty);
        BlobServiceClient blobs = new(azurite.ConnectionString);
        await blobs.GetBlobContainerClient(StorageNames.Archive).CreateIfNotExistsAsync();
        BlobArchive archive = new(blobs, TimeProvider.System);
        using (RowBook book = new())
        {
            ValidRow row = new(Prestazioni.Schema);
            for (int number = 2; number < Rows + 2; number++)
            {
                Fill(row, number);
                book.Accept(row);
            }

            await archive.StoreRowsAsync(id, book.Finish(), book.Index, default);
        }

        long start = TimeProvider.System.GetTimestamp();
        StoredRows stored = new((await archive.FindRowsAsync(id, default))!);
        IReadOnlyList<StoredRow> found = await stored.ReadAsync(RowSet.Parse("2,8193-8194,99999"), 500, default);
        output.WriteLine(
            $"{Rows} rows: four of them opened in {TimeProvider.System.GetElapsedTime(start).TotalMilliseconds:F0} ms");

        Assert.Equal([2, 8193, 8194, 99_999], found.Select(one => one.Number));
        Assert.All(
            found,
            one =>
                Assert.Equal(
                    ["SAD", "2025-09-14", "12.5", new Money(one.Number).ToString(), null],
                    new[]
                    {
                        Prestazioni.Servizio,
                        Prestazioni.Data,
                        Prestazioni.Quantita,
                        Prestazioni.Importo,
                        Prestazioni.CodiceCig,
                    }.Select(column => one.Cells[column.Ordinal])));
        Assert.Empty(await stored.ReadAsync(RowSet.Parse("200000"), 500, default));
        Assert.Equal(3, (await stored.ReadAsync(RowSet.Parse("2-99999"), 3, default)).Count);
    }

    [Fact]
    public async Task Find_FileThatIsNotLong_IsNone()
    {
        BlobServiceClient blobs = new(azurite.ConnectionString);
        await blobs.GetBlobContainerClient(StorageNames.Archive).CreateIfNotExistsAsync();

        Assert.Null(
            await new BlobArchive(blobs, TimeProvider.System).FindRowsAsync(
                ReceiptId.For("019021/riparto/2025/a.csv", 1, string.Empty), default));
    }

    private static void Fill(ValidRow row, int number)
    {
        row.Clear();
        row.Number = number;
        row[Prestazioni.Servizio] = new CellValue("SAD", 0, HasValue: true);
        row[Prestazioni.Data] = new CellValue(null, new DateOnly(2025, 9, 14).DayNumber, HasValue: true);
        row[Prestazioni.Quantita] = new CellValue(null, 125_000, HasValue: true);
        row[Prestazioni.Importo] = new CellValue(null, number, HasValue: true);
    }
}
