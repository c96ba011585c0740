using PianoZona.Contracts.Receipts;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;
using UglyToad.PdfPig.Content;

namespace PianoZona.Papers.Tests;

/// <summary>What a receipt on paper says, read back by another library.</summary>
public sealed class ReceiptPaperTests
{
    [Fact]
    public void Write_AnAcceptedFile_SaysOnOneSheetWhatThePageSays()
    {
        using ReadPaper paper = Read(Samples.Accepted);

        Assert.Equal(1, paper.Document.NumberOfPages);
        Assert.All(
            (string[])
            [
                "Ricevuta: Spesa sociale dei Comuni, anno 2024", "Accettato. Il file è stato accettato e registrato.",
                "Numero " + Samples.Receipt.Id, "Ente Comune di Prova & C. (018030)", "Importo 1.234,50 €",
                "Sostituisce " + Samples.Replaced, "10,00 non comunicato non noto", "importo_annuo FNPS 1.234,50",
                "12 importo_annuo 1,00 1,00 0,00", "Segnalazioni Nessuna.", "Il file è arrivato.",
                $"Apri https://pianozona.example/riscontro?numero={Samples.Receipt.Id} e scegli il file", "1 di 1",
            ],
            said => Assert.Contains(said, paper.Text, StringComparison.Ordinal));
        Assert.Contains("0001 0203 0405 0607 0809 0a0b 0c0d 0e0f", paper.Text, StringComparison.Ordinal);
        Assert.Contains("1011 1213 1415 1617 1819 1a1b 1c1d 1e1f", paper.Text, StringComparison.Ordinal);
    }

    /// <summary>What a page says beside the sums is said here, too.</summary>
    [Fact]
    public void Write_AFileThatChangedNoSum_TellsWhatMoved()
    {
        using ReadPaper paper = Read(Samples.Moved);

        Assert.All(
            (string[])
            [
                "Che cosa è cambiato", "Il totale non è cambiato, ma sono cambiate delle voci", "5,00 4,00 -1,00",
                "50 57 +7", "Cifre del file che non contano", "1,00 2,00 +1,00",
            ],
            said => Assert.Contains(said, paper.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_WithoutAnAddress_NamesThePage()
    {
        using ReadPaper paper = new(ReceiptPaper.Write(Samples.Accepted, Samples.Receipt, match: null));

        Assert.Contains("Nella pagina «Controlla una ricevuta» di PianoZona", paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ARefusedFile_HasEveryCauseAndCountsItsSheets()
    {
        using ReadPaper paper = Read(Samples.View(Samples.WithProblems, StateWord.Refused));
        IReadOnlyList<string> sheets = paper.TextOfSheets;

        Assert.True(sheets.Count > 1);
        Assert.All(
            sheets.Index(),
            sheet => Assert.EndsWith($"{sheet.Index + 1} di {sheets.Count}", sheet.Item, StringComparison.Ordinal));
        Assert.All(
            Enumerable.Range(1, 8),
            rule => Assert.Contains($"(regola PZ300{rule})", paper.Text, StringComparison.Ordinal));
        Assert.Contains("F2 Non è un importo.", paper.Text, StringComparison.Ordinal);
        Assert.Contains("la pagina della ricevuta ne elenca", paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AnyFileName_ShowsAllOfItBetweenTheMargins()
    {
        string name = string.Concat(Enumerable.Repeat("lungo", 60)) + "😀Ő−漢\u0007.csv";
        ProofView view = Samples.View(Samples.Receipt with { FileName = name }, StateWord.Accepted) with
        {
            Next = string.Concat(Enumerable.Repeat(Samples.Long + ", ", 300)),
        };

        using ReadPaper paper = Read(view);
        IReadOnlyList<Letter> letters = [.. paper.Document.GetPages().SelectMany(page => page.Letters)];
        string together = string.Concat(letters.Select(letter => letter.Value));

        Assert.Contains(
            PaperText.Shown(name).Replace(" ", string.Empty, StringComparison.Ordinal), together,
            StringComparison.Ordinal);
        Assert.Equal(300, together.Split("Consorzio").Length - 1);
        Assert.All(
            letters.Where(letter => letter.Value.Trim().Length > 0),
            letter => Assert.InRange(letter.BoundingBox.Left, 55.5, 539.5));
        Assert.All(letters, letter => Assert.InRange(letter.StartBaseLine.Y, 35, 800));
    }

    [Fact]
    public void Write_ARowThatNoSheetHolds_GoesOnAsFurtherRows()
    {
        ProofView view = Samples.Accepted with
        {
            Facts = [new Fact("Ente", string.Concat(Enumerable.Repeat("parola ", 4000)))],
        };

        using ReadPaper paper = Read(view);

        Assert.Equal(4000, paper.Text.Split("parola").Length - 1);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        Assert.Equal(
            ReceiptPaper.Write(Samples.Accepted, Samples.Receipt, Samples.Match),
            ReceiptPaper.Write(Samples.Accepted, Samples.Receipt, Samples.Match));
        Assert.NotEqual(
            ReceiptPaper.Write(Samples.Accepted with { ReplacedBy = Samples.Replaced }, Samples.Receipt, null),
            ReceiptPaper.Write(Samples.Accepted, Samples.Receipt, null));
    }

    [Fact]
    public async Task Write_ByManyAtOnce_GivesEachItsOwn()
    {
        Receipt[] receipts =
        [
            .. Enumerable.Range(0, 16).Select(one => Samples.Receipt with { FileName = $"file-{one}-Ő.csv" }),
        ];
        byte[][] alone = [.. receipts.Select(Write)];

        byte[][] atOnce = await Task.WhenAll(receipts.Select(one => Task.Run(() => Write(one))));

        Assert.Equal(alone, atOnce);

        static byte[] Write(Receipt receipt) =>
            ReceiptPaper.Write(Samples.View(receipt, StateWord.Accepted), receipt, Samples.Match);
    }

    private static ReadPaper Read(ProofView view) =>
        new(ReceiptPaper.Write(view, Samples.Receipt, Samples.Match));
}
