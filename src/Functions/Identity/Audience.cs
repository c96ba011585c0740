namespace PianoZona.Functions.Identity;

/// <summary>Who may use a function over HTTP.</summary>
public enum Audience
{
    /// <summary>Everybody, signed in or not: what is public, and what answers by itself to who asks.</summary>
    Anybody,

    /// <summary>Whoever acts for a known body; the function itself shows no more than that body's own.</summary>
    SignedIn,

    /// <summary>Whoever sends files for its body: everybody who signed in but the Assembly.</summary>
    Senders,

    /// <summary>The Ufficio di Piano.</summary>
    Staff,

    /// <summary>The Ufficio di Piano and the Assembly, who read balances and discrepancies.</summary>
    BalanceReaders,

    /// <summary>The Ufficio di Piano, the Assembly and the Comuni, who read the riparti that were approved.</summary>
    AllocationReaders,

    /// <summary>Who may state the act that approves: the Ufficio di Piano and the Assembly.</summary>
    Approvers,
}
