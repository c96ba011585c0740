namespace PianoZona.Contracts.Configuration;

/// <summary>Which receipts a contact wants by mail.</summary>
public enum ReceiptMail
{
    /// <summary>Those of files that were not taken: something is to be done.</summary>
    Refused,

    /// <summary>All.</summary>
    Always,

    /// <summary>None.</summary>
    Never,
}

/// <summary>How a contact wants its mail.</summary>
/// <param name="DigestTime">
/// The time in Italy from which reminders may come; they leave with the first run after it.
/// </param>
/// <param name="Receipts">Which receipts it wants.</param>
public sealed record ContactWishes(TimeOnly DigestTime, ReceiptMail Receipts)
{
    /// <summary>What holds when nothing is said: reminders in the morning, the receipt of every file.</summary>
    public static ContactWishes Default { get; } = new(new TimeOnly(6, 30), ReceiptMail.Always);
}

/// <summary>A contact: its address and its wishes.</summary>
/// <param name="Address">Mail address.</param>
/// <param name="Wishes">How it wants its mail.</param>
public sealed record Contact(string Address, ContactWishes Wishes);
