using PianoZona.Web.Forms;
using PianoZona.Web.Layout;

namespace PianoZona.Web.Rules;

/// <summary>The rules, by what they are about.</summary>
/// <param name="State">What is filtered by.</param>
/// <param name="Choices">The groups that may be chosen.</param>
/// <param name="Chosen">The group that is chosen; null = all.</param>
/// <param name="Words">What is searched for; null = nothing.</param>
/// <param name="Groups">The rules found.</param>
public sealed record RuleListView(
    ListState State, IReadOnlyList<FieldChoice> Choices, string? Chosen, string? Words,
    IReadOnlyList<RuleGroup> Groups)
    : PageView("Regole")
{
    /// <summary>Name of the group in addresses.</summary>
    public const string GroupName = "gruppo";

    /// <summary>Name of the words in addresses.</summary>
    public const string WordsName = "cerca";

    internal override Type Component => typeof(RuleListPage);
}

/// <summary>Rules that are about the same.</summary>
/// <param name="Title">What they are about.</param>
public sealed record RuleGroup(string Title, IReadOnlyList<RuleLine> Rules);

/// <summary>A rule among the others.</summary>
/// <param name="Severity">How much it weighs, in Italian.</param>
/// <param name="IsOnTrial">Whether it is told and changes nothing yet.</param>
public sealed record RuleLine(string Code, string Title, string Severity, bool IsOnTrial);
