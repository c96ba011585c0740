using PianoZona.Contracts.Uploads;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Rows;

/// <summary>Rows of a file as its sender wrote them.</summary>
/// <param name="FileName">Name the sender gave it.</param>
/// <param name="Sender">Name of who sent it.</param>
/// <param name="Receipt">Number of its receipt.</param>
/// <param name="Asked">The rows that were asked for: <c>2-9,12</c>.</param>
/// <param name="IsCut">Whether more rows were asked for than are shown.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Lines">The rows.</param>
public sealed record RowListView(
    string FileName, string Sender, string Receipt, string Asked, bool IsCut, IReadOnlyList<string> Header,
    IReadOnlyList<RowLine> Lines)
    : PageView($"Righe di {FileName}")
{
    internal override Type Component => typeof(RowListPage);

    internal override IReadOnlyList<NamedLink> Trail =>
        [
            NamedLink.Start,
            new(
                ReceiptId.TryParse(Receipt, out ReceiptId? id) ? ReceiptName.Of(id, Sender) : Receipt,
                Addresses.ReceiptOf(Receipt)),
        ];
}

/// <summary>A row of a file.</summary>
/// <param name="Number">Its number in the file (header = 1).</param>
/// <param name="Cells">Its cells; null = missing.</param>
public sealed record RowLine(int Number, IReadOnlyList<string?> Cells);
