using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules.Examples;

namespace PianoZona.Contracts.Rules;

/// <summary>
/// A rule of the catalogue: a code that is stable for ever, with its words. Its page is <c>/regole/{code}</c>.
/// </summary>
/// <param name="Code"><c>PZ####</c> for files, <c>RIC-##</c> for reconciliation.</param>
/// <param name="Severity">How much a breach weighs.</param>
/// <param name="Title">Italian title.</param>
/// <param name="Message">Italian message with <c>{named}</c> places.</param>
/// <param name="Fix">Italian: how to correct it, with <c>{named}</c> places.</param>
/// <param name="Explanation">Italian: what the rule is for, with an example; the text of its page.</param>
/// <param name="Source">Where it comes from: law, plan, chapter of docs/specifica.</param>
public sealed record Rule(
    string Code, Severity Severity, string Title, string Message, string Fix, string Explanation, string Source)
{
    /// <summary>The version of the rules that it came with: older ones do not know it. Each says it.</summary>
    public required string Since { get; init; }

    /// <summary>
    /// On trial: a breach is told (<see cref="Severity.Info"/>) and changes no verdict, so that who would fail is known
    /// before it does.
    /// </summary>
    public bool Trial { get; init; }

    /// <summary>What it finds, and the same put right; null = there is no example.</summary>
    public RuleExample? Example => RuleExamples.Find(Code);

    /// <summary>How much a breach weighs now.</summary>
    public Severity Weight => Trial ? Severity.Info : Severity;

    /// <summary>A problem of this rule in words.</summary>
    /// <param name="at">Where.</param>
    /// <param name="places">Values for the places of message and fix; never personal.</param>
    /// <exception cref="ArgumentException">A place of the texts has no value: a mistake in the program.</exception>
    public Problem At(Location at, params ReadOnlySpan<(string Name, string Value)> places) => new(
        Code, Weight, at.Row, at.Column, at.Cell, at.Value, Fill(Message, places), Fill(Fix, places), at.Expected);

    /// <summary>A text with its places filled.</summary>
    public static string Fill(string text, ReadOnlySpan<(string Name, string Value)> places)
    {
        foreach ((string name, string value) in places)
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return text;
    }
}

/// <summary>Where a problem is.</summary>
/// <param name="Row">Row of the file (header = 1).</param>
/// <param name="Column">Column name.</param>
/// <param name="Cell">A1 address.</param>
/// <param name="Value">What was found; null when it may be personal.</param>
/// <param name="Expected">What was expected.</param>
public readonly record struct Location(
    int? Row = null, string? Column = null, string? Cell = null, string? Value = null, string? Expected = null)
{
    /// <summary>The whole file.</summary>
    public static Location File => default;

    /// <summary>The A1 address of a cell.</summary>
    /// <param name="columnIndex">Place of the column in the file, from 0.</param>
    /// <param name="row">Row of the file.</param>
    public static string A1(int columnIndex, int row)
    {
        string letters = string.Empty;
        for (int left = columnIndex + 1; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }

        return letters + row.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
