#!/usr/bin/env bash
# PDFsharp 6.2.4 and documents that are made with PdfDocument.SetPdfA().
#
# Documented ("Archiving - PDF/A"): after SetPdfA() a new document is PDF/A; it must be tagged. Seen:
#   1. The document says that it is PDF/A-1a. As soon as a letter is in no Windows code page, its font is a composite one,
#      in part, without a CIDSet: part 1 wants that (ISO 19005-1, 6.3.5), so the document is not what it says.
#   2. Streams with the filter FlateDecode begin as zlib streams (RFC 1950) and have no checksum at their end:
#      qpdf --check warns of each, a strict reader takes them for cut off. Also in documents that are not PDF/A.
#   3. A title with "&" or "<" goes unescaped into the packet of metadata (XMP), which is then no XML.
#   4. Text that is drawn after a line, or first, inside an element of UAManager: the mark begins before BT and ends before
#      ET, which ISO 32000-1, 14.6.1 does not allow. Calling UAManager.BeginTextMode() before each DrawString avoids it.
#   5. The same program writes other bytes each time: ids of the file and of the packet, and tags of fonts, are random.
# The script fails when any of this changes.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > archiving.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="PDFsharp" Version="[6.2.4]" />
  </ItemGroup>
</Project>
PROJECT

cat > Program.cs <<'PROGRAM'
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using PdfSharp.WPFonts;

GlobalFontSettings.FontResolver = new Fonts();
bool same = true;
string document = Write("Rendiconto");
Check(
    "it says PDF/A-1a", document.Contains("<pdfaid:part>1</pdfaid:part>", StringComparison.Ordinal)
    && document.Contains("<pdfaid:conformance>A</pdfaid:conformance>", StringComparison.Ordinal));
Check(
    "it has a part of a composite font and no CIDSet",
    Regex.IsMatch(document, "/Subtype */CIDFontType2") && !document.Contains("/CIDSet", StringComparison.Ordinal));
(int compressed, int checkedAtEnd) = Streams(document);
Check($"of {compressed} compressed streams {checkedAtEnd} end with their checksum", compressed > 2 && checkedAtEnd == 0);
Check("a plain title leaves the packet XML", IsXml(document));
Check("a title with an ampersand does not", !IsXml(Write("Entrate & uscite")));
Check("a mark begins outside of a text and ends within it", EndsElsewhere(document));
Check("written again, the bytes are others", Write("Rendiconto") != document);
return same ? 0 : 1;

void Check(string what, bool isSo)
{
    same &= isSo;
    Console.WriteLine($"{(isSo ? "same   " : "CHANGED")} {what}");
}

static string Write(string title)
{
    using PdfDocument document = new();
    document.SetPdfA();
    document.Info.Title = title;
    document.Info.CreationDate = new DateTime(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc);
    StructureBuilder tags = UAManager.ForDocument(document).StructureBuilder;
    using (XGraphics page = XGraphics.FromPdfPage(document.AddPage()))
    {
        tags.BeginElement(PdfBlockLevelElementTag.Paragraph);
        page.DrawString("first, Ő", new XFont("Segoe WP", 12), XBrushes.Black, 50, 50);
        tags.End();
        tags.BeginArtifact();
        page.DrawLine(XPens.Black, 50, 60, 90, 60);
        tags.End();
        tags.BeginElement(PdfBlockLevelElementTag.Paragraph);
        page.DrawString("second", new XFont("Segoe WP", 12), XBrushes.Black, 50, 80);
        tags.End();
    }

    using MemoryStream stream = new();
    document.Save(stream, closeStream: false);
    return Encoding.Latin1.GetString(stream.ToArray());
}

static IEnumerable<byte[]> Flate(string document) =>
    from Match head in Regex.Matches(document, @"<<([^\n]*/FlateDecode[^\n]*)>>\nstream\n")
    let length = int.Parse(Regex.Match(head.Value, "/Length ([0-9]+)").Groups[1].Value)
    select Encoding.Latin1.GetBytes(document.Substring(head.Index + head.Length, length));

static byte[] Inflated(byte[] stream)
{
    using DeflateStream content = new(new MemoryStream(stream[2..]), CompressionMode.Decompress);
    using MemoryStream whole = new();
    content.CopyTo(whole);
    return whole.ToArray();
}

static (int All, int Whole) Streams(string document)
{
    byte[][] all = [.. Flate(document)];
    return (all.Length, all.Count(stream =>
    {
        uint a = 1, b = 0;
        foreach (byte one in Inflated(stream))
        {
            a = (a + one) % 65521;
            b = (b + a) % 65521;
        }

        return stream[^4..].Aggregate(0u, (sum, one) => (sum << 8) | one) == ((b << 16) | a);
    }));
}

static bool IsXml(string document)
{
    int start = document.IndexOf("<x:xmpmeta", StringComparison.Ordinal);
    int end = document.IndexOf("</x:xmpmeta>", StringComparison.Ordinal) + "</x:xmpmeta>".Length;
    try
    {
        XDocument.Parse(document[start..end]);
        return true;
    }
    catch (XmlException)
    {
        return false;
    }
}

static bool EndsElsewhere(string document)
{
    bool isText = false, began = false, elsewhere = false;
    foreach (string line in Flate(document).Select(Inflated).Select(Encoding.Latin1.GetString)
        .First(content => content.Contains("BDC", StringComparison.Ordinal)).Split('\n'))
    {
        isText = line switch { "BT" => true, "ET" => false, _ => isText };
        began = Regex.IsMatch(line, "B[DM]C$") ? isText : began;
        elsewhere |= line == "EMC" && began != isText;
    }

    return elsewhere;
}

internal sealed class Fonts : IFontResolver
{
    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new("Segoe WP");

    public byte[] GetFont(string faceName) => FontDataHelper.SegoeWP;
}
PROGRAM

dotnet build --nologo -v quiet
dotnet bin/Debug/net10.0/archiving.dll
