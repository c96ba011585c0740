using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>What is to be divided, among whom and by what (riconciliazione.md, "Allocation").</summary>
/// <remarks>
/// Fixed lines are part of the amount, as in Cremona's forecast for 2015: governance has its 322.000 € out of the 17% it shares with the elderly, who
/// get the difference. Fixed lines above the amount are a mistake of the plan, never a negative share; what is paid besides the amount is no line of it.
/// </remarks>
/// <param name="Amount">The whole amount, fixed lines included.</param>
/// <param name="Fixed">Lines that come first out of the amount, e.g. the running of the system; what is left is divided.</param>
/// <param name="Beneficiaries">Among whom it is divided.</param>
/// <param name="Criteria">By what. Weights are relative: 60 and 40 are the same as 0.6 and 0.4.</param>
public sealed record AllocationPlan(
    Money Amount, IReadOnlyList<FixedLine> Fixed, IReadOnlyList<Beneficiary> Beneficiaries, IReadOnlyList<Criterion> Criteria);

/// <summary>A line that has its amount before anything is divided.</summary>
/// <param name="Line">Its name, e.g. <c>governo</c>.</param>
/// <param name="Amount">Its amount.</param>
public sealed record FixedLine(string Line, Money Amount);

/// <summary>One of those among whom an amount is divided.</summary>
/// <param name="Code">ISTAT code, or a registered code: it decides between equals.</param>
/// <param name="Name">Name, for the reader.</param>
/// <param name="Indicators">Values by indicator, e.g. residents.</param>
public sealed record Beneficiary(string Code, string Name, IReadOnlyDictionary<string, decimal> Indicators);

/// <summary>A criterion: the part of the amount that its weight gives it is divided in proportion to its indicator.</summary>
/// <param name="Indicator">Name of the indicator.</param>
/// <param name="Weight">Its weight among the criteria.</param>
public sealed record Criterion(string Indicator, decimal Weight);
