using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PianoZona.LocalHost.SampleApp;

/// <summary>What happened, in a file that a test reads (setting <c>Journal</c>): a line each.</summary>
public sealed class Journal(IConfiguration configuration)
{
    private static readonly Lock Gate = new();
    private readonly string path = configuration["Journal"]!;

    /// <summary>The folder of the file, where a test leaves signs.</summary>
    public string Folder => Path.GetDirectoryName(path)!;

    public void Add(string line)
    {
        lock (Gate)
        {
            File.AppendAllText(path, line + "\n");
        }
    }

    public int Count(string line) => File.Exists(path) ? File.ReadAllLines(path).Count(one => one == line) : 0;

    public static string Id => Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
}
