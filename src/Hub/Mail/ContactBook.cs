using PianoZona.Configuration;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Mail;

/// <summary>
/// The contacts of an Ambito: those of its configuration, and those that the bodies added themselves.
/// </summary>
/// <remarks>Asked of the storage at most once in the time for which the configuration is used.</remarks>
public sealed class ContactBook(IDecisionLog decisions, HubTimes times, TimeProvider time)
{
    private readonly PerAmbitoCache<Dictionary<string, IReadOnlyList<Contact>>> added = new(
        times.ConfigurationRefresh, time);

    /// <summary>The Ambito with all contacts of its senders.</summary>
    public async ValueTask<Ambito> WithContactsAsync(Ambito ambito, CancellationToken cancellationToken)
    {
        Dictionary<string, IReadOnlyList<Contact>> own = await added.GetAsync(
            ambito.Code, () => AddedAsync(ambito, cancellationToken));
        return own.Count == 0
            ? ambito
            : ambito with
            {
                Senders = [.. ambito.Senders.Select(sender => With(sender, own))],
            };
    }

    /// <summary>A sender with all its contacts, and its Ambito likewise; null when it is not known.</summary>
    public async ValueTask<(Ambito Ambito, Sender Sender)?> FindAsync(
        AmbitoSet known, string sender, CancellationToken cancellationToken)
    {
        if (known.OfSender(sender) is not { } configured)
        {
            return null;
        }

        Ambito ambito = await WithContactsAsync(configured, cancellationToken);
        return (ambito, ambito.FindSender(sender)!);
    }

    /// <summary>Keeps what a body wants added, in the place of what it added before.</summary>
    public async Task AddAsync(
        Ambito ambito, string sender, IReadOnlyList<Contact> contacts, string by, CancellationToken cancellationToken)
    {
        Decision decision = new(DecisionKinds.Contacts, sender, ContactDocument.Write(contacts), by, time.GetUtcNow());
        await decisions.AppendAsync(ambito.Code, decision, cancellationToken);
        added.Forget(ambito.Code);
    }

    /// <summary>
    /// Keeps what a body wants added, unless somebody changed it since it was looked at; false = somebody did.
    /// </summary>
    /// <param name="known">How many changes there were when it was looked at.</param>
    internal async Task<bool> AddAfterAsync(
        Ambito ambito, string sender, IReadOnlyList<Contact> contacts, int known, string by,
        CancellationToken cancellationToken)
    {
        Decision decision = new(DecisionKinds.Contacts, sender, ContactDocument.Write(contacts), by, time.GetUtcNow());
        bool isKept = await decisions.AppendAfterAsync(ambito.Code, decision, known, cancellationToken) is not null;
        added.Forget(ambito.Code);
        return isKept;
    }

    private async Task<Dictionary<string, IReadOnlyList<Contact>>> AddedAsync(
        Ambito ambito, CancellationToken cancellationToken) =>
        await decisions
            .ListAsync(ambito.Code, DecisionKinds.Contacts, cancellationToken)
            .GroupBy(decision => decision.Subject, StringComparer.Ordinal)
            .ToDictionaryAsync(
                group => group.Key,
                group => ContactDocument.Read(group.Last().Content).Contacts,
                StringComparer.Ordinal,
                cancellationToken);

    private static Sender With(Sender sender, Dictionary<string, IReadOnlyList<Contact>> added) =>
        added.TryGetValue(sender.Code, out IReadOnlyList<Contact>? own) ? With(sender, own) : sender;

    /// <summary>
    /// A sender of the configuration, whose contacts come first, with what it added itself: it may state its own wishes
    /// for an address that is there.
    /// </summary>
    internal static Sender With(Sender sender, IReadOnlyList<Contact> own)
    {
        Contact[] stated = [.. sender.Contacts.Select(address => new Contact(address, sender.WishesOf(address)))];
        return sender.WithContacts([
            .. stated.Select(one =>
                own.FirstOrDefault(other => other.Address.Equals(one.Address, StringComparison.OrdinalIgnoreCase))
                    is { } mine
                    ? one with
                    {
                        Wishes = mine.Wishes,
                    }
                    : one),
            .. own.Where(one =>
                !stated.Any(other => other.Address.Equals(one.Address, StringComparison.OrdinalIgnoreCase))),
        ]);
    }
}
