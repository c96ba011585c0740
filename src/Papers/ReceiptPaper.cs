using PianoZona.Contracts.Receipts;
using PianoZona.Web.Receipts;

namespace PianoZona.Papers;

/// <summary>A receipt as a document to keep: PDF/A, on sheets of A4.</summary>
public static class ReceiptPaper
{
    // The library keeps fonts for the whole process, and is not made for two that write at once.
    private static readonly Lock Writing = new();

    /// <summary>Its bytes: the same receipt, with the same history, gives the same ones.</summary>
    /// <param name="view">What its page shows.</param>
    /// <param name="receipt">It: number and time are of the document too.</param>
    /// <param name="match">Where anybody checks it against its file; null = it is not known.</param>
    public static byte[] Write(ProofView view, Receipt receipt, Uri? match)
    {
        return Write(
            new DocumentFacts(view.Title, receipt.Id, receipt.FinishedAt),
            sheets => new ReceiptSheets(sheets, view, match).Write());
    }

    /// <summary>The bytes of the receipt of a file that another sent, for a body whose figures it holds.</summary>
    /// <param name="view">What its page shows to the body: nothing of others.</param>
    /// <param name="match">Where anybody checks it against its file; null = it is not known.</param>
    public static byte[] Write(ReceiptForBodyView view, Uri? match) => Write(
        new DocumentFacts(view.Title, view.Number, view.ReceivedAt),
        sheets =>
        {
            SheetWriter writer = new(sheets);
            writer.Title(view.Title);
            ReceiptSheets.State(writer, view.State, view.Sentence);
            ReceiptSheets.Facts(
                sheets,
                [
                    .. view.Facts,
                    .. view.ReplacedBy is { } by ? [new Fact("Sostituito da", by)] : (Fact[])[],
                ],
                view.Hash);
            writer.Section("Che cosa succede ora");
            writer.Paragraph(view.Next);
            writer.Paragraph(ReceiptForBodyView.OwnOnly);
            ReceiptSheets.Verification(writer, match);
        });

    private static byte[] Write(DocumentFacts facts, Action<Sheets> draw)
    {
        lock (Writing)
        {
            int sheets = Draw(of: null).Sheets;
            return Draw(sheets).Bytes;
        }

        // How many sheets there are is known when they are written: so they are written twice.
        (int Sheets, byte[] Bytes) Draw(int? of)
        {
            using PdfSharp.Pdf.PdfDocument document = ArchivalDocument.Begin(facts);
            using Sheets sheets = new(document, new SheetEdges("Ricevuta di un invio", $"Ricevuta {facts.Number}", of));
            draw(sheets);
            byte[] shown = sheets.End();
            return (sheets.Count, of is null ? [] : ArchivalDocument.Save(document, facts, shown));
        }
    }
}
