using System.Diagnostics;
using System.Globalization;
using PianoZona.ReadingBench;

// Usage: ReadingBench [rows] [rounds]. Each round reads the same generated file with every reader, in turn.
int rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300_000;
int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
string path = Path.Combine(Path.GetTempPath(), "pianozona-reading-bench.csv");
Readers.Generate(path, rows);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows x 16 columns, {new FileInfo(path).Length / 1048576.0:F1} MB"));

(string Name, Func<Task<long>> Read)[] readers =
[
    ("CsvHelper, one pass, UTF-8 spans", () => Task.FromResult(Readers.ReadWithCsvHelper(path, asChars: false))),
    ("CsvHelper, one pass, cells as characters", () => Task.FromResult(Readers.ReadWithCsvHelper(path, asChars: true))),
    ("PianoZona, survey and rows, two passes", () => Readers.ReadWithOurs(path, surveyOnly: false)),
    ("PianoZona, survey only", () => Readers.ReadWithOurs(path, surveyOnly: true)),
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
