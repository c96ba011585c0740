using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// One check on the figures of a fund year; adding a class that has it adds the check. It knows the figures only: what
/// is wrong with the program is an exception.
/// </summary>
internal interface IFundCheck
{
    /// <summary>The rule of the catalogue that it checks, or a part of.</summary>
    string Code { get; }

    /// <summary>What does not agree.</summary>
    IEnumerable<Discrepancy> Check(FundFigures figures);
}
