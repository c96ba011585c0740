using System.Text;
using PianoZona.Contracts.Receipts;
using PianoZona.Testing;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;

namespace PianoZona.Papers.Tests;

/// <summary>What a receipt says as a text, read and approved.</summary>
public sealed class ReceiptPlainTextTests
{
    [Fact]
    public void Write_AnAcceptedFile_IsTheApprovedText() => Approved.Check(
        "ricevuta-accettata.txt", TextOf(Samples.Receipt, StateWord.Accepted));

    [Fact]
    public void Write_ARefusedFile_HasItsCausesAsThePageHas() => Approved.Check(
        "ricevuta-respinta.txt", TextOf(Samples.WithProblems, StateWord.Refused));

    /// <summary>What a page says beside the sums is said here, too.</summary>
    [Fact]
    public void Write_AFileThatChangedNoSum_TellsWhatMoved() => Approved.Check(
        "ricevuta-spostata.txt", TextOf(Samples.Moved, Samples.Receipt));

    [Fact]
    public void Write_AnyFile_HasLinesOfWindowsAlone() => Assert.DoesNotContain(
        '\n',
        Encoding.UTF8.GetString(ReceiptPlainText.Write(Samples.Accepted, Samples.Receipt, null))
            .Replace("\r\n", string.Empty, StringComparison.Ordinal));

    private static string TextOf(Receipt receipt, StateWord state) =>
        TextOf(Samples.View(receipt, state), receipt);

    private static string TextOf(ProofView view, Receipt receipt) => Encoding.UTF8
        .GetString(ReceiptPlainText.Write(view, receipt, Samples.Match)).ReplaceLineEndings("\n");
}
