using PianoZona.Contracts.Rules;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Rules;

/// <summary>Who would fail if a rule on trial held.</summary>
/// <param name="Lines">The uploads.</param>
public sealed record TrialView(Rule Rule, IReadOnlyList<TrialLine> Lines) : PageView($"{Rule.Code} in prova")
{
    internal override Type Component => typeof(TrialPage);

    internal override IReadOnlyList<NamedLink> Trail =>
        [NamedLink.Start, new(Rule.Code, Addresses.RuleOf(Rule.Code))];
}

/// <summary>An upload that breaches the rule.</summary>
/// <param name="Sender">Who sent it.</param>
/// <param name="Receipt">Number of its receipt.</param>
/// <param name="Breaches">How many cells or rows breach the rule.</param>
public sealed record TrialLine(string Sender, string Flow, string Period, string Receipt, int Breaches);
