using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PianoZona.Contracts.Uploads;

namespace PianoZona.Cli.Local;

/// <summary>
/// An upload that was decided on: the same file keeps its place in time, and so its receipt, through every restart.
/// </summary>
/// <param name="Sequence">Its place in time, in ticks (UTC).</param>
internal sealed record PlannedUpload(FileToUpload File, long Sequence)
{
    /// <summary>The number its receipt will have.</summary>
    public ReceiptId ReceiptId => ReceiptId.For(File.Name, Sequence, string.Empty);
}

/// <summary>
/// Which files were put into the inbox and with which place in time: a text file of <c>sequence hash name</c> lines
/// that only grows.
/// </summary>
internal sealed class UploadManifest
{
    // One millisecond between uploads, in ticks.
    private const long Step = UploadSequence.Millisecond;

    private readonly string path;
    private readonly Dictionary<(string Name, string Hash), long> known = [];
    private long last;

    private UploadManifest(string path) => this.path = path;

    /// <summary>
    /// Opens the manifest of a state folder. A line cut by a crash was followed by nothing, and is dropped.
    /// </summary>
    public static UploadManifest Open(string stateFolder)
    {
        UploadManifest manifest = new(Path.Combine(stateFolder, "caricamenti.txt"));
        if (File.Exists(manifest.path))
        {
            string text = File.ReadAllText(manifest.path);
            string whole = text[..(text.LastIndexOf('\n') + 1)];
            foreach (string line in whole.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] parts = line.Split(' ', 3);
                manifest.Remember(
                    parts[2], parts[1], long.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture));
            }

            if (whole.Length < text.Length)
            {
                File.WriteAllText(manifest.path, whole);
            }
        }

        return manifest;
    }

    /// <summary>
    /// Gives every file its place in time, in the order given, and keeps it before anything is uploaded.
    /// </summary>
    public async Task<IReadOnlyList<PlannedUpload>> PlanAsync(
        IReadOnlyList<FileToUpload> files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        last = Math.Max(last, UploadSequence.At(now));
        List<PlannedUpload> planned = [];
        StringBuilder added = new();
        foreach (FileToUpload file in files)
        {
            string hash = await HashAsync(file.Path, cancellationToken);
            if (!known.TryGetValue((file.Name, hash), out long sequence))
            {
                sequence = last + Step;
                Remember(file.Name, hash, sequence);
                added.Append(CultureInfo.InvariantCulture, $"{sequence} {hash} {file.Name}\n");
            }

            planned.Add(new PlannedUpload(file, sequence));
        }

        await using FileStream stream = new(path, FileMode.Append, FileAccess.Write);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(added.ToString()), cancellationToken);
        stream.Flush(flushToDisk: true);
        return planned;
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    private void Remember(string name, string hash, long sequence)
    {
        known[(name, hash)] = sequence;
        last = Math.Max(last, sequence);
    }
}
