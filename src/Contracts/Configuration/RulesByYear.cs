namespace PianoZona.Contracts.Configuration;

/// <summary>
/// The rules of a fund, which change with its fund year: what is checked on FNPS 2017 is not what is checked on FNPS
/// 2021.
/// </summary>
/// <param name="Spans">Rules with the fund years they govern; no year has two.</param>
public sealed record RulesByYear(IReadOnlyList<RulesOfYears> Spans)
{
    /// <summary>The rules of a fund year; none where none govern it.</summary>
    public FundRules Of(int year) => Spans.FirstOrDefault(span => span.Years.Contains(year))?.Rules ?? FundRules.None;

    /// <summary>The same rules for every year.</summary>
    public static implicit operator RulesByYear(FundRules rules) => ToRulesByYear(rules);

    /// <summary>The same rules for every year.</summary>
    public static RulesByYear ToRulesByYear(FundRules rules) => new([new RulesOfYears(YearSpan.Always, rules)]);
}

/// <summary>Rules with the fund years they govern.</summary>
/// <param name="Years">The fund years.</param>
public sealed record RulesOfYears(YearSpan Years, FundRules Rules);
