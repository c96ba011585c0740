using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Receipts;

namespace PianoZona.Web.Public;

/// <summary>Whether a file is the one of a receipt.</summary>
/// <param name="Number">The number that was typed; null = none was.</param>
/// <param name="Hash">The hash of the file that was chosen, in groups of four; null = none was.</param>
/// <param name="Found">What the receipt says; null = there is none of that number and that file.</param>
/// <param name="Mistakes">What is wrong in what was sent.</param>
public sealed record MatchView(
    string? Number, string? Hash, IReadOnlyList<Fact>? Found, IReadOnlyList<FieldMistake> Mistakes)
    : PageView("Controlla una ricevuta")
{
    internal override Type Component => typeof(MatchPage);

    internal override bool HasErrors => Mistakes.Count > 0;
}
