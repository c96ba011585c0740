using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Workflow;

namespace PianoZona.Hub.Amendments;

/// <summary>How an amendment is kept among the decisions: by the receipt of the upload that waits.</summary>
public static class AmendmentDecision
{
    /// <summary>The decision that says it.</summary>
    public static Decision Of(string receiptId, Amendment amendment, string by, DateTimeOffset at) =>
        new(DecisionKinds.Amendment, receiptId, DecisionForm.Write(amendment), by, at);

    /// <summary>What a decision says.</summary>
    public static Amendment Read(Decision decision) => DecisionForm.Read<Amendment>(decision.Content);
}
