using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Web.Funds;

/// <summary>What is assigned to the Ambito of a fund year, with what is foreseen under it.</summary>
/// <param name="Amount">The amount; missing when nothing is granted.</param>
/// <param name="Qualifier">How sure it is.</param>
/// <param name="IsSaidNotGranted">
/// Whether somebody said that it is not granted yet: then that stands in its place.
/// </param>
/// <param name="Words">What stands under it.</param>
public sealed record AssignedFigure(
    Money? Amount, string? Qualifier, bool IsSaidNotGranted, IReadOnlyList<string> Words)
{
    /// <summary>The figure of a fund year.</summary>
    /// <param name="state">The fund year.</param>
    /// <param name="assigned">What is assigned of it.</param>
    public static AssignedFigure Of(FundState state, Money? assigned)
    {
        GrantLine[] lines =
        [
            .. GrantLine.Of(state)
                .Where(line => line.State is Assegnazioni.Previsto or Assegnazioni.NonAncoraAssegnato),
        ];
        IEnumerable<string> words = lines
            .Where(line => line.State == Assegnazioni.Previsto || assigned is null)
            .Select(line => line.Amount is { } amount
                ? $"{line.State} {AmountQualifier.InWords(amount, line.Qualifier)} €"
                : line.State)
            .Distinct(StringComparer.Ordinal);
        bool isSaid = assigned is null && Array.Exists(lines, line => line.State == Assegnazioni.NonAncoraAssegnato);
        return new AssignedFigure(assigned, state.QualifierOf(EntryKind.Assigned), isSaid, [.. words]);
    }
}
