using System.IO.Compression;
using System.Text;
using System.Xml;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// The parts of a workbook: a ZIP of XML files, found by their relationships. Nothing outside the file is ever
/// followed.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    // With its byte order mark, which the text reader then skips where a program writes one.
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private long left = WorkbookLimits.MaxTotal;

    private WorkbookPackage(ZipArchive archive)
    {
        this.archive = archive;
        if (archive.Entries.Count > WorkbookLimits.MaxEntries)
        {
            throw WorkbookFaultException.Suspect("contiene migliaia di file");
        }

        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            // Some programs write backslashes or a leading slash.
            string name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (!parts.TryAdd(name, entry))
            {
                throw WorkbookFaultException.Suspect("contiene due volte la stessa parte");
            }
        }
    }

    /// <summary>Path of the workbook part.</summary>
    public string WorkbookPath { get; private set; } = string.Empty;

    /// <summary>Opens the archive; the stream is disposed with the package.</summary>
    /// <exception cref="WorkbookFaultException">It is no XLSX.</exception>
    /// <exception cref="InvalidDataException">It is no ZIP.</exception>
    public static WorkbookPackage Open(Stream bytes)
    {
        WorkbookPackage package = new(new ZipArchive(bytes, ZipArchiveMode.Read));
        string? path = package.Exists("_rels/.rels")
            ? package.Related(string.Empty, "/officeDocument").Select(related => related.Path).FirstOrDefault()
            : null;
        Problem? other = ArchiveKind.Of(package.archive) is { } kind ? kind
            : path is null ? ArchiveKind.Plain
            : path.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) ? ArchiveKind.Binary
            : null;
        package.WorkbookPath = other is null ? path! : throw new WorkbookFaultException(other);
        return package;
    }

    /// <summary>Whether there is a part.</summary>
    public bool Exists(string path) => parts.ContainsKey(path);

    /// <summary>All parts, by their paths.</summary>
    public IEnumerable<string> Paths => parts.Keys;

    /// <summary>What is written beside the whole archive.</summary>
    public string Comment => archive.Comment;

    /// <summary>Opens a part as XML.</summary>
    /// <param name="path">The part.</param>
    /// <param name="limit">Bytes at most, unpacked.</param>
    /// <param name="withComments">Whether comments and instructions in the XML are read, too.</param>
    public XmlReader OpenPart(string path, long limit, bool withComments = false)
    {
        // As text, so that no declaration inside chooses an encoding in which the guards see nothing.
        StreamReader text = new(
            new PartStream(EntryOf(path), limit, Spend), StrictUtf8, detectEncodingFromByteOrderMarks: false);
        return XmlReader.Create(
            text,
            new XmlReaderSettings
            {
                CloseInput = true,
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = !withComments,
                IgnoreProcessingInstructions = !withComments,
                CheckCharacters = false, // a control character is told by its cell
                NameTable = new BoundedNames(),
            });
    }

    /// <summary>Opens a part of whatever is in it: only its size and its checksum are guarded.</summary>
    /// <inheritdoc cref="OpenPart"/>
    public Stream OpenBytes(string path, long limit) =>
        new PartStream(EntryOf(path), limit, Spend) { IsMarkup = false };

    /// <summary>The parts that a part is related to, those outside the file left out.</summary>
    /// <param name="path">The part; empty = the archive.</param>
    /// <param name="type">
    /// End of the relationship's type: the transitional and the strict form of the standard differ before it.
    /// </param>
    public IReadOnlyList<(string Id, string Path)> Related(string path, string type) =>
    [
        .. Relations(path, type).Where(one => !one.IsOutside)
            .Select(one => (one.Id, Resolve(path[..(path.LastIndexOf('/') + 1)], one.Target))),
    ];

    /// <summary>The addresses outside the file that a part names; none of them is followed.</summary>
    /// <inheritdoc cref="Related"/>
    public IEnumerable<string> Outside(string path, string type) =>
        Relations(path, type).Where(one => one.IsOutside).Select(one => Uri.UnescapeDataString(one.Target));

    private List<(string Id, string Target, bool IsOutside)> Relations(string path, string type)
    {
        int slash = path.LastIndexOf('/') + 1;
        string relations = path[..slash] + "_rels/" + path[slash..] + ".rels";
        List<(string, string, bool)> found = [];
        if (!Exists(relations))
        {
            return found;
        }

        using XmlReader xml = OpenPart(relations, WorkbookLimits.MaxSmallPart);
        while (xml.ReadGuarded())
        {
            if (xml.NodeType == XmlNodeType.Element
                && xml.LocalName == "Relationship"
                && xml.GetAttribute("Type")?.EndsWith(type, StringComparison.Ordinal) == true)
            {
                found.Add(
                    (
                        xml.GetAttribute("Id") ?? string.Empty,
                        xml.GetAttribute("Target") ?? string.Empty,
                        xml.GetAttribute("TargetMode") == "External"));
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private ZipArchiveEntry EntryOf(string path) =>
        parts.TryGetValue(path, out ZipArchiveEntry? found)
            ? found
            : throw WorkbookFaultException.Damaged("l'archivio");

    private static string Resolve(string folder, string target)
    {
        string path = target.Replace('\\', '/');
        List<string> names = [];
        foreach (string name in (path.StartsWith('/') ? path : folder + path).Split(
                '/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".." && names.Count > 0)
            {
                names.RemoveAt(names.Count - 1);
            }
            else if (name is not ("." or ".."))
            {
                names.Add(name);
            }
        }

        return string.Join('/', names);
    }

    private void Spend(int bytes)
    {
        left -= bytes;
        if (left < 0)
        {
            throw WorkbookFaultException.Suspect("una volta decompresso è enormemente più grande del normale");
        }
    }
}
