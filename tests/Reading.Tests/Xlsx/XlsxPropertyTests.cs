using System.Globalization;
using System.Security;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Tests.Xlsx;

/// <summary>
/// Any table written as XLSX reads back the same; a typed number never changes magnitude, whatever stands beside it.
/// </summary>
public sealed class XlsxPropertyTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly string[] Pieces =
    [
        "a",
        "Ca' d'Andrea",
        "è",
        "€",
        "\"",
        "<",
        "&",
        ";",
        "\n",
        " ",
        "1",
        "2,5",
        "1.234,56",
        "149.234",
        "6.57",
        "-",
        "TOTALE",
        "12.50",
        "_x000D_",
        "_",
        "😀",
        "]]>",
    ];

    [Fact]
    public void ReadAsync_AnyTextsSharedOrInline_ComeBackTheSame()
    {
        Gen<string> cell = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces.Take(4)));
        Gen<(string[][], bool)> tables =
            from width in Gen.Choose(2, 5)
            from height in Gen.Choose(1, 8)
            from rows in cell.ArrayOf(width).ArrayOf(height)
            from shared in Gen.Elements(true, false)
            select (rows, shared);
        Prop.ForAll(tables.ToArbitrary(), sample => CheckTable(sample.Item1, sample.Item2)).Check(Thorough);
    }

    [Fact]
    public void ReadAsync_AnyAmountAsNumber_IsReadAsThatAmount() =>
        Prop.ForAll(Gen.Choose(-2_000_000_000, 2_000_000_000).Select(n => (long)n * 7_919).ToArbitrary(), cents =>
        {
            double stored = (double)(cents / 100m);
            string text = Read(stored.ToString("R", CultureInfo.InvariantCulture));

            Assert.Contains(NumberText.Classify(text), (NumberShape[])[NumberShape.Digits, NumberShape.DecimalComma]);
            Assert.All((bool[])[true, false], dotIsDecimal =>
            {
                Assert.True(NumberText.TryRead(text, dotIsDecimal, 2, out long value));
                Assert.Equal(cents, value);
            });
        }).Check(Thorough);

    [Fact]
    public void ReadAsync_AnyNumberAtAll_KeepsFifteenDigits() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<NormalFloat>().ToArbitrary(), number =>
        {
            double stored = number.Get;
            string text = Read(stored.ToString("R", CultureInfo.InvariantCulture));
            double back = double.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture);

            Assert.DoesNotContain('.', text);
            Assert.Equal(stored.ToString("E14", CultureInfo.InvariantCulture).TrimStart('-'),
                back.ToString("E14", CultureInfo.InvariantCulture).TrimStart('-'));
        }).Check(Thorough);

    [Fact]
    public void ReadAsync_AnyDay_IsWrittenAsThatDay() =>
        Prop.ForAll(Gen.Choose(61, 2_958_465).ToArbitrary(), serial =>
            Assert.Equal(DateTime.FromOADate(serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Read(serial.ToString(CultureInfo.InvariantCulture), 1)))
        .Check(Thorough);

    private static string Read(string stored, int style = 0) =>
        Table
            .OfAsync(
                XlsxFile
                    .Of(
                        $"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" "
                            + $"t=\"inlineStr\"><is><t>b</t></is></c></row>"
                            + $"<row r=\"2\"><c r=\"B2\" s=\"{style}\"><v>{stored}</v></c></row>")
                    .WithFormats("14")
                    .Upload())
            .GetAwaiter()
            .GetResult()
            .Rows[0][1];

    private static void CheckTable(string[][] rows, bool shared)
    {
        List<string> strings = [];
        string xml = string.Empty;
        string[] header = [.. Enumerable.Range(1, rows[0].Length).Select(i => "colonna" + i)];
        string[][] all = [header, .. rows];
        for (int r = 0; r < all.Length; r++)
        {
            xml +=
                $"<row r=\"{r + 1}\">"
                + string.Concat(
                    all[r].Select((cell, c) => Cell(cell, $"{(char)('A' + c)}{r + 1}", shared ? strings : null)))
                + "</row>";
        }

        Table table = Table.OfAsync(XlsxFile.Of(xml).WithStrings([.. strings]).Upload()).GetAwaiter().GetResult();

        // What is blank at the end of a row or in between is no text.
        IEnumerable<string[]> expected = rows.Where(row => !row.All(string.IsNullOrWhiteSpace))
            .Select(row => (string[])[.. row.Select(cell => string.IsNullOrWhiteSpace(cell) ? string.Empty : cell)]);
        Assert.Equal(header, table.Header);
        Assert.Equal(expected, table.Rows);
    }

    private static string Cell(string text, string address, List<string>? strings)
    {
        string item =
            "<t xml:space=\"preserve\">"
            + SecurityElement.Escape(text.Replace("_x", "_x005F_x", StringComparison.Ordinal))
            + "</t>";
        if (strings is null)
        {
            return $"<c r=\"{address}\" t=\"inlineStr\"><is>{item}</is></c>";
        }

        strings.Add(item);
        return $"<c r=\"{address}\" t=\"s\"><v>{strings.Count - 1}</v></c>";
    }
}
