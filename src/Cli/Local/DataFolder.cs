using PianoZona.Configuration;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Cli.Local;

/// <param name="Name"><c>{mittente}/{flusso}/{periodo}/{file}</c>, with forward slashes.</param>
/// <param name="Path">Where it is.</param>
internal sealed record FileToUpload(string Name, string Path)
{
    /// <summary>The folder: files of one folder replace each other, in order of name.</summary>
    public string Folder => Name.Contains('/', StringComparison.Ordinal) ? Name[..Name.LastIndexOf('/')] : string.Empty;
}

/// <summary>
/// A folder of input: <c>ambito.json</c> or <c>ambiti/*.json</c>, and
/// <c>caricamenti/{mittente}/{flusso}/{periodo}/{file}</c>.
/// </summary>
/// <param name="Documents">The configuration documents, by Ambito code.</param>
/// <param name="Files">The files, in order of path.</param>
internal sealed record DataFolder(
    IReadOnlyDictionary<string, string> Documents, IReadOnlyList<Ambito> Ambiti, IReadOnlyList<FileToUpload> Files)
{
    /// <exception cref="UsageException">
    /// There is no such folder, no configuration in it, or a mistake in the configuration.
    /// </exception>
    public static DataFolder Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException(
                File.Exists(folder)
                    ? $"{folder} è un file: serve la cartella con ambito.json, oppure ambiti/*.json."
                    : $"La cartella {folder} non esiste.");
        }

        string single = Path.Combine(folder, "ambito.json");
        string several = Path.Combine(folder, "ambiti");
        string[] paths = File.Exists(single) ? [single]
            : Directory.Exists(several) ? [.. Directory.EnumerateFiles(several, "*.json").Order(StringComparer.Ordinal)]
            : [];
        if (paths.Length == 0)
        {
            throw new UsageException($"In {folder} manca la configurazione: serve ambito.json, oppure ambiti/*.json.");
        }

        List<(Ambito Ambito, string Json)> read = [.. paths.Select(ReadAmbito)];
        EnsureUnique(read.Select(pair => pair.Ambito));
        return new DataFolder(
            read.ToDictionary(pair => pair.Ambito.Code, pair => pair.Json, StringComparer.Ordinal),
            [.. read.Select(pair => pair.Ambito)],
            ReadFiles(Path.Combine(folder, "caricamenti")));
    }

    /// <summary>Reads one configuration document.</summary>
    /// <exception cref="UsageException">
    /// It is not there, or has mistakes: the message lists them with their paths.
    /// </exception>
    public static (Ambito Ambito, string Json) ReadAmbito(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"Il file {path} non esiste.");
        }

        string json = File.ReadAllText(path);
        AmbitoReadResult result = AmbitoDocument.Read(json);
        return result.Ambito is { } ambito
            ? (ambito, json)
            : throw new UsageException(
                $"Errori in {path}:\n" + string.Join('\n', result.Errors.Select(error => $"  {error}")));
    }

    private static void EnsureUnique(IEnumerable<Ambito> ambiti)
    {
        List<Ambito> all = [.. ambiti];
        IEnumerable<string> twice = all.GroupBy(ambito => ambito.Code, StringComparer.Ordinal)
            .Concat(all.SelectMany(ambito => ambito.Senders.Select(sender => (sender.Code, Ambito: ambito)))
                .GroupBy(pair => pair.Code, pair => pair.Ambito, StringComparer.Ordinal))
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        if (twice.FirstOrDefault() is { } code)
        {
            throw new UsageException($"Il codice {code} compare in più di un Ambito: ogni codice deve essere unico.");
        }
    }

    private static List<FileToUpload> ReadFiles(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => new FileToUpload(Path.GetRelativePath(folder, path).Replace('\\', '/'), path))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];
}
