namespace PianoZona.Contracts.Workflow;

/// <summary>An accepted upload for a period that was approved (<i>rettifica</i>).</summary>
/// <param name="State">What staff decided.</param>
/// <param name="Reason">Why; null = not said.</param>
public sealed record Amendment(AmendmentState State, string? Reason);

/// <summary>What staff decided of an amendment.</summary>
public enum AmendmentState
{
    /// <summary>Nothing yet: it does not count.</summary>
    Waiting,

    /// <summary>It counts.</summary>
    Accepted,

    /// <summary>It does not count.</summary>
    Refused,
}
