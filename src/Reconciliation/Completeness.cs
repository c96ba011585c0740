using System.Globalization;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;

namespace PianoZona.Reconciliation;

/// <summary>
/// RIC-10: who has not sent what is expected. A refused upload is not in force, so it does not count.
/// </summary>
public static class Completeness
{
    /// <summary>The rule.</summary>
    public const string Code = Discrepancy.NotSent;

    /// <summary>
    /// The files that are missing: where somebody has sent a flow for a period, those of all the others of the same
    /// groups; where nobody has, those whose day is past. And those that came without the figures of a fund whose own
    /// day is past.
    /// </summary>
    public static IReadOnlyList<ExpectedFile> FilesMissing(Obligations calendar) =>
        [.. Groups(calendar).SelectMany(group => group.Missing)];

    /// <summary>
    /// Who is missing. Where somebody of the same groups has sent a flow for a period, each expected sender that has
    /// not is named: neither it nor an agency for it. Where nobody has, one discrepancy says so once the day of all is
    /// past, and names each until then.
    /// </summary>
    /// <param name="calendar">Who owes what.</param>
    /// <param name="today">Today in Italy.</param>
    public static IReadOnlyList<Discrepancy> Missing(Obligations calendar, DateOnly today) =>
    [
        .. Groups(calendar).SelectMany(group => ReportsOf(group, today))
            .OrderBy(found => found.Year)
            .ThenBy(found => found.Body, StringComparer.Ordinal)
            .ThenBy(found => found.Text, StringComparer.Ordinal),
    ];

    private static IEnumerable<Group> Groups(Obligations calendar) =>
        from collection in calendar.Collections
        from files in calendar.FilesOf(collection.Flow, collection.Period)
            .GroupBy(file => (file.Body.Kind, Of: string.Join(", ", calendar.GroupsOf(file.Body, file.Period))))
        select new Group(files.Key.Kind, files.Key.Of, [.. files]);

    private static IEnumerable<Discrepancy> ReportsOf(Group group, DateOnly today)
    {
        ExpectedFile[] missing = [.. group.Missing];
        return !group.HasBegun && missing.Length > 0 && missing.Length == group.Files.Count
            ? [NoneOf(group, today)]
            : missing.Select(file => One(file, today));
    }

    private static Discrepancy One(ExpectedFile file, DateOnly today)
    {
        string who = $"{file.Body.Name} ({file.Body.Code}) non ha inviato";
        if (!file.IsSent)
        {
            return Report(file, file.Body.Code, who, file.OnTimeUntil, file.IsPast, today);
        }

        Obligation[] past = [.. file.Duties.Where(duty => duty.IsPast && !duty.Rule.Soft)];
        string funds = string.Join(", ", past.Select(duty => duty.Fund).Distinct(StringComparer.Ordinal));
        DateOnly until = past.Min(duty => duty.OnTimeUntil);
        return Report(file, file.Body.Code, $"{who} le cifre di {funds}", until, isPast: true, today);
    }

    private static Discrepancy NoneOf(Group group, DateOnly today) => Report(
        group.Files.MinBy(file => file.OnTimeUntil)!,
        body: null,
        group.Files is [{ Body: var only }]
            ? $"{only.Name} ({only.Code}) non ha inviato"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"nessuno dei {group.Files.Count} {PluralOf(group.Audience)}{group.Words} ha inviato"),
        group.Files.Min(file => file.OnTimeUntil), isPast: true, today);

    // Of what has no day nobody is late, and yet it is missing.
    private static Discrepancy Report(
        ExpectedFile file, string? body, string who, DateOnly? until, bool isPast, DateOnly today)
    {
        string term = until is not { } day
            ? "non risulta un termine"
            : $"{NameOf(file, day)} {(day < today ? "era" : "è")} il {Italian.Day(day)}";
        string text = Rule.Fill(
            RuleCatalogue.Of(Code).Message,
            [
                ("flusso", FlowCatalogue.Find(file.Flow)?.Title ?? file.Flow),
                ("periodo", file.Period.Text),
                ("mittente", who),
                ("termine", term),
            ]);
        return new Discrepancy(
            Code, isPast || until is null ? Severity.Warning : Severity.Info, Fund: null, file.Period.Year, body,
            Declared: null, Computed: null, Difference: null, text, Evidence: []);
    }

    private static string NameOf(ExpectedFile file, DateOnly day) =>
        file.Duties.Any(duty => duty.OnTimeUntil == day && duty.IsStrict) ? "il termine" : "la data indicativa";

    private static string PluralOf(SenderKind kind) => kind switch
    {
        SenderKind.Comune => "Comuni",
        SenderKind.Agency => "enti",
        SenderKind.Provider => "enti gestori",
        SenderKind.PlanOffice => "Uffici di Piano",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>
    /// The files that senders of one kind and of the same groups are expected to send of a flow and period: what comes
    /// for one group accuses nobody of another.
    /// </summary>
    private sealed record Group(SenderKind Audience, string Of, IReadOnlyList<ExpectedFile> Files)
    {
        public string Words => Of.Length == 0 ? string.Empty : $" di {Of}";

        public bool HasBegun { get; } = Files.Any(file => file.IsSent);

        // Of what nobody has sent, in time yet, nothing is to be said.
        public IEnumerable<ExpectedFile> Missing => Files.Where(file => file.IsMissing && (HasBegun || file.IsPast));
    }
}
