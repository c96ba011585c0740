using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using PianoZona.Validation.Text;

namespace PianoZona.Validation.Tests.Texts;

/// <summary>
/// PZ3019 over a corpus: the Italian sentences of this repository with a letter beyond ASCII (guides, rules, flows,
/// funds, decisions).
/// </summary>
/// <remarks>
/// Seven lists of words of six languages (638,000 words, each in six forms) raised no alarm when the rule was put in
/// force.
/// </remarks>
public sealed partial class MojibakeCorpusTests
{
    private static readonly string[] Sentences = [.. Read()];

    // The sentences that quote the defect to explain it.
    private static readonly string[] Clean =
    [
        .. Sentences.Where(sentence => sentence.AsSpan().IndexOfAny("Ã├\uFFFD") < 0),
    ];

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    [Fact]
    public void Corpus_OfTheRepository_IsLargeAndNearlyAllClean()
    {
        Assert.InRange(Clean.Length, 500, int.MaxValue);
        Assert.InRange(Sentences.Length - Clean.Length, 1, 10);
    }

    [Fact]
    public void Find_CleanSentence_NoFalseAlarm() =>
        Assert.All(
            Clean,
            sentence =>
                Assert.All(
                    [sentence, sentence.ToUpperInvariant(), $"«{sentence}»", $"“{sentence}…”"],
                    form => Assert.Null(Mojibake.Find(form))));

    [Theory]
    [InlineData(1252)]
    [InlineData(850)]
    public void Find_SentenceDecodedWrongly_IsFound(int page) =>
        Assert.All(Clean, sentence => Assert.NotNull(Mojibake.Find(Garble(sentence, page))));

    [Fact]
    public void Find_SentenceDecodedWronglyTwice_IsFound() =>
        Assert.All(Clean, sentence => Assert.NotNull(Mojibake.Find(Garble(Garble(sentence, 1252), 1252))));

    private static string Garble(string text, int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(Utf8.GetBytes(text));

    private static IEnumerable<string> Read([CallerFilePath] string caller = "")
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", ".."));
        string[] folders =
        [
            "docs",
            "src/Configuration",
            "tests/Configuration.Tests/Approved",
            "tests/Golden/Casi/ambiti",
        ];
        return folders
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
            .Where(path => Path.GetExtension(path) is ".md" or ".json")
            .SelectMany(path => Ends().Split(File.ReadAllText(path)))
            .Select(sentence => sentence.Trim())
            .Where(sentence => !Ascii.IsValid(sentence))
            .Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?<=[.;:?!])\s+|[\n|]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Ends();
}
