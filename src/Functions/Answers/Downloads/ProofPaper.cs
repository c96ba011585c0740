using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Uploads;
using PianoZona.Papers;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers.Downloads;

/// <summary>A receipt as a document to keep.</summary>
internal static class ProofPaper
{
    public const string ContentType = "application/pdf";

    /// <summary>The document of a receipt: what its page shows to the same reader.</summary>
    /// <param name="hub">Address of the hub; null when it is not known.</param>
    public static byte[] Write(ReceiptProof proof, Caller caller, Uri? hub) => ReceiptPaper.Write(
        ProofPages.Of(proof, caller), proof.Receipt, MatchOf(proof, hub));

    /// <summary>Where anybody checks a receipt against its file; null = its address is not known.</summary>
    /// <param name="hub">Address of the hub; null when it is not known.</param>
    public static Uri? MatchOf(ReceiptProof proof, Uri? hub) =>
        hub is null ? null : new Uri(hub, Addresses.MatchFor(proof.Receipt.Id));
}
