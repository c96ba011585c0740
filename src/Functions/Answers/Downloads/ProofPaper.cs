using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;
using PianoZona.Papers;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers.Downloads;

/// <summary>A receipt as a document to keep.</summary>
internal static class ProofPaper
{
    public const string ContentType = "application/pdf";

    public const string TextType = "text/plain; charset=utf-8";

    /// <summary>The document of a receipt: what its page shows to the same reader.</summary>
    /// <param name="hub">Address of the hub; null when it is not known.</param>
    public static byte[] Write(ReceiptProof proof, Caller caller, Uri? hub) => ReceiptPaper.Write(
        ProofPages.Of(proof, caller), proof.Receipt, MatchOf(proof.Receipt.Id, hub));

    /// <summary>The document of a file that another sent: what its page shows to the same reader.</summary>
    /// <param name="hub">Address of the hub; null when it is not known.</param>
    public static byte[] Write(SentForBodyProof proof, Caller caller, Uri? hub) => ReceiptPaper.Write(
        SentForPages.Of(proof, caller.Sender), MatchOf(proof.Sent.Receipt.Text, hub));

    /// <summary>The same as a text.</summary>
    /// <param name="hub">Address of the hub; null when it is not known.</param>
    public static byte[] Text(SentForBodyProof proof, Caller caller, Uri? hub) => ReceiptPlainText.Write(
        SentForPages.Of(proof, caller.Sender), MatchOf(proof.Sent.Receipt.Text, hub));

    /// <summary>A receipt as a text to keep.</summary>
    /// <param name="hub">Address of the hub; null when it is not known.</param>
    public static byte[] Text(ReceiptProof proof, Caller caller, Uri? hub) => ReceiptPlainText.Write(
        ProofPages.Of(proof, caller), proof.Receipt, MatchOf(proof.Receipt.Id, hub));

    // Where anybody checks a receipt against its file; null = its address is not known.
    private static Uri? MatchOf(string receipt, Uri? hub) =>
        hub is null ? null : new Uri(hub, Addresses.MatchFor(receipt));
}
