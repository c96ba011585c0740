using PianoZona.Testing;

namespace PianoZona.EndToEnd.Pages;

/// <summary>The pages of receipts, read and approved.</summary>
public sealed class ReceiptPageTests
{
    [Fact]
    public async Task Render_AcceptedFile_IsTheApprovedPage() =>
        Approved.Check("esito-accettato.html", await SamplePages.AcceptedAsync());

    // A line that says that there is one more takes the place of that one.
    [Theory]
    [InlineData(20, 0)]
    [InlineData(21, 0)]
    [InlineData(22, 2)]
    public async Task Render_CellsOfACause_FoldFromTheSecondThatDoesNotFit(int rows, int folded)
    {
        string page = await SamplePages.OneCauseAsync(rows);

        Assert.Equal(folded > 0, page.Contains("<details>", StringComparison.Ordinal));
        Assert.Equal(
            folded > 0,
            page.Contains(FormattableString.Invariant($"Altre {folded} come queste"), StringComparison.Ordinal));
        Assert.Equal(rows, page.Split("<th scope=\"row\">E").Length - 1);
    }

    [Fact]
    public async Task Render_RefusedFile_IsTheApprovedPage() =>
        Approved.Check("esito-respinto.html", await SamplePages.RefusedAsync());
}
