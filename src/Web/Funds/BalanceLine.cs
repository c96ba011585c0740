using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation;

namespace PianoZona.Web.Funds;

/// <summary>The figures of a fund year, for one body or for the whole Ambito.</summary>
/// <param name="Assigned">Granted, with what is foreseen; null = the plain figure of a body.</param>
/// <param name="Figures">The balance; null when nothing moved yet.</param>
/// <param name="CashedQualifier">How sure what is cashed is.</param>
/// <param name="ResidualQualifier">How sure what is left is.</param>
/// <param name="WhyUnknown">Why what is left is not known; null where it is, or where nothing moved yet.</param>
public sealed record BalanceLine(
    AssignedFigure? Assigned, Balance? Figures, string? CashedQualifier, string? ResidualQualifier, string? WhyUnknown)
{
    /// <summary>The line of the whole Ambito.</summary>
    public static BalanceLine OfAmbito(Ambito ambito, FundState state)
    {
        Balance? whole = state.Balances.Count > 0 ? state.Balances[0] : null;
        return new BalanceLine(
            AssignedFigure.Of(state, whole?.Assigned), whole, state.QualifierOf(EntryKind.Cashed),
            state.QualifierOf(EntryKind.Assigned), whole is null ? null : Why(ambito, state, whole));
    }

    /// <summary>The line of a balance of the fund year.</summary>
    public static BalanceLine Of(Ambito ambito, FundState state, Balance balance) =>
        balance.Body is null
            ? OfAmbito(ambito, state)
            : new BalanceLine(
                Assigned: null, balance, CashedQualifier: null, ResidualQualifier: null, Why(ambito, state, balance));

    // The Comuni's own money is granted by no act, and is reported without commitments: it leaves nothing to be told.
    private static string? Why(Ambito ambito, FundState state, Balance balance) =>
        ambito.IsOwnMoney(state.Fund.Fund) && balance.Residual is null
            ? null
            : UnknownResidue.Why(state, balance, ambito.NameOf);
}
