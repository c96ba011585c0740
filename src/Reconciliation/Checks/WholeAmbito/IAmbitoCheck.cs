using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>One check on all fund years of an Ambito together; adding a class that has it adds the check.</summary>
internal interface IAmbitoCheck
{
    /// <summary>The rule of the catalogue that it checks, or a part of.</summary>
    string Code { get; }

    /// <summary>What does not agree.</summary>
    IEnumerable<Discrepancy> Check(AmbitoFigures figures);
}
