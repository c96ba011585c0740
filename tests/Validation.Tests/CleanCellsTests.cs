using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Validation.Readers;

namespace PianoZona.Validation.Tests;

/// <summary>The short ways of reading a cell take the cells that the long way takes, and to the same value.</summary>
public sealed class CleanCellsTests
{
    private static readonly string[] Pieces =
    [
        "",
        "1",
        "7",
        "12,5",
        "1.234,56",
        "6.57",
        "1000000000000",
        "-",
        "−3",
        "€ ",
        ",",
        " ",
        "\u00a0",
        "\t",
        "UT-",
        "A",
        "ab",
        "Rossi",
        "ROSSI_",
        "/",
        "@",
        "a@b.it",
        "333",
        "1234567",
        "+39 ",
        "tel. ",
        "RSSMRA80A01H501U",
        "è",
        "Ã©",
        "\u0001",
        "=1+1",
        "SAD",
        "ore",
        "FNPS",
        "019021",
        "ente-udp",
        "2025-09",
        "31/12/2025",
        "2025",
        "8745961356",
        "TOTALE",
        "\uFFFD",
        "xxxxxxxxxxxxxxxxxxxx",
    ];

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void PlainNumbers_AnyCells_AsTheLongWay() => AssertAlike(
        check => new PlainNumbers(check), Prestazioni.Importo, Prestazioni.Quantita, Popolazione.Maschi,
        Popolazione.PercentualeMinori, FsrRilevazione.GiorniApertura, MisuraB2.ImportoMensile);

    [Fact]
    public void PlainCodes_AnyCells_AsTheLongWay() => AssertAlike(check => new PlainCodes(check), Prestazioni.IdUtente);

    // Cells come again, and find what was remembered of them.
    [Fact]
    public void KnownCells_AnyCells_AsTheLongWay() =>
        AssertAlike(
            check => new KnownCells(check),
            Prestazioni.EnteGestore,
            Prestazioni.CodiceIstat,
            Prestazioni.Servizio,
            Prestazioni.Fondo,
            Prestazioni.Annualita,
            Prestazioni.Periodo,
            Prestazioni.Data,
            Prestazioni.Unita,
            Prestazioni.CodiceCig,
            SpesaSociale.Voce);

    // A text and its like, longer, shorter or with another letter: what a hash of words might take for the same.
    [Fact]
    public void RowHash_AnyTwoTexts_DifferWhenTheyDo()
    {
        Gen<string> text = Gen.Elements('a', 'b', '\0').ListOf().Select(letters => string.Concat(letters.Take(24)));
        Prop.ForAll(
                text.Zip(text).ToArbitrary(),
                pair => Hash(pair.Item1) == Hash(pair.Item2) == (pair.Item1 == pair.Item2))
            .Check(Thorough.WithMaxTest(5000));

        static (ulong, uint) Hash(string text)
        {
            RowHash hash = default;
            hash.Add(text);
            return (hash.Low, hash.High);
        }
    }

    private static void AssertAlike<TCells>(Func<CellCheck, TCells> shortWay, params Column[] columns)
        where TCells : struct, ICleanCells
    {
        Gen<string> cell = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces.Take(3)));
        Prop.ForAll(Gen.Elements(columns).Zip(cell.ListOf()).ToArbitrary(), sample =>
        {
            (Column column, IEnumerable<string> cells) = sample;
            TCells one = shortWay(CheckOf(column));
            AnyCells other = new(CheckOf(column));
            return cells.Concat(cells).All(text => Read(ref one, text) == Read(ref other, text));
        }).Check(Thorough);
    }

    // The value counts only when the cell is taken.
    private static (bool Taken, CellValue Value) Read<TCells>(ref TCells cells, string text)
        where TCells : struct, ICleanCells =>
        cells.TryRead(text, out CellValue value) ? (true, value) : (false, default);

    // Of one column by itself: a reader that tells of something only once must be asked by one side only.
    private static CellCheck CheckOf(Column column) =>
        new(column, 0, CellReaders.For(column, Ambiti.OglioPo, new ColumnEvidence(0, 0, 1, 1)));
}
