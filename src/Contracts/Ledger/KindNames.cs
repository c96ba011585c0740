namespace PianoZona.Contracts.Ledger;

/// <summary>The Italian words of the kinds of movements.</summary>
public static class KindNames
{
    /// <summary>The word of a kind.</summary>
    public static string Italian(EntryKind kind) => kind switch
    {
        EntryKind.Assigned => "assegnato",
        EntryKind.Cashed => "incassato",
        EntryKind.Allocated => "ripartito",
        EntryKind.Committed => "impegnato",
        EntryKind.Paid => "liquidato",
        EntryKind.Delivered => "prestato",
        EntryKind.Owed => "dovuto",
        EntryKind.Contributed => "compartecipato",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
