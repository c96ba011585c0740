using PianoZona.Contracts.Rules;
using PianoZona.Web.Layout;

namespace PianoZona.Web.Rules;

/// <summary>A rule, to which receipts and discrepancies refer.</summary>
public sealed record RuleView(Rule Rule) : PageView($"{Rule.Code} · {Rule.Title}")
{
    internal override Type Component => typeof(RulePage);
}
