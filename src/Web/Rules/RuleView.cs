using PianoZona.Contracts.Rules;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Rules;

/// <summary>A rule, to which receipts and discrepancies refer.</summary>
/// <param name="HasPlaces">Whether its texts have <c>{named}</c> places.</param>
/// <param name="Wrong">An example of what it finds; null = there is none.</param>
/// <param name="Right">The same put right.</param>
/// <param name="Column">The column whose values these are; null = they are cases in words.</param>
/// <param name="Flows">The flows whose files it is asked of; none = of every file, or of no file.</param>
public sealed record RuleView(
    Rule Rule, bool HasPlaces, string? Wrong, string? Right, string? Column, IReadOnlyList<NamedLink> Flows)
    : PageView($"{Rule.Code} · {Rule.Title}")
{
    internal override Type Component => typeof(RulePage);

    internal override IReadOnlyList<NamedLink> Trail => [NamedLink.Start, new("Regole", Addresses.RuleList)];
}
