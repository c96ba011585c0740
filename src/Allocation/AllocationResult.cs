using PianoZona.Contracts;

namespace PianoZona.Allocation;

/// <summary>An amount divided.</summary>
/// <param name="Shares">The fixed lines first, then the beneficiaries, in the order of the plan. They add up to the total.</param>
/// <param name="Total">The amount of the plan.</param>
/// <param name="Method">The rule by which cents were rounded, for who reads the result later.</param>
public sealed record AllocationResult(IReadOnlyList<Share> Shares, Money Total, string Method);

/// <summary>What one line or beneficiary gets.</summary>
/// <param name="Code">Code of the beneficiary, or name of the fixed line.</param>
/// <param name="Name">Name.</param>
/// <param name="Amount">The share: the sum of its parts.</param>
/// <param name="Parts">Criterion by criterion, in the order of the plan.</param>
public sealed record Share(string Code, string Name, Money Amount, IReadOnlyList<SharePart> Parts);

/// <summary>The part of a share that one criterion gives.</summary>
/// <param name="Indicator">Indicator of the criterion; <see cref="Allocator.FixedPart"/> for a fixed line.</param>
/// <param name="Amount">The part.</param>
public sealed record SharePart(string Indicator, Money Amount);
