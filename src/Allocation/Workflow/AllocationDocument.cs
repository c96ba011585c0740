using Newtonsoft.Json.Linq;
using PianoZona.Contracts;

namespace PianoZona.Allocation.Workflow;

/// <summary>Where a riparto stands.</summary>
public enum AllocationState
{
    /// <summary>Written by the Ufficio di Piano.</summary>
    Proposed,

    /// <summary>Approved by an act.</summary>
    Approved,

    /// <summary>The one that counts for its fund year.</summary>
    InForce,

    /// <summary>Another one came into force after it.</summary>
    Superseded,
}

/// <summary>
/// A riparto as it is stored: the plan, its result, who did what. Whether it is in force is said by the <see
/// cref="AllocationRegister"/>.
/// </summary>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Number">Number within the fund year, from 1.</param>
/// <param name="Plan">The plan, as it was sent.</param>
/// <param name="Result">Its result, with the rule used.</param>
/// <param name="Rows">What each body gets: what goes into the ledger.</param>
/// <param name="ProposedBy">Code of the body.</param>
/// <param name="ProposedAt">When.</param>
public sealed record AllocationDocument(
    string Ambito,
    FundKey Fund,
    int Number,
    JObject Plan,
    AllocationResult Result,
    IReadOnlyList<AllocatedRow> Rows,
    string ProposedBy,
    DateTimeOffset ProposedAt)
{
    /// <summary>The approval; null = not approved yet.</summary>
    public Approval? Approval { get; init; }

    /// <summary>Where it stands.</summary>
    public AllocationState StateIn(AllocationRegister register) =>
        register.InForce(Fund)?.Number == Number ? AllocationState.InForce
        : register.WasInForce(Fund, Number) ? AllocationState.Superseded
        : Approval is null ? AllocationState.Proposed
        : AllocationState.Approved;
}

/// <summary>The act that approves a riparto.</summary>
/// <param name="Act">Number of the act.</param>
/// <param name="By">Code of the body that stated it.</param>
/// <param name="At">When it was stated.</param>
public sealed record Approval(string Act, DateOnly Date, string By, DateTimeOffset At);

/// <summary>A row of the flow <c>riparto</c>.</summary>
/// <param name="Fund">Fund and fund year.</param>
/// <param name="Body">Who receives it.</param>
/// <param name="Amount">Share.</param>
/// <param name="Criterion">By what.</param>
/// <param name="Act">Act; null = not stated.</param>
/// <param name="Date">Its date; null = not stated.</param>
public sealed record AllocatedRow(
    FundKey Fund, string Body, Money Amount, string? Criterion, string? Act, DateOnly? Date);
