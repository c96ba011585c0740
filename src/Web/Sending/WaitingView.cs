using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Sending;

/// <summary>A file that was sent and is being taken in.</summary>
/// <param name="Id">Under which the hub keeps it.</param>
/// <param name="FileName">The name that its sender gave it.</param>
/// <param name="Receipt">Number of the receipt that it gets.</param>
public sealed record WaitingView(string Id, string FileName, string Receipt) : PageView("In controllo")
{
    internal override Type Component => typeof(WaitingPage);

    internal override IReadOnlyList<NamedLink> Trail => [NamedLink.Start, new("Invia un file", Addresses.Send)];

    internal override string? Section => Addresses.Send;
}
