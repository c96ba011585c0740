using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;

namespace PianoZona.Web.Allocations;

/// <summary>Where a riparto stands.</summary>
/// <param name="Word">In Italian.</param>
/// <param name="IsInForce">Whether it counts.</param>
/// <param name="Fund">Its fund and fund year.</param>
/// <param name="SupersededBy">Number of the one that superseded it; null = none did.</param>
public sealed record Standing(string Word, bool IsInForce, FundKey Fund, int? SupersededBy)
{
    /// <summary>Where a riparto stands in the register of its year.</summary>
    public static Standing Of(AllocationDocument document, AllocationRegister register)
    {
        AllocationState state = document.StateIn(register);
        return new Standing(
            WordOf(state), state == AllocationState.InForce, document.Fund,
            register.SupersededBy(document.Fund, document.Number));
    }

    /// <summary>The word of a state.</summary>
    public static string WordOf(AllocationState state) => state switch
    {
        AllocationState.Proposed => "proposto",
        AllocationState.Approved => "approvato",
        AllocationState.InForce => "in vigore",
        AllocationState.Superseded => "superato",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
