using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;
using PianoZona.Contracts.Reading;
using PianoZona.Reading;
using PianoZona.ReadingBench;

// Usage: ReadingBench [rows] [rounds]. Each round reads the same generated file with every reader, in turn.
int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300_000;
int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
string path = Path.Combine(Path.GetTempPath(), "pianozona-reading-bench.csv");
Generate(path, rows);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows x 16 columns, {new FileInfo(path).Length / 1048576.0:F1} MB"));

(string Name, Func<Task<long>> Read)[] readers =
[
    ("CsvHelper, one pass, UTF-8 spans", () => Task.FromResult(ReadWithCsvHelper(path, asChars: false))),
    ("CsvHelper, one pass, cells as characters", () => Task.FromResult(ReadWithCsvHelper(path, asChars: true))),
    ("PianoZona, survey and rows, two passes", () => ReadWithOurs(path, surveyOnly: false)),
    ("PianoZona, survey only", () => ReadWithOurs(path, surveyOnly: true)),
];
foreach ((string name, Func<Task<long>> read) in readers)
{
    await read(); // warms up
    List<double> times = [];
    long characters = 0;
    long before = GC.GetTotalAllocatedBytes(precise: true);
    for (int round = 0; round < rounds; round++)
    {
        long start = Stopwatch.GetTimestamp();
        characters = await read();
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    double allocated = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)rounds / 1048576;
    times.Sort();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: median {times[rounds / 2]:F0} ms, best {times[0]:F0} ms, {allocated:F1} MB allocated, {characters} characters"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB"));
File.Delete(path);

static long ReadWithCsvHelper(string path, bool asChars)
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

static async Task<long> ReadWithOurs(string path, bool surveyOnly)
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
static void Generate(string path, int rows)
{
    Random random = new(2026);
    using StreamWriter writer = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
    writer.Write("ente_gestore;codice_istat;servizio;fondo;annualita;periodo;id_utente;data;quantita;unita;tariffa;importo;");
    writer.Write("quota_utente;quota_comune;quota_fondo;cig\r\n");
    CultureInfo italian = CultureInfo.GetCultureInfo("it-IT");
    for (int i = 0; i < rows; i++)
    {
        int amount = random.Next(100, 200_000);
        writer.Write(string.Create(
            italian,
            $"ente-{random.Next(10, 99)};0190{random.Next(10, 99)};SAD;FNPS;2025;2025-09;u{random.Next(100_000, 999_999)};{random.Next(1, 31):00}/09/2025;"));
        writer.Write(string.Create(italian, $"{random.Next(1, 40)};{(i % 7 == 0 ? "\"Ore; società\"" : "ORE")};{random.Next(1500, 3000) / 100m:N2};"));
        writer.Write(string.Create(italian, $"{amount / 100m:N2};{amount / 400m:N2};{amount / 200m:N2};{amount / 400m:N2};"));
        writer.Write(string.Create(italian, $"Z{random.Next(100_000_000, 999_999_999)}\r\n"));
    }
}
