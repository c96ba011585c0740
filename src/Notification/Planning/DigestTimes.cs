using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Planning;

/// <summary>When each address wants its mail.</summary>
internal static class DigestTimes
{
    /// <summary>Whether the time of a digest's recipient has come.</summary>
    /// <param name="ambito">Contacts with their preferences.</param>
    /// <param name="hour">The time in Italy; null = the end of the day.</param>
    public static Func<ReminderDigest, bool> ReachedAt(Ambito ambito, TimeOnly? hour)
    {
        HashSet<string> later = ambito
            .Senders.SelectMany(sender =>
                sender.Contacts.Select(address => (Address: address, Wanted: sender.WishesOf(address))))
            .Where(one => one.Wanted.DigestTime > hour)
            .Select(one => one.Address.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        return digest => !later.Contains(digest.Recipient);
    }
}
