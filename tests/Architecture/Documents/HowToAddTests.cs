using System.Text.RegularExpressions;
using PianoZona.Testing;

namespace PianoZona.Architecture.Tests.Documents;

/// <summary>What is added often is added in few files: the walks say which, and are held to it.</summary>
public sealed partial class HowToAddTests
{
    private const string Walks = "docs/come-si-aggiunge.md";

    [Theory]
    [InlineData("Un flusso", 4)]
    [InlineData("Una regola di convalida", 3)]
    [InlineData("Un controllo di riconciliazione", 3)]
    [InlineData("Una pagina", 3)]
    [InlineData("Una forma di scadenza", 4)]
    [InlineData("Un adattatore dell'archivio", 4)]
    public void Walk_OfEachThing_NamesAtMostSoManyFilesInFoldersThatAreThere(string heading, int most)
    {
        string[] files = [.. File().Matches(Markdown.Section(RepositoryFiles.File(Walks).Text, heading))
            .Select(item => item.Groups["path"].Value)];

        Assert.InRange(files.Length, 2, most);
        Assert.All(files, file => Assert.True(RepositoryFiles.IsFolder(file[..file.LastIndexOf('/')]), file));
    }

    [GeneratedRegex("^[0-9]+[.] `(?<path>[^`]+)`", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex File();
}
