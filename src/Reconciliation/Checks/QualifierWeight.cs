using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Reconciliation.Checks;

/// <summary>What a comparison with an amount weighs that is not exact.</summary>
internal static class QualifierWeight
{
    /// <summary>
    /// What it weighs to be above an amount: nothing above one that is <c>almeno</c>, since it may be more.
    /// </summary>
    public static Severity? Above(string? qualifier, Severity severity) =>
        qualifier is AmountQualifier.AtLeast ? null : Beside(qualifier, severity);

    /// <summary>What it weighs to differ from an amount: one step less beside one that is <c>circa</c>.</summary>
    public static Severity Beside(string? qualifier, Severity severity) =>
        qualifier is AmountQualifier.About && severity > Severity.Info ? severity - 1 : severity;
}
