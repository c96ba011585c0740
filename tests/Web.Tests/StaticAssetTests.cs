using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using PianoZona.Contracts.Design;
using PianoZona.Web.Assets;

namespace PianoZona.Web.Tests;

/// <summary>What the pages are dressed in is what its sources give, and fits together.</summary>
public sealed class StaticAssetTests
{
    private static readonly string Assets = Path.Combine(Here(), "../../src/Web/Assets");

    private static readonly string Sheet = Encoding.UTF8.GetString(
        StaticAssets.Find(StaticAssets.StyleSheet[StaticAssets.Root.Length..])!.In(null).Span);

    // npm run build, into another folder.
    [Fact]
    public void Built_FromTheSources_IsWhatIsCommitted()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("pianozona-assets-");
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo("node", [Path.Combine(Assets, "build.mjs"), folder.FullName])
                {
                    RedirectStandardError = true,
                    UseShellExecute = false,
                })!;
            string error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"npm ci comes first. {error}");

            string[] names = NamesIn(folder.FullName);
            Assert.Equal(names, NamesIn(Path.Combine(Assets, "Built")), StringComparer.Ordinal);
            Assert.All(
                names,
                name => Assert.True(
                    File.ReadAllBytes(Path.Combine(folder.FullName, name))
                        .SequenceEqual(File.ReadAllBytes(Path.Combine(Assets, "Built", name))),
                    $"{name} is not what its sources give: npm run build."));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Sheet_Everywhere_AsksForNothingThatIsNotThere()
    {
        string[] asked =
        [
            .. Sheet.Split("url(").Skip(1)
                .Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)].Trim('"')),
        ];

        Assert.Equal(3, asked.Count(one => one.EndsWith(".woff2", StringComparison.Ordinal)));
        Assert.All(
            asked.Where(one => !one.StartsWith("data:image/svg+xml", StringComparison.Ordinal)),
            one => Assert.NotNull(StaticAssets.Find(one)));
        Assert.DoesNotContain("@import", Sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Light")]
    [InlineData("Dark")]
    [InlineData("Print")]
    public void Colours_ThatMailsShare_AreThoseOfThePalette(string name)
    {
        Palette palette = (Palette)typeof(Palette).GetProperty(name)!.GetValue(null)!;
        (string Token, string Colour)[] shared =
        [
            ("ink", palette.Ink), ("ground", palette.Ground), ("paper", palette.Paper), ("soft", palette.Soft),
            ("line", palette.Line), ("link", palette.Link), ("bad", palette.Bad), ("warn", palette.Warn),
            ("ok", palette.Good),
        ];

        Assert.Contains(
            string.Concat(shared.Select(one => $"--{one.Token}: {one.Colour};")), Sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public void In_AnEncoding_IsPackedOnceAndKept(string encoding)
    {
        StaticAsset sheet = StaticAssets.Find(StaticAssets.StyleSheet[StaticAssets.Root.Length..])!;

        Assert.True(sheet.In(encoding).Length < sheet.In(null).Length / 3);
        Assert.True(sheet.In(encoding).Span == sheet.In(encoding).Span);
    }

    private static string[] NamesIn(string folder) =>
        [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
