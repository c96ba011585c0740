using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Filling;

/// <summary>That a table has more rows than a page takes, and where they are to be had as a file.</summary>
/// <param name="About">Flow and period, in words.</param>
/// <param name="Why">How many rows there are and what to do, in sentences.</param>
/// <param name="Template">The file that has the rows already; null = there are too many of them for it too.</param>
/// <param name="Receipt">Receipt of what is in force; null = nothing is.</param>
/// <param name="Send">Where the file is sent.</param>
public sealed record FillTooLongView(string About, string Why, string? Template, string? Receipt, string Send)
    : PageView($"Troppe righe per la pagina: {About}")
{
    internal override Type Component => typeof(FillTooLongPage);

    internal override IReadOnlyList<NamedLink> Trail => [NamedLink.Start, new("Invia un file", Addresses.Send)];

    internal override string? Section => Addresses.Send;
}
