using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace PianoZona.Reading.Tests;

/// <summary>The byte sequences of the folder Files, each with what must come out of it.</summary>
public sealed partial class FilesTests
{
    private const string Plain = "1:comune|importo / 2:Cà d'Andrea|1.234,56 / 3:Piadena|€ 7,00";

    /// <summary>File, encoding, separator, table.</summary>
    public static TheoryData<string, string, char, string> Readable => new()
    {
        { "utf8.csv", "UTF-8", ';', Plain },
        { "utf8-bom.csv", "UTF-8 con BOM", ';', Plain },
        { "utf16-le.csv", "UTF-16", ';', Plain },
        { "utf16-be.csv", "UTF-16", ';', Plain },
        { "windows-1252.csv", "Windows-1252", ';', Plain },
        { "accent-in-quotes-1252.csv", "Windows-1252", ';', "1:comune|nota / 2:«CITTÈ»|però" },
        { "nbsp-euro-1252.csv", "Windows-1252", ';', "1:voce|importo / 2:a|\u00a01.234,56\u00a0€ / 3:b|€\u00a012,5" },
        { "lf.csv", "UTF-8", ';', "1:a|b / 2:1|2 / 3:3|4" },
        { "cr.csv", "UTF-8", ';', "1:a|b / 2:1|2 / 3:3|4" },
        { "mixed-line-ends.csv", "UTF-8", ';', "1:a|b / 2:1|2 / 3:3|4 / 4:5|6" },
        { "comma.csv", "UTF-8", ',', "1:a|b|c / 2:1|2,5|3" },
        { "tab.csv", "UTF-8", '\t', "1:a|b|c / 2:1|2,5|3" },
        { "pipe.csv", "UTF-8", '|', "1:a|b|c / 2:1|2,5|3" },
        { "single-column.csv", "UTF-8", ';', "1:importo / 2:1,5 / 3:2,5" },
        { "sep-line.csv", "UTF-8", '|', "2:a|b / 3:1|2" },
        { "sep-line-comma-lies.csv", "UTF-8", ',', "2:a;x|b / 3:1;y|2" },
        { "embedded.csv", "UTF-8", ';', "1:a|b / 2:uno;\r\n\"due\"|2 / 3:3|4" },
        { "text-after-quote.csv", "UTF-8", ';', "1:a|b / 2:uno due|2 / 3:xy\"z|4" },
        { "quote-inside.csv", "UTF-8", ';', "1:a|b / 2:L'\"Alba\"|3\"" },
        { "unterminated-last-quote.csv", "UTF-8", ';', "1:a|b / 2:1|due" },
        { "blank-rows-before-header.csv", "UTF-8", ';', "4:a|b / 5:1|2 / 7:3|4" },
        { "ghost-columns.csv", "UTF-8", ';', "1:a|b / 2:1|2 / 3:3|4| ||9 / 4:5" },
    };

    /// <summary>File, problem, a part of its message.</summary>
    public static TheoryData<string, string, string> Unreadable => new()
    {
        { "empty.csv", "PZ1001", "vuoto" },
        { "bom-only.csv", "PZ1001", "vuoto" },
        { "blank-rows-only.csv", "PZ1001", "vuoto" },
        { "pdf.csv", "PZ1002", "PDF" },
        { "zip.csv", "PZ1007", "danneggiato" },
        { "ole.csv", "PZ1002", ".xls" },
        { "png.csv", "PZ1002", "immagine" },
        { "html.csv", "PZ1002", "pagina web" },
        { "nuls.csv", "PZ1002", "byte nulli" },
        { "utf16-no-bom.csv", "PZ1002", "UTF-16" },
        { "stray-0x9d.csv", "PZ1003@A3", "byte 9D, in posizione 40" },
        { "utf8-with-stray-byte.csv", "PZ1003@A3", "byte EC" },
        { "utf8-cut-short.csv", "PZ1003@B3", "byte C3" },
        { "bom-then-invalid.csv", "PZ1003@B2", "byte E8, in posizione 11" },
        { "bom-then-nul.csv", "PZ1003@B2", "byte 00" },
        { "stray-nul.csv", "PZ1003@B7", "byte 00" },
        { "utf16-lone-surrogate.csv", "PZ1003@B2", "byte D800" },
        { "utf16-odd-length.csv", "PZ1003@B2", "byte 0A" },
        { "no-header-numbers.csv", "PZ2005@1", "intestazione" },
        { "no-header-mostly-values.csv", "PZ2005@1", "intestazione" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task OpenAsync_ReadableFile_GivesItsCells(
        string file, string encoding, char separator, string expected)
    {
        Table table = await Table.OfAsync(new MemoryUpload(Bytes(file)));

        Assert.Equal(expected, table.Text);
        Assert.Equal(string.Empty, table.Codes);
        Assert.Equal((encoding, separator), (table.Survey!.Encoding, table.Survey.Separator));
        Assert.Equal(table.Header.Length, table.Survey.Columns.Count);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task OpenAsync_UnreadableFile_SaysWhyAndWhere(string file, string codes, string words)
    {
        Table table = await Table.OfAsync(new MemoryUpload(Bytes(file)));

        Assert.Equal(codes, table.Codes);
        Assert.Contains(words, table.Problems[0].Message, StringComparison.Ordinal);
        Assert.DoesNotMatch(UnfilledPlace(), table.Problems[0].Message + table.Problems[0].Fix);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Bytes(file))), table.Sha256);
    }

    [Fact]
    public async Task ReadAsync_UnclosedQuote_KeepsTheRowsBeforeAndNamesTheCell()
    {
        Table table = await Table.OfAsync(new MemoryUpload(Bytes("unclosed-quote.csv")));

        Assert.Equal("1:a|b / 2:1|2", table.Text);
        Assert.Equal("PZ1002@B3", table.Codes);
        Assert.Contains("B3", table.Problems[0].Message, StringComparison.Ordinal);
        Assert.DoesNotMatch(UnfilledPlace(), table.Problems[0].Message + table.Problems[0].Fix);
    }

    [Fact]
    public void Files_EveryFile_IsInATable()
    {
        IEnumerable<string> tested = Readable
            .Select(row => (string)row[0])
            .Concat(Unreadable.Select(row => (string)row[0]))
            .Append("unclosed-quote.csv");

        Assert.Equal(
            Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            tested.Order(StringComparer.Ordinal));
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Files");

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnfilledPlace();
}
