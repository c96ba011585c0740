using System.IO.Compression;
using System.Xml.Linq;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace PianoZona.Papers.Tests;

/// <summary>
/// A paper is what PDF/A-2a (ISO 19005-2) asks for, as far as structures tell: the numbers are of its clauses.
/// </summary>
public sealed class ArchivalDocumentTests : IDisposable
{
    private static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";

    // Several sheets, letters that are in no code page, and every part that a receipt may have.
    private readonly ReadPaper paper = new(ReceiptPaper.Write(
        Samples.View(Samples.WithProblems, StateWord.Refused) with
        {
            Facts = [new Fact("Ente", "Ő − 😀 & <Comune>")],
        },
        Samples.WithProblems,
        Samples.Match));

    /// <inheritdoc/>
    public void Dispose() => paper.Dispose();

    // 6.1.2, 6.1.3
    [Fact]
    public void File_OfAPaper_HasItsMarksItsIdsAndNoEncryption()
    {
        Assert.StartsWith("%PDF-1.7\n%", paper.Raw, StringComparison.Ordinal);
        Assert.All(paper.Raw[10..14], mark => Assert.True(mark > 127));
        Assert.EndsWith("%%EOF\n", paper.Raw, StringComparison.Ordinal);
        Assert.Equal(1, paper.Count("startxref"));
        Assert.Equal(2, paper.Document.Structure.Trailer.Identifier.Count);
        Assert.False(paper.Document.IsEncrypted);
    }

    // 6.1.7: what a stream says of its length is so, and what is compressed ends as RFC 1950 says.
    [Fact]
    public void Streams_OfAPaper_AreWhole()
    {
        Assert.True(paper.Count("/FlateDecode") > 4);
        Assert.Equal(paper.Count(@">>\nstream\n"), paper.Count("\nendstream\nendobj"));
        Assert.All(
            paper.Streams.Where(one => paper.Name(one.StreamDictionary, "Filter") == "FlateDecode"),
            one => Assert.True(Checksum(Inflated(one)) == one.Data.Span[^4..].ToArray().Aggregate(0u, Joined)));

        static uint Joined(uint sum, byte one) => (sum << 8) | one;
    }

    // 6.2.3
    [Fact]
    public void Colours_OfAPaper_HaveTheirProfileWithin()
    {
        ArrayToken intents = (ArrayToken)paper.Value(paper.Catalog, "OutputIntents")!;
        DictionaryToken intent = (DictionaryToken)intents.Data.Single();
        StreamToken profile = (StreamToken)paper.Value(intent, "DestOutputProfile")!;

        Assert.Equal("GTS_PDFA1", paper.Name(intent, "S"));
        Assert.Equal(3, ((NumericToken)paper.Value(profile.StreamDictionary, "N")!).Int);
        Assert.Equal("RGB "u8.ToArray(), Inflated(profile)[16..20]);
    }

    // 6.2.10, 6.2.5
    [Fact]
    public void Sheets_OfAPaper_HaveNothingThatLetsThrough()
    {
        Assert.Equal(0, paper.Count("/SMask|/Transparency|/JavaScript|/Annots|/EmbeddedFiles|/LZWDecode"));
        Assert.All(
            paper.Dictionaries.SelectMany(one => (IToken?[])[paper.Value(one, "CA"), paper.Value(one, "ca")])
                .OfType<NumericToken>(),
            opacity => Assert.Equal(1, opacity.Double));
    }

    // 6.2.11
    [Fact]
    public void Fonts_OfAPaper_AreWithinAndTellTheirLetters()
    {
        DictionaryToken[] fonts = [.. paper.Dictionaries.Where(one => paper.Name(one, "Type") == "Font")];
        DictionaryToken[] descriptors =
            [.. paper.Dictionaries.Where(one => paper.Name(one, "Type") == "FontDescriptor")];

        Assert.Contains(fonts, font => paper.Name(font, "Subtype") == "Type0");
        Assert.All(
            fonts.Where(font => paper.Name(font, "Subtype") != "CIDFontType2"),
            font => Assert.True(
                paper.Name(font, "Encoding") == "WinAnsiEncoding" || paper.Value(font, "ToUnicode") is StreamToken));
        Assert.All(
            descriptors, one => Assert.True(Inflated((StreamToken)paper.Value(one, "FontFile2")!).Length > 1000));
        Assert.All(
            fonts.Select(font => paper.Name(font, "BaseFont")),
            name => Assert.Contains(name, descriptors.Select(one => paper.Name(one, "FontName"))));
    }

