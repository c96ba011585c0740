using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Tests.Support;

/// <summary>What one check found: a test of it must not know what others find in the same figures.</summary>
internal static class OneCheck
{
    /// <summary>The discrepancies of a code.</summary>
    public static IReadOnlyList<Discrepancy> Of(this IEnumerable<Discrepancy> found, string code) =>
        [.. found.Where(one => one.Code == code)];
}
