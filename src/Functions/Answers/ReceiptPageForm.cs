using System.Text;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Ports;
using PianoZona.Notification.Sending;
using PianoZona.Web.Layout;

namespace PianoZona.Functions.Answers;

internal sealed class ReceiptPageForm(HubAddress hub) : IReceiptForm
{
    /// <inheritdoc/>
    public string Ending => ReceiptForms.Page;

    /// <inheritdoc/>
    public string ContentType => "text/html; charset=utf-8";

    /// <inheritdoc/>
    public bool Has(Receipt receipt) => true;

    /// <inheritdoc/>
    public async Task<Stream> WriteAsync(Receipt receipt, CancellationToken cancellationToken) =>
        new MemoryStream(
            Encoding.UTF8.GetBytes(await PageRenderer.RenderStoredAsync(ReceiptPages.Stored(receipt, hub.Address))),
            writable: false);
}