    // 6.6.2, 6.6.4
    [Fact]
    public void Metadata_OfAPaper_SayWhatItIs()
    {
        Assert.True(paper.Document.TryGetXmpMetadata(out XmpMetadata? metadata));
        XDocument xmp = metadata.GetXDocument();

        Assert.Equal("2", xmp.Descendants(PdfA + "part").Single().Value);
        Assert.Equal("A", xmp.Descendants(PdfA + "conformance").Single().Value);
        Assert.Equal(paper.Document.Information.Title, xmp.Descendants(Dc + "title").Single().Value);
        Assert.Equal("Ricevuta: Spesa sociale dei Comuni, anno 2024", paper.Document.Information.Title);
        Assert.Equal("2026-11-27T09:42:07Z", xmp.Descendants(Xmp + "CreateDate").Single().Value);
        Assert.Equal("D:20261127094207+00'00'", paper.Document.Information.CreationDate);
        Assert.Equal(0, paper.Count("uuid:"));
    }

    // 6.7
    [Fact]
    public void Text_OfAPaper_IsTaggedInItsLanguage()
    {
        Assert.Equal("it-IT", ((StringToken)paper.Value(paper.Catalog, "Lang")!).Data);
        Assert.Equal(
            BooleanToken.True, paper.Value((DictionaryToken)paper.Value(paper.Catalog, "MarkInfo")!, "Marked"));
        string[] kinds =
        [
            .. paper.Dictionaries.Where(one => paper.Value(one, "P") is not null).Select(one => paper.Name(one, "S"))
                .OfType<string>(),
        ];
        Assert.All(
            (string[])["Document", "H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "L", "LI", "LBody"],
            kind => Assert.Contains(kind, kinds));

        int tagged = paper.Marks.Sum(mark => mark.Letters.Count);
        Assert.Equal(paper.Document.GetPages().Sum(page => page.Letters.Count), tagged);
        Assert.Equal(
            paper.Document.NumberOfPages,
            paper.Marks.Count(mark => mark.IsArtifact && TextOf(mark).Contains(" di ", StringComparison.Ordinal)));
    }

    // ISO 32000-1, 14.6.1: a mark begins and ends both within one text or both outside of any.
    [Fact]
    public void Marks_OfAPaper_EndWhereTheyBegan()
    {
        foreach (string sheet in paper.Streams.Where(one => paper.Value(one.StreamDictionary, "Type") is null)
            .Select(one => System.Text.Encoding.Latin1.GetString(Inflated(one)))
            .Where(content => content.Contains(" Tf", StringComparison.Ordinal)))
        {
            int depth = 0;
            bool isText = false;
            bool began = false;
            foreach (string line in sheet.Split('\n').Select(line => line.Trim()))
            {
                isText = line switch { "BT" => true, "ET" => false, _ => isText };
                if (line.EndsWith("BDC", StringComparison.Ordinal) || line.EndsWith("BMC", StringComparison.Ordinal))
                {
                    Assert.Equal(0, depth++);
                    began = isText;
                }
                else if (line == "EMC")
                {
                    depth--;
                    Assert.Equal(began, isText);
                }
            }

            Assert.Equal(0, depth);
        }
    }

    private static string TextOf(MarkedContentElement mark) =>
        string.Concat(mark.Letters.Select(letter => letter.Value));

    private static byte[] Inflated(StreamToken stream)
    {
        if (!stream.StreamDictionary.TryGet(NameToken.Filter, out _))
        {
            return stream.Data.ToArray();
        }

        using ZLibStream content = new(new MemoryStream(stream.Data.ToArray()), CompressionMode.Decompress);
        using MemoryStream whole = new();
        content.CopyTo(whole);
        return whole.ToArray();
    }

    // Adler-32.
    private static uint Checksum(byte[] content)
    {
        uint a = 1;
        uint b = 0;
        foreach (byte one in content)
        {
            a = (a + one) % 65521;
            b = (b + a) % 65521;
        }

        return (b << 16) | a;
    }
}
