using System.Text;

namespace PianoZona.Reading.Tests;

/// <summary>
/// The buffers hold 32 K characters and 256 K bytes: what is awkward must read the same wherever their ends fall.
/// </summary>
public sealed class BoundaryTests
{
    private const string Awkward = "\"uno;\"\"due\"\"\r\n\";2\r\n\r\n\"\";\"x\"y\r4;€ 1.234,56\n\"è\";\"\"\"\"\r\n";
    private const string Expected = "\"uno;\"due\"\r\n|2\",\"|xy\",\"4|€ 1.234,56\",\"è|\"\"";

    [Theory]
    [InlineData(32 * 1024, "utf-8")]
    [InlineData(256 * 1024, "utf-8")]
    [InlineData(32 * 1024, "utf-16")]
    [InlineData(256 * 1024, "utf-16")]
    [InlineData(32 * 1024, "windows-1252")]
    public async Task ReadAsync_BufferEndAnywhereInAwkwardRows_GivesTheSameCells(int boundary, string name)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        int length = Encoding.UTF8.GetByteCount(Awkward);
        for (int before = -4; before <= length + 4; before++)
        {
            string text = Filler(boundary - before) + Awkward;
            MemoryUpload upload = new([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

            Table table = await Table.OfAsync(upload);

            Assert.Equal(string.Empty, table.Codes);
            Assert.Equal(
                Expected, string.Join(',', table.Rows[^4..].Select(row => "\"" + string.Join('|', row) + "\"")));
            Assert.Equal(1, table.Survey!.Columns[1].DecimalComma);
        }
    }

    // A header and rows of a;b, exactly so many characters.
    private static string Filler(int length)
    {
        StringBuilder text = new("voce;importo\n");
        while (text.Length < length - 2000)
        {
            text.Append('a', 997).Append(";b\n");
        }

        return text.Append('a', length - text.Length - 3).Append(";b\n").ToString();
    }
}
