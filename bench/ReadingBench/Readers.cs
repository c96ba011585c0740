using System.Globalization;
using System.Text;
using CsvHelper;
using PianoZona.Contracts.Reading;
using PianoZona.Reading;

namespace PianoZona.ReadingBench;

/// <summary>The readers compared, and the file that they read.</summary>
internal static class Readers
{
    /// <summary>All characters of all cells, by CsvHelper.</summary>
    public static long ReadWithCsvHelper(string path, bool asChars)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using CsvReader reader = CsvReader.Create(stream, new CsvReaderOptions { Separator = ';', HasHeader = false, SkipEmptyLines = false });
        char[] cell = new char[32_767];
        long characters = 0;
        while (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                characters += asChars ? reader.GetChars(i, cell) : reader.GetSpan(i).Length;
            }
        }

        return characters;
    }

    /// <summary>All characters of all cells, by our reader.</summary>
    public static async Task<long> ReadWithOurs(string path, bool surveyOnly)
    {
        ReadLimits limits = new(MaxBytes: long.MaxValue, MaxRows: int.MaxValue);
        ReadResult result = await new UploadReader(limits).OpenAsync(new FileUpload(path), CancellationToken.None);
        await using IRowSource source = result.Source ?? throw new InvalidOperationException(result.Problems[0].Message);
        long characters = source.Header.Sum(cell => (long)cell.Length);
        while (!surveyOnly && await source.ReadAsync(CancellationToken.None))
        {
            for (int i = 0; i < source.CellCount; i++)
            {
                characters += source.Cell(i).Length;
            }
        }

        return characters;
    }

    // The flow prestazioni, as a provider's program would write it.
    /// <summary>Writes the file.</summary>
    public static void Generate(string path, int rows)
    {
        Random random = new(2026);
        using StreamWriter writer = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        writer.Write("ente_gestore;codice_istat;servizio;fondo;annualita;periodo;id_utente;data;quantita;unita;tariffa;importo;");
        writer.Write("quota_utente;quota_comune;quota_fondo;cig\r\n");
        CultureInfo italian = CultureInfo.GetCultureInfo("it-IT");
        for (int i = 0; i < rows; i++)
        {
            int amount = random.Next(100, 200_000);
            writer.Write(string.Create(italian, $"ente-{random.Next(10, 99)};0190{random.Next(10, 99)};SAD;FNPS;2025;2025-09;"));
            writer.Write(string.Create(italian, $"u{random.Next(100_000, 999_999)};{random.Next(1, 31):00}/09/2025;"));
            writer.Write(string.Create(italian, $"{random.Next(1, 40)};{(i % 7 == 0 ? "\"Ore; società\"" : "ORE")};{random.Next(1500, 3000) / 100m:N2};"));
            writer.Write(string.Create(italian, $"{amount / 100m:N2};{amount / 400m:N2};{amount / 200m:N2};{amount / 400m:N2};"));
            writer.Write(string.Create(italian, $"Z{random.Next(100_000_000, 999_999_999)}\r\n"));
        }
    }
}
