using Newtonsoft.Json;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Workflow;

namespace PianoZona.Hub.Amendments;

/// <summary>How an amendment is kept among the decisions: by the receipt of the upload that waits.</summary>
internal static class AmendmentDecision
{
    public static Decision Of(string receiptId, Amendment amendment, string by, DateTimeOffset at) =>
        new(DecisionKinds.Amendment, receiptId, JsonConvert.SerializeObject(amendment), by, at);

    public static Amendment Read(Decision decision) => JsonConvert.DeserializeObject<Amendment>(decision.Content)!;
}
