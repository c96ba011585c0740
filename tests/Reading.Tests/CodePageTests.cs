using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Tests;

/// <summary>Windows-1252 or IBM850: told by what the bytes mean in an Italian text.</summary>
public sealed class CodePageTests
{
    private const string Header = "comune;nota;importo\n";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding Ibm850 = CodePagesEncodingProvider.Instance.GetEncoding(858)!;

    // Each of them alone tells its code page.
    private static readonly string[] Telling =
    [
        "Cà d'Andrea",
        "attività",
        "ATTIVITÀ",
        "ATTIVITà",
        "è",
        "È",
        "perché",
        "PERCHÉ",
        "così",
        "COSÌ",
        "però",
        "PERÒ",
        "più",
        "PIÙ",
        "«sì»",
        "caffè",
        "disabilità.",
        "(autonomia e mobilità)",
        "Zerbolò",
        "Travacò Siccomario",
        "€ 1.234,56",
        "povertà",
        "l'unità",
        "L'UNITÀ",
        "età",
        "sarò",
    ];

    private static readonly string[] Plain =
    [
        "Piadena",
        "SAD",
        "n. 12",
        "ore 3,5",
        "a/b",
        "Comune",
        "1.234,56",
        "(x)",
        "l'ente",
        "TOTALE",
    ];

    public static TheoryData<string> Texts => [.. Telling];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task OpenAsync_OneTellingText_IsReadInBothCodePages(string text)
    {
        foreach ((Encoding encoding, string name) in ((Encoding, string)[])
                [(Windows1252, "Windows-1252"), (Ibm850, "IBM850")])
        {
            Table table = await Table.OfAsync(
                new MemoryUpload(encoding.GetBytes(Header + "Piadena;" + text + ";1,00\n")));

            Assert.Equal((string.Empty, name), (table.Codes, table.Survey!.Encoding));
            Assert.Equal(text, table.Rows[0][1]);
        }
    }

    [Fact]
    public void OpenAsync_AnyItalianTable_IsReadInBothCodePages()
    {
        Gen<string> text = Gen.Elements(Telling.Concat(Plain).ToArray())
            .ListOf(3)
            .Select(words => string.Join(' ', words));
        Gen<(string[] Texts, bool Dos)> samples =
            from first in Gen.Elements(Telling)
            from others in text.ArrayOf(8)
            from dos in Gen.Elements(true, false)
            select ((string[])[first, .. others], dos);
        Prop.ForAll(
                samples.ToArbitrary(),
                sample =>
                {
                    byte[] bytes = (sample.Dos ? Ibm850 : Windows1252).GetBytes(
                        Header + string.Concat(sample.Texts.Select(cell => $"Piadena;{cell};1,00\n")));

            Table table = Table.OfAsync(new MemoryUpload(bytes)).GetAwaiter().GetResult();

            Assert.Equal((string.Empty, sample.Dos ? "IBM850" : "Windows-1252"), (table.Codes, table.Survey!.Encoding));
            Assert.Equal(sample.Texts, table.Rows.Select(row => row[1]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData("ecc… e altro")]
    [InlineData("Assistenza domiciliar…")]
    [InlineData("“Insieme” – l’autonomia")]
    [InlineData("• voce")]
    [InlineData("Comune — Ufficio di Piano")]
    [InlineData("Müller, Škoda, Peña, François")]
    [InlineData("n.º 3, 4ª rata, 20° mese, § 5")]
    [InlineData("m² 20 ± 1 ½ © ®")]
    [InlineData("spese non documentate…")]
    public async Task OpenAsync_TextThatDosCouldNotMean_IsWindows1252(string text)
    {
        Table table = await Table.OfAsync(
            new MemoryUpload(Windows1252.GetBytes(Header + $"Piadena;{text};1\nPiadena;attività;2\n")));
        Table alone = await Table.OfAsync(new MemoryUpload(Windows1252.GetBytes(Header + $"Piadena;{text};1\n")));

        Assert.Equal((string.Empty, "Windows-1252", text), (table.Codes, table.Survey!.Encoding, table.Rows[0][1]));
        Assert.Equal((string.Empty, "Windows-1252", text), (alone.Codes, alone.Survey!.Encoding, alone.Rows[0][1]));
    }

    [Fact]
    public async Task Survey_EuroOfDos_ProvesTheItalianReading()
    {
        Table table = await Table.OfAsync(
            new MemoryUpload(Ibm850.GetBytes(Header + "Piadena;attività;€ 1.234,56\nPiadena;x;\u00a012,5\u00a0€\n")));

        Assert.Equal(("IBM850", 2), (table.Survey!.Encoding, table.Survey.Columns[2].DecimalComma));
    }

    // A file joined from two: each half is fine by itself, and read as one of them the other would be garbled without a
    // sign.
    [Theory]
    [InlineData("windows-1252", "ibm00858", 0x8A)]
    [InlineData("ibm00858", "windows-1252", 0xE8)]
    [InlineData("windows-1252", "utf-8", 0xC3)]
    [InlineData("utf-8", "windows-1252", 0xE8)]
    [InlineData("utf-8", "ibm00858", 0x8A)]
    public async Task OpenAsync_StrayEncodingFiveMegabytesDeep_IsLocated(string most, string stray, int found)
    {
        Encoding main = CodePagesEncodingProvider.Instance.GetEncoding(most) ?? Encoding.GetEncoding(most);
        Encoding other = CodePagesEncodingProvider.Instance.GetEncoding(stray) ?? Encoding.GetEncoding(stray);
        byte[] before = main.GetBytes(
            Header + string.Concat(Enumerable.Repeat("Casalmaggiore;attività di prova;1.234,56\n", 130_000)));
        byte[] bytes = [.. before, .. other.GetBytes("Piadena;caffè"), .. main.GetBytes(";1,00\nPiadena;più;2,00\n")];

        Table table = await Table.OfAsync(new MemoryUpload(bytes));

        Assert.Equal("PZ1003@B130002", table.Codes);
        Assert.Contains(
            $"byte {found:X2}, in posizione {Italian.Number(before.Length + 13)}",
            table.Problems[0].Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64 * 1024 - 1)]
    [InlineData(64 * 1024)]
    [InlineData(64 * 1024 + 1)]
    public async Task OpenAsync_OnlyAccentAtTheEndOfABlock_IsSeen(int place)
    {
        foreach (Encoding encoding in (Encoding[])[Windows1252, Ibm850])
        {
            string text = Header + new string('\n', place - Header.Length - 4) + "PERÒ;x;1\nPERÒ";
            Table table = await Table.OfAsync(new MemoryUpload(encoding.GetBytes(text)));

            Assert.Equal(["PERÒ", "PERÒ"], table.Rows.Select(row => row[0]));
        }
    }
}
