using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation;

/// <summary>
/// What the fund years of a fund leave to the later ones. Each residual stays on its own fund year, where commitments
/// on it are reported too: it is added up when it is read, and moved nowhere. An overrun is not set off against other
/// fund years, which no act has said.
/// </summary>
public static class CarryOver
{
    /// <summary>The fund years of one fund, in order, with what is carried into each.</summary>
    /// <param name="states">
    /// The reconciled states of the fund, in any order; those of which nothing is known are left out.
    /// </param>
    /// <param name="name">How a body is called; null = by its code.</param>
    public static IReadOnlyList<CarryOverYear> Of(IEnumerable<FundState> states, Func<string, string>? name = null)
    {
        Residue[] years =
        [
            .. states.Where(state => state.Contributions.Count > 0)
                .OrderBy(state => state.Fund)
                .Select(state => ResidueOf(state, name)),
        ];
        return [.. years.Select((year, place) => Year(year, years[..place], years[..(place + 1)]))];
    }

    private static CarryOverYear Year(Residue year, Residue[] earlier, Residue[] upToIt) => new(
        year.Fund, Sum(earlier), year.Assigned, year.Committed, year.Amount, year.Basis, year.Qualifier, Sum(upToIt));

    private static CarriedAmount Sum(Residue[] years)
    {
        UnknownResidual[] unknown =
        [
            .. years
                .Where(year => year.Unknown is not null)
                .Select(year => new UnknownResidual(year.Fund.Year, year.Unknown!)),
        ];
        Residue[] known = [.. years.Where(year => year.Amount is not null)];

        // Of several bases there is no sum, within a fund year or between them (RIC-14).
        if (known.Select(year => year.Basis).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            unknown = [.. unknown, .. known.Select(year => new UnknownResidual(year.Fund.Year, $"base {year.Basis}"))];
        }

        return new CarriedAmount(
            unknown.Length > 0 ? null : known.Select(year => Positive(year.Amount)).SumOrMissing(),
            known.Select(year => Overrun(year.Amount)).SumOrMissing(),
            AmountQualifier.OfSum(known.Select(year => year.Qualifier)),
            [.. unknown.OrderBy(year => year.Year)]);
    }

    private static Money? Positive(Money? residual) => residual < Money.Zero ? Money.Zero : residual;

    private static Money? Overrun(Money? residual) => residual < Money.Zero ? -residual : null;

    private static Residue ResidueOf(FundState state, Func<string, string>? name)
    {
        Balance whole = state.Balances.Count > 0
            ? state.Balances[0]
            : new Balance(state.Fund, Body: null, null, null, null, null, null, null, null);
        string? basis = whole.Assigned is null ? null : GrantBasis.Assigned(state).Select(GrantBasis.Of).First();
        return new Residue(
            state.Fund, whole.Assigned, whole.Committed, whole.Residual, basis, state.QualifierOf(EntryKind.Assigned),
            UnknownResidue.Why(state, whole, name));
    }

    private sealed record Residue(
        FundKey Fund,
        Money? Assigned,
        Money? Committed,
        Money? Amount,
        string? Basis,
        string? Qualifier,
        string? Unknown);
}

/// <summary>A fund year with what the earlier ones leave to it.</summary>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Before">Residuals of the earlier fund years.</param>
/// <param name="Assigned">Granted; missing when not known.</param>
/// <param name="Committed">Committed; missing when nobody said.</param>
/// <param name="Residual">
/// What is assigned and not committed: negative where more is committed; missing when not known.
/// </param>
/// <param name="Basis">What time the assignment covers; null when not known.</param>
/// <param name="Qualifier">How sure assignment and residual are (<see cref="AmountQualifier"/>).</param>
/// <param name="Available">Residuals of the earlier fund years and of this one: what can still be committed.</param>
public sealed record CarryOverYear(
    FundKey Fund,
    CarriedAmount Before,
    Money? Assigned,
    Money? Committed,
    Money? Residual,
    string? Basis,
    string? Qualifier,
    CarriedAmount Available);

/// <summary>Residuals of several fund years.</summary>
/// <param name="Amount">
/// Their sum without the overruns; missing where one is not known, and where there is no fund year at all.
/// </param>
/// <param name="Overrun">
/// What is committed over the assignment of fund years that are known, not set off against the others; null when
/// nothing is.
/// </param>
/// <param name="Qualifier">How sure the sum is.</param>
/// <param name="Unknown">The fund years for which it is not known, and why; none when it is.</param>
public sealed record CarriedAmount(
    Money? Amount, Money? Overrun, string? Qualifier, IReadOnlyList<UnknownResidual> Unknown)
{
    /// <summary>
    /// The years that are not known and why, in Italian: <c>2019: non ancora assegnato</c>; empty when it is known.
    /// </summary>
    public string Reason =>
        string.Join("; ", Unknown.Select(year => FormattableString.Invariant($"{year.Year}: {year.Reason}")));
}

/// <summary>A fund year whose residual cannot be added.</summary>
/// <param name="Year">The fund year.</param>
/// <param name="Reason">Why, in Italian.</param>
public sealed record UnknownResidual(int Year, string Reason);
