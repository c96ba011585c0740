using System.Text;
using PianoZona.Testing;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;

namespace PianoZona.Papers.Tests;

/// <summary>What a body keeps of a file that another sent: what its page says, and no more.</summary>
public sealed class ShareReceiptTests
{
    private static readonly ReceiptForBodyView Share = new(
        "Spesa sociale dei Comuni, anno 2024", "Azienda", StateWord.Accepted, "Vale anche per il tuo ente.",
        [new Fact("Numero", Samples.Receipt.Id), new Fact("Righe del tuo ente", "4 accettate")],
        "0001 0203", Samples.Replaced)
    {
        Number = Samples.Receipt.Id,
        ReceivedAt = Samples.Receipt.ReceivedAt,
    };

    [Fact]
    public void Write_AsText_IsTheApprovedText() => Approved.Check(
        "ricevuta-per-un-ente.txt",
        Encoding.UTF8.GetString(ReceiptPlainText.Write(Share, Samples.Match)).ReplaceLineEndings("\n"));

    [Fact]
    public void Write_AsPaper_SaysOnOneSheetWhatThePageSays()
    {
        using ReadPaper paper = new(ReceiptPaper.Write(Share, Samples.Match));

        Assert.Equal(1, paper.Document.NumberOfPages);
        Assert.All(
            (string[])
            [
                Share.Title, "Accettato. Vale anche per il tuo ente.", "Righe del tuo ente 4 accettate",
                "0001 0203", Samples.Replaced, Share.Next, ReceiptForBodyView.OwnOnly,
            ],
            said => Assert.Contains(said, paper.Text, StringComparison.Ordinal));
        Assert.Equal(
            ReceiptPaper.Write(Share, Samples.Match), ReceiptPaper.Write(Share, Samples.Match));
    }
}
