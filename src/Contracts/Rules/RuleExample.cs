using PianoZona.Contracts.Flows;

namespace PianoZona.Contracts.Rules;

/// <summary>What a rule finds, and the same put right.</summary>
/// <param name="Wrong">What it finds: a value of <see cref="Column"/>, or a case in words.</param>
/// <param name="Right">The same as it should be.</param>
public sealed record RuleExample(string Wrong, string Right)
{
    /// <summary>The column whose values they are; null = they are cases in words.</summary>
    public Column? Column { get; init; }
}
