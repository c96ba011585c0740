using System.Text;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Tests.Xlsx;

/// <summary>
/// Files that are damaged, locked, of another program, or made to do harm: refused in words, never by an exception.
/// </summary>
public sealed class HostileTests
{
    private const string Header =
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" "
            + "t=\"inlineStr\"><is><t>b</t></is></c></row>";

    /// <summary>What it is, the file, the code, a part of the message.</summary>
    public static TheoryData<string, byte[], string, string> Refused =>
        new()
        {
            { "cut in half", Half(), "PZ1007", "danneggiato" },
            { "one bit changed", Flipped(), "PZ1007", "danneggiato" },
            { "plain archive", XlsxFile.Zip([("a.csv", "a;b"u8.ToArray())]), "PZ1002", "archivio ZIP" },
            { "empty archive", XlsxFile.Zip([]), "PZ1002", "archivio ZIP" },
            {
                "ods",
                XlsxFile.Zip([
                    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray()),
                    ("content.xml", []),
                    ("META-INF/manifest.xml", []),
                ]),
                "PZ1002",
                "è un foglio LibreOffice (ODS)"
            },
            {
                "xlsb",
                XlsxFile.Zip([
                    ("_rels/.rels", Bytes(XlsxFile.RelationsXml([("a", "officeDocument", "xl/workbook.bin")]))),
                    ("xl/workbook.bin", []),
                ]),
                "PZ1002",
                ".xlsb"
            },
            {
                "docx",
                XlsxFile.Zip([
                    ("_rels/.rels", Bytes(XlsxFile.RelationsXml([("a", "officeDocument", "word/document.xml")]))),
                    ("word/document.xml", "<w:document xmlns:w=\"u\"/>"u8.ToArray()),
                ]),
                "PZ1002",
                "Word"
            },
            { "xls", Ole("Workbook", 0), "PZ1002", ".xls" },
            { "password", Ole("EncryptedPackage", 2000), "PZ1007", "password" },
            {
                "password, name across blocks",
                Ole("EncryptedPackage", HashedBlocks.BlockSize - 9),
                "PZ1007",
                "password"
            },
            { "password, name at the end", Ole("EncryptedPackage", 200_000), "PZ1007", "password" },
            {
                "no sheet part",
                XlsxFile
                    .Of(Header)
                    .With(
                        "xl/_rels/workbook.xml.rels",
                        XlsxFile.RelationsXml([("rId1", "worksheet", "worksheets/no.xml")]))
                    .Bytes(),
                "PZ1007",
                "danneggiato"
            },
            { "no sheets", new XlsxFile().Bytes(), "PZ1001", "vuoto" },
            {
                "external sheet",
                XlsxFile
                    .Of(Header)
                    .With(
                        "xl/_rels/workbook.xml.rels",
                        XlsxFile.RelationsXml([
                            ("rId1", "worksheet", "http://example.org/1.xml\" TargetMode=\"External"),
                        ]))
                    .Bytes(),
                "PZ1001",
                "vuoto"
            },
            {
                "no XML",
                new XlsxFile().WithSheetXml("F", "<worksheet><sheetData><row r=\"1\">").Bytes(),
                "PZ1007",
                "danneggiato"
            },
            {
                "document type",
                new XlsxFile()
                    .WithSheetXml(
                        "F", "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><worksheet>&d;</worksheet>")
                    .Bytes(),
                "PZ1007",
                "danneggiato"
            },
            {
                "external entity",
                new XlsxFile()
                    .WithSheetXml(
                        "F",
                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet>&b;</worksheet>")
                    .Bytes(),
                "PZ1007",
                "danneggiato"
            },
            {
                "UTF-16 part",
                XlsxFile
                    .Of(Header)
                    .With("xl/worksheets/sheet1.xml", Encoding.Unicode.GetBytes(XlsxFile.Sheet(Header)))
                    .Bytes(),
                "PZ1007",
                "danneggiato"
            },
            {
                "CDATA",
                XlsxFile
                    .Of(Header + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t><![CDATA[<<<<]]></t></is></c></row>")
                    .Bytes(),
                "PZ1007",
                "anomalo"
            },
            {
                "long attribute",
                XlsxFile.Of(Header + $"<row r=\"2\" ht=\"{new string('1', 2_000_000)}\"/>").Bytes(),
                "PZ1007",
                "anomalo"
            },
            {
                "deep nesting",
                XlsxFile
                    .Of(
                        Header
                            + string.Concat(Enumerable.Repeat("<a>", 100))
                            + string.Concat(Enumerable.Repeat("</a>", 100)))
                    .Bytes(),
                "PZ1007",
                "anomalo"
            },
            {
                "many names",
                XlsxFile.Of(Header + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<n{i}/>"))).Bytes(),
                "PZ1007",
                "anomalo"
            },
            { "rows out of order", XlsxFile.Of(Header + "<row r=\"3\"/><row r=\"2\"/>").Bytes(), "PZ1007", "foglio" },
            { "row beyond the last", XlsxFile.Of(Header + "<row r=\"1048577\"/>").Bytes(), "PZ1007", "foglio" },
            {
                "cells out of order",
                XlsxFile.Of(Header + "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row>").Bytes(),
                "PZ1007",
                "foglio"
            },
            {
                "cell beyond the last",
                XlsxFile.Of(Header + "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>").Bytes(),
                "PZ1007",
                "foglio"
            },
            {
                "unknown shared string",
                XlsxFile.Of(Header + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c></row>").Bytes(),
                "PZ1007",
                "testi"
            },
            { "same part twice", XlsxFile.Zip([("a.xml", []), ("A.XML", [])]), "PZ1007", "due volte" },
            {
                "many files",
                XlsxFile.Zip(Enumerable.Range(0, 5_001).Select(i => ($"f{i}", Array.Empty<byte>()))),
                "PZ1007",
                "migliaia"
            },
            { "bomb of blanks", Bomb(' '), "PZ1007", "anomalo" },
            {
                "bomb of markup",
                XlsxFile.Of(Header + string.Concat(Enumerable.Repeat("<a/>", 8_000_000))).Bytes(),
                "PZ1007",
                "più grande"
            },
            {
                "header of numbers",
                XlsxFile.Of("<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\"><v>2</v></c></row>").Bytes(),
                "PZ2005@3",
                "intestazione"
            },
            {
                "column too many in the header",
                XlsxFile.Of("<row r=\"1\"><c r=\"ZZ1\"><v>1</v></c></row>").Bytes(),
                "PZ1002@1",
                "colonne"
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task OpenAsync_BadFile_SaysWhyInWords(string what, byte[] bytes, string codes, string words)
    {
        Table table = await Table.OfAsync(new MemoryUpload(bytes));

        Assert.True(codes == table.Codes, what + ": " + table.Codes);
        Assert.Contains(words, table.Problems[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain('{', table.Problems[0].Message + table.Problems[0].Fix);
        Assert.Equal(64, table.Sha256.Length);
    }

    [Theory]
    [InlineData("<c r=\"B3\" t=\"inlineStr\"><is><t>123456</t></is></c>", "PZ1002@B3")]
    [InlineData("<c r=\"B3\" t=\"s\"><v>0</v></c>", "PZ1002@B3")]
    [InlineData("<c r=\"D3\"><v>1</v></c>", "PZ1002@3")]
    [InlineData("<c r=\"D3\" s=\"4\"/>", "")]
    public async Task ReadAsync_OverALimit_KeepsTheRowsBefore(string cell, string codes)
    {
        XlsxFile file = XlsxFile
            .Of(Header + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"3\">" + cell + "</row>")
            .WithStrings("<t>123456</t>");

        Table table = await Table.OfAsync(file.Upload(), new ReadLimits(MaxCellLength: 5, MaxColumns: 3));

        Assert.Equal(codes, table.Codes);
        Assert.Equal("1:a|b / 2:1|", table.Text);
    }

    [Fact]
    public async Task OpenAsync_AnyByteChanged_NeverThrowsAndNeverChangesAValue()
    {
        byte[] good = XlsxFile
            .Of(Header + "<row r=\"2\"><c r=\"A2\"><v>1234</v></c><c r=\"B2\"><v>56.78</v></c></row>")
            .Bytes();
        Random random = new(20);
        for (int i = 0; i < 2_000; i++)
        {
            byte[] bad = [.. good];
            bad[random.Next(bad.Length)] ^= (byte)(1 << random.Next(8));

            Table table = await Table.OfAsync(new MemoryUpload(bad));

            Assert.True(table.Codes.Length > 0 || table.Text == "1:a|b / 2:1234|56,78", table.Text);
        }
    }

    private static byte[] Half()
    {
        byte[] whole = XlsxFile.Of(Header).Bytes();
        return whole[..(whole.Length / 2)];
    }

    private static byte[] Flipped()
    {
        byte[] whole = XlsxFile.Of(Header + "<row r=\"2\"><c r=\"A2\"><v>98127364551827</v></c></row>").Bytes();
        int at = whole.AsSpan().IndexOf("xl/worksheets/sheet1.xml"u8) + 24 + 40;
        whole[at] ^= 1;
        return whole;
    }

    private static byte[] Bomb(char filler) =>
        new XlsxFile()
            .WithSheetXml("F", "<worksheet><sheetData>" + new string(filler, 40_000_000) + "</sheetData></worksheet>")
            .Bytes();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Ole(string name, int at) =>
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[Math.Max(0, at - 8)],
            .. Encoding.Unicode.GetBytes(name),
            .. new byte[100],
        ];
}
