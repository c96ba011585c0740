using System.Collections.Frozen;

namespace PianoZona.Contracts.Configuration;

/// <summary>What a sender is.</summary>
public enum SenderKind
{
    /// <summary>A Comune; its code is its ISTAT code.</summary>
    Comune,

    /// <summary>An agency or consortium that may upload for many Comuni.</summary>
    Agency,

    /// <summary>An accredited provider of services.</summary>
    Provider,

    /// <summary>The Ufficio di Piano.</summary>
    PlanOffice,
}

/// <summary>Who may send files.</summary>
/// <param name="Code">ISTAT code (6 digits) of a Comune, or a registered code (<c>ente-…</c>).</param>
/// <param name="Kind">What it is.</param>
/// <param name="Aliases">Other names by which it is known.</param>
/// <param name="Groups">Codes of the groups it belongs to.</param>
/// <param name="UploadsFor">Codes of groups or Comuni it may send for; <c>*</c> = all.</param>
/// <param name="PatronSaint">Day of the patron saint, <c>MM-DD</c>.</param>
/// <param name="Contacts">Mail addresses.</param>
/// <param name="Population">Residents by year.</param>
public sealed record Sender(
    string Code,
    SenderKind Kind,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> UploadsFor,
    string? PatronSaint,
    IReadOnlyList<string> Contacts,
    IReadOnlyDictionary<int, int> Population)
{
    /// <summary>What contacts wish, by address; those that are not here wish the usual.</summary>
    public IReadOnlyDictionary<string, ContactWishes> Wishes { get; init; } =
        FrozenDictionary<string, ContactWishes>.Empty;

    /// <summary>Codes of groups or Comuni whose reminders it gets in their place.</summary>
    public IReadOnlyList<string> RemindedFor { get; init; } = [];

    /// <summary>Codes it had, and those of the Comuni that became part of it: each names it today.</summary>
    public IReadOnlyList<FormerCode> FormerCodes { get; init; } = [];

    /// <summary>First day, of one that was born; null = it always was.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, of one that ended; null = it is there.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The former code of it that a text is; null when it is none.</summary>
    public FormerCode? FindFormer(string code) =>
        FormerCodes.FirstOrDefault(former => string.Equals(former.Code, code, StringComparison.Ordinal));

    /// <summary>
    /// Whether it is there in some of the days of a period. One with former codes goes on with what was before it.
    /// </summary>
    public bool IsThereIn(Period period) =>
        (From is null || FormerCodes.Count > 0 || From <= period.Last) && (To is null || To >= period.First);

    /// <summary>How a contact wants its mail.</summary>
    public ContactWishes WishesOf(string address) => Wishes.GetValueOrDefault(address, ContactWishes.Default);

    /// <summary>The sender with these contacts.</summary>
    public Sender WithContacts(IReadOnlyList<Contact> contacts) => this with
    {
        Contacts = [.. contacts.Select(contact => contact.Address)],
        Wishes = contacts.DistinctBy(contact => contact.Address, StringComparer.Ordinal)
            .ToFrozenDictionary(contact => contact.Address, contact => contact.Wishes, StringComparer.Ordinal),
    };
}
