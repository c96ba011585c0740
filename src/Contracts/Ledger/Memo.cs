using System.Text.Json.Serialization;

namespace PianoZona.Contracts.Ledger;

/// <summary>What a memorandum figure says.</summary>
public enum MemoKind
{
    /// <summary>Foreseen by the budget of the Ambito (flow <c>bilancio-ambito</c>), item by item.</summary>
    Budgeted,

    /// <summary>Requested of the B2 measure (flow <c>misura-b2</c>), request by request.</summary>
    Requested,
}

/// <summary>
/// A figure kept beside the movements (<i>conto d'ordine</i>): it moves no money and stands in no balance, and checks compare balances with it.
/// </summary>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Body">Whom it is about; null = the whole Ambito.</param>
/// <param name="Subject">Item of the budget, or outcome of the request.</param>
/// <param name="Amount">Its amount; without value when none is stated, which is not zero.</param>
/// <param name="Rows">The rows of the upload that it comes from.</param>
public sealed record Memo(FundKey Fund, MemoKind Kind, string? Body, string? Subject, Money? Amount, RowSet Rows)
{
    /// <summary>Tells one request from another without saying whose it is; null where the kind does not tell them apart.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reference { get; init; }
}
