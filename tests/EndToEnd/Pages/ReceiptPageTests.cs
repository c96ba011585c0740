using PianoZona.Testing;

namespace PianoZona.EndToEnd.Pages;

/// <summary>The pages of receipts, read and approved.</summary>
public sealed class ReceiptPageTests
{
    [Fact]
    public async Task Render_AcceptedFile_IsTheApprovedPage() => Approved.Check("esito-accettato.html", await SamplePages.AcceptedAsync());

    [Fact]
    public async Task Render_RefusedFile_IsTheApprovedPage() => Approved.Check("esito-respinto.html", await SamplePages.RefusedAsync());
}
