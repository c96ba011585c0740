using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Tests;

/// <summary>Any table, written in any of the ways that are read, reads back the same.</summary>
public sealed class CsvPropertyTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(500);

    // In Windows-1252 no two of them together look like UTF-8, which would be another text.
    private static readonly string[] Pieces =
    [
        "a",
        "Ca' d'Andrea",
        "èa",
        "€",
        "\"",
        "\"\"",
        ";",
        ",",
        "\t",
        "|",
        "\r",
        "\n",
        "\r\n",
        " ",
        "1",
        "2,5",
        "1.234,56",
        "€ 7,00",
        "149.234",
        "3.300.000",
        "6.57",
        "-",
        "",
        "\u00a0",
        "TOTALE",
        "n.l",
        "12.50",
        "1.234,56\u00a0€",
    ];

    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
    ];

    /// <summary>A table and how it is written.</summary>
    private sealed record Sample(string[][] Rows, char Separator, bool DeclareSeparator, int Encoding, int Seed);

    [Fact]
    public void ReadAsync_AnyTableWrittenAnyWay_GivesTheSameCells() => Check(async sample =>
    {
        Table table = await ReadAsync(sample, chunked: false);

        Assert.Equal(string.Empty, table.Codes);
        Assert.Equal(sample.Separator, table.Survey!.Separator);
        Assert.Equal(Header(sample), table.Header);
        Assert.Equal(Expected(sample).Select(row => row.Cells), table.Rows);
    });

    [Fact]
    public void ReadAsync_AnyTable_NumbersRowsAsASpreadsheet() => Check(async sample =>
    {
        Table table = await ReadAsync(sample, chunked: false);

        Assert.Equal(sample.DeclareSeparator ? 2 : 1, table.HeaderRow);
        Assert.Equal(Expected(sample).Select(row => row.Number), table.Numbers);
    });

    [Fact]
    public void ReadAsync_AnyChunks_GiveTheSameTable() => Check(async sample =>
    {
        Table whole = await ReadAsync(sample, chunked: false);
        Table chunked = await ReadAsync(sample, chunked: true);

        Assert.Equal(whole.Text, chunked.Text);
        Assert.Equal(whole.Sha256, chunked.Sha256);
        Assert.Equal(whole.Survey!.Columns, chunked.Survey!.Columns);
    });

    [Fact]
    public void Survey_AnyTable_CountsAsANaiveReading() => Check(async sample =>
    {
        Table table = await ReadAsync(sample, chunked: false);

            for (int column = 0; column < table.Header.Length; column++)
            {
                NumberShape[] shapes =
                [
                    .. table.Rows.Where(row => row.Length > column).Select(row => NumberText.Classify(row[column])),
                ];
                Assert.Equal(
                    new ColumnEvidence(
                        shapes.Count(shape => shape == NumberShape.DecimalComma),
                        shapes.Count(shape => shape == NumberShape.SeveralGroups),
                        shapes.Count(shape => shape == NumberShape.OneGroup),
                        shapes.Count(shape => shape == NumberShape.DotDecimals)),
                    table.Survey!.Columns[column]);
            }
        });

    private static void Check(Func<Sample, Task> law) =>
        Prop.ForAll(Samples().ToArbitrary(), sample => law(sample).GetAwaiter().GetResult()).Check(Thorough);

    private static Gen<Sample> Samples()
    {
        Gen<string> cell = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces.Take(4)));
        return
            from width in Gen.Choose(2, 6)
            from height in Gen.Choose(0, 12)
            from rows in cell.ArrayOf(width).ArrayOf(height)
            from separator in Gen.Elements(';', ',', '\t', '|')
            from declare in Gen.Elements(true, false)
            from encoding in Gen.Choose(0, Encodings.Length - 1)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select new Sample(rows, separator, declare, encoding, seed);
    }

    private static string[] Header(Sample sample) =>
        [.. Enumerable.Range(1, sample.Rows.Length == 0 ? 2 : sample.Rows[0].Length).Select(i => "colonna" + i)];

    private static IEnumerable<(int Number, string[] Cells)> Expected(Sample sample) => sample.Rows
        .Select((cells, index) => (index + (sample.DeclareSeparator ? 3 : 2), cells))
        .Where(row => row.cells.Any(cell => !string.IsNullOrWhiteSpace(cell)));

    private static Task<Table> ReadAsync(Sample sample, bool chunked)
    {
        Encoding encoding = Encodings[sample.Encoding];
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Write(sample))];
        return Table.OfAsync(new MemoryUpload(bytes, chunked ? sample.Seed : null));
    }

    // Quotes where they are needed and, at random, where they are not; every kind of line end.
    private static string Write(Sample sample)
    {
        Random random = new(sample.Seed);
        StringBuilder text = new(sample.DeclareSeparator ? "sep=" + sample.Separator + "\r\n" : string.Empty);
        IEnumerable<string[]> rows = sample.Rows.Prepend(Header(sample));
        foreach (string[] row in rows)
        {
            text.AppendJoin(
                sample.Separator,
                row.Select(cell =>
                    MustQuote(cell, sample.Separator) || random.Next(4) == 0
                        ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
                        : cell));
            text.Append(random.GetItems(LineEnds, 1)[0]);
        }

        return text.ToString();
    }

    private static bool MustQuote(string cell, char separator) =>
        cell.StartsWith('"') || cell.AsSpan().IndexOfAny(separator, '\r', '\n') >= 0;
}
