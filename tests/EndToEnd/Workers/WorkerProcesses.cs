using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PianoZona.EndToEnd.Workers;

/// <summary>Processes of workers, as Linux tells them.</summary>
internal static class WorkerProcesses
{
    private const string Worker = "PianoZona.Functions.dll";

    /// <summary>The worker that was started with a value in its environment.</summary>
    public static Process With(string name, string value) => Process.GetProcessById(
        Assert.Single(All(), id => IsWorker(id) && Read(id, "environ").Contains($"{name}={value}")));

    /// <summary>The worker that a process started.</summary>
    public static int Of(int parent) =>
        Assert.Single(All(), id => IsWorker(id) && StatusOf(id) is (_, int started) && started == parent);

    /// <summary>Whether a process runs; one that has ended may still be listed until its parent has looked.</summary>
    public static bool IsRunning(int id) => StatusOf(id) is (not ("Z" or "X"), _);

    private static bool IsWorker(int id) =>
        Read(id, "cmdline").Any(part => part.EndsWith(Worker, StringComparison.Ordinal));

    private static IEnumerable<int> All() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) ? id : 0)
        .Where(id => id > 0);

    // «1234 (dotnet) S 1200 …»: state and parent come after the name, which may hold anything.
    private static (string State, int Parent)? StatusOf(int id)
    {
        string status = string.Concat(Read(id, "stat"));
        string[] afterName = status[(status.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return afterName.Length < 2 ? null : (afterName[0], int.Parse(afterName[1], CultureInfo.InvariantCulture));
    }

    private static string[] Read(int id, string file)
    {
        try
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/{file}");
            return Encoding.UTF8.GetString(File.ReadAllBytes(path)).Split('\0');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return []; // it has ended, or is somebody else's
        }
    }
}
