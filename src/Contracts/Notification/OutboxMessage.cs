using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Notification;

/// <summary>How far a message is.</summary>
public enum MailState
{
    /// <summary>Written down before anything was done.</summary>
    Planned,

    /// <summary>A draft of it is in the mailbox.</summary>
    Drafted,

    /// <summary>The mail service took it.</summary>
    Sent,

    /// <summary>It was seen among the sent items of the mailbox.</summary>
    Confirmed,

    /// <summary>It was given up; the reason says why.</summary>
    Failed,

    /// <summary>It was sent and came back: its recipient did not get it. It is not sent again.</summary>
    Bounced,
}

/// <param name="Letter">What it says, and to whom.</param>
/// <param name="Number">Its place among the digests to this recipient, from 1; 0 for a letter with a key.</param>
/// <param name="InternetMessageId">By which it is found in the mailbox; given before the first attempt.</param>
/// <param name="State">How far it is.</param>
/// <param name="DraftId">Id of its draft in the mailbox, once there is one.</param>
/// <param name="Attempts">Runs that ended without an outcome.</param>
/// <param name="Reason">
/// Why it failed, or why the last run ended without an outcome; Italian, without addresses.
/// </param>
/// <param name="Version">Opaque: changes at each writing.</param>
public sealed record OutboxMessage(
    Letter Letter,
    int Number,
    string InternetMessageId,
    MailState State,
    string? DraftId,
    int Attempts,
    string? Reason,
    string Version)
{
    /// <summary>Whether nothing remains to be done.</summary>
    public bool IsFinal => State is MailState.Confirmed or MailState.Failed or MailState.Bounced;

    /// <summary>
    /// Whether somebody should have got it and did not: not one that was dropped because it was not needed any more.
    /// </summary>
    public bool IsUndelivered =>
        State == MailState.Bounced
        || (State == MailState.Failed && !(Reason?.StartsWith(NotNeeded, StringComparison.Ordinal) ?? false));

    /// <summary>The day in Italy on which it came back; null when it did not.</summary>
    public DateOnly? BouncedOn { get; init; }

    /// <summary>
    /// The day on which its fate was last known to concern somebody: when it came back, else the day it was for.
    /// </summary>
    public DateOnly LastDay => BouncedOn ?? Letter.Day;

    /// <summary>How the reason begins of a message that was dropped because it was not needed any more.</summary>
    public const string NotNeeded = "non serve più";

    /// <summary>The id of a message: derived from what it says, so that a repeated step finds its own traces.</summary>
    public static string IdOf(Letter letter)
    {
        IEnumerable<string> parts = letter is ReminderDigest digest
            ? digest.Keys.Select(TextOf)
            : [letter.Key!];
        string text = $"{letter.Recipient}\n{IsoDay.Text(letter.Day)}\n{string.Join('\n', parts)}";
        return $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}@{letter.Ambito}.pianozona>";
    }

    private static string TextOf(ReminderKey key)
    {
        string moved = key.MovedTo is { } day ? "|" + IsoDay.Text(day) : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{key.Deadline}|{key.Period}|{key.Body}|{key.Step}{moved}");
    }
}
