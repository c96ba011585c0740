using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Flows;

/// <summary>What a flow is.</summary>
/// <param name="Purpose">What it is for, who sends it.</param>
/// <param name="Facts">Who, when, what may not be repeated.</param>
/// <param name="Columns">Its columns, in the order of the template.</param>
/// <param name="Example">A right file of one row, as CSV.</param>
/// <param name="Rules">The rules that may find something in it.</param>
public sealed record FlowView(
    string Code, string Title, string Purpose, IReadOnlyList<FlowFact> Facts, IReadOnlyList<FlowColumn> Columns,
    string Example, IReadOnlyList<NamedLink> Rules)
    : PageView(Title)
{
    internal override Type Component => typeof(FlowPage);

    internal override IReadOnlyList<NamedLink> Trail => [NamedLink.Start, new("Flussi", Addresses.Flows)];
}

/// <summary>Something that holds for the whole flow.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Text">What holds.</param>
public sealed record FlowFact(string Name, string Text);

/// <summary>What a column asks for.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Kind">The word for what it holds.</param>
/// <param name="Obligation">Whether it must be there.</param>
/// <param name="Limits">What its values are held to; empty = nothing.</param>
/// <param name="Choices">The words that it allows; none = any.</param>
/// <param name="Example">A right value; empty = it is usually left empty.</param>
public sealed record FlowColumn(
    string Name, string Title, string Meaning, string Kind, string Obligation, string Limits,
    IReadOnlyList<string> Choices, string Example);
