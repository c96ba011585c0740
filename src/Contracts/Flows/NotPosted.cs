using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// Figures of a flow that are accepted and stand neither in a movement nor in a memorandum figure, and why. What is
/// not declared is posted: a test of all flows adds up both.
/// </summary>
/// <param name="Reason">Why, in Italian, for who sent them: a sentence of the receipt.</param>
/// <param name="Columns">The columns that hold them.</param>
public sealed record NotPosted(string Reason, params IReadOnlyList<Column> Columns)
{
    /// <summary>
    /// Only those of rows in which these columns have no value are not posted; none = those of every row.
    /// </summary>
    public IReadOnlyList<Column> WhereEmpty { get; init; } = [];

    /// <summary>The version of the rules from which receipts tell it.</summary>
    public string Since { get; init; } = RuleSets.TwelveFlows;

    /// <summary>Whether the figures of a row are not posted.</summary>
    public bool Holds(ValidRow row)
    {
        foreach (Column column in WhereEmpty)
        {
            if (row[column].HasValue)
            {
                return false;
            }
        }

        return true;
    }
}
