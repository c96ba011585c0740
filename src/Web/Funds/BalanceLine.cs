using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Web.Funds;

/// <summary>The figures of a fund year, for one body or for the whole Ambito.</summary>
/// <param name="Assigned">Granted, with what is foreseen; null = the plain figure of a body.</param>
/// <param name="Figures">The balance; null when nothing moved yet.</param>
/// <param name="CashedQualifier">How sure what is cashed is.</param>
/// <param name="ResidualQualifier">How sure what is left is.</param>
public sealed record BalanceLine(
    AssignedFigure? Assigned, Balance? Figures, string? CashedQualifier, string? ResidualQualifier)
{
    /// <summary>The line of the whole Ambito.</summary>
    public static BalanceLine OfAmbito(FundState state)
    {
        Balance? whole = state.Balances.Count > 0 ? state.Balances[0] : null;
        return new BalanceLine(
            AssignedFigure.Of(state, whole?.Assigned), whole, state.QualifierOf(EntryKind.Cashed),
            state.QualifierOf(EntryKind.Assigned));
    }

    /// <summary>The line of a balance of the fund year.</summary>
    public static BalanceLine Of(FundState state, Balance balance) =>
        balance.Body is null
            ? OfAmbito(state) with { Figures = balance, Assigned = AssignedFigure.Of(state, balance.Assigned) }
            : new BalanceLine(Assigned: null, balance, CashedQualifier: null, ResidualQualifier: null);
}
