namespace PianoZona.Contracts.Ledger;

/// <summary>What a memorandum figure says.</summary>
public enum MemoKind
{
    /// <summary>Foreseen by the budget of the Ambito (flow <c>bilancio-ambito</c>), item by item.</summary>
    Budgeted,

    /// <summary>Requested of the B2 measure (flow <c>misura-b2</c>), request by request.</summary>
    Requested,

    /// <summary>Reported of a service unit (flow <c>fsr-rilevazione</c>), figure by figure.</summary>
    UnitData,

    /// <summary>
    /// Foreseen of a fund year by who grants it (flow <c>assegnazioni</c>, state <c>previsto</c>): not granted, so no
    /// one may spend it.
    /// </summary>
    Forecast,

    /// <summary>
    /// Said not to be granted yet (flow <c>assegnazioni</c>, state <c>non ancora assegnato</c>): that is not zero.
    /// </summary>
    NotYetAssigned,
}

/// <summary>
/// A figure kept beside the movements (<i>conto d'ordine</i>): it moves no money and stands in no balance, and checks
/// compare balances with it.
/// </summary>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Body">Whom it is about; null = the whole Ambito.</param>
/// <param name="Subject">Item of the budget, outcome of the request, code of the unit, or tranche.</param>
/// <param name="Amount">Its amount; without value when none is stated, which is not zero.</param>
/// <param name="Rows">The rows of the upload that it comes from.</param>
public sealed record Memo(FundKey Fund, MemoKind Kind, string? Body, string? Subject, Money? Amount, RowSet Rows)
{
    /// <summary>
    /// Tells one request from another without saying whose it is; of a unit, which figure. Null where the kind has
    /// none.
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>What time a forecast covers, as of a granted amount; null = not said, or another kind.</summary>
    public string? Basis { get; init; }

    /// <summary>How sure a forecast is (<see cref="AmountQualifier"/>); null = not said, or another kind.</summary>
    public string? Qualifier { get; init; }

    /// <summary>A figure that is no amount of money; null where it is one.</summary>
    public decimal? Quantity { get; init; }
}
