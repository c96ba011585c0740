namespace PianoZona.Contracts.Configuration;

/// <summary>A group of Comuni: a sub-ambito, an Unione, the Comuni of an agency.</summary>
/// <param name="From">First day, if known: of what was before nothing is asked of it as a group.</param>
/// <param name="To">Last day, if ended: of what begins after it the group has no rights and no duties.</param>
public sealed record ComuneGroup(string Code, string Name, DateOnly? From, DateOnly? To)
{
    /// <summary>Code of the body that the group is (an Unione, the agency of its Comuni); null = none.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// Whether it has ended before a period: then nobody sends for its Comuni by it. A group that begins later does: of
    /// the years before, too.
    /// </summary>
    public bool HasEndedBefore(Period period) => To < period.First;

    /// <summary>Whether it is there in some of the days of a period.</summary>
    public bool IsThereIn(Period period) => !HasEndedBefore(period) && (From is null || From <= period.Last);
}

/// <summary>Who is of which group, and what follows from it.</summary>
public static class ComuneGroups
{
    /// <summary>The group with a code; null when there is none.</summary>
    public static ComuneGroup? FindGroup(this Ambito ambito, string code) =>
        ambito.Groups.FirstOrDefault(group => string.Equals(group.Code, code, StringComparison.Ordinal));

    /// <summary>
    /// Whether a sender is of a group: one of its Comuni, the body that it is, or an agency that sends for it.
    /// </summary>
    public static bool IsOf(this Ambito ambito, Sender sender, string group) =>
        sender.Groups.Contains(group, StringComparer.Ordinal)
        || ambito.FindGroup(group)?.Body == sender.Code
        || (sender.Kind == SenderKind.Agency && sender.UploadsFor.Contains(group, StringComparer.Ordinal));

    /// <summary>The same in a period: the group is there in some of its days.</summary>
    public static bool IsOf(this Ambito ambito, Sender sender, string group, Period period) =>
        ambito.IsOf(sender, group) && (ambito.FindGroup(group)?.IsThereIn(period) ?? true);

    /// <summary>The Comuni of a group, by code; with a period those that are of it then.</summary>
    public static IEnumerable<Sender> MembersOf(this Ambito ambito, ComuneGroup group, Period? period = null) =>
        ambito.Comuni
            .Where(comune => comune.Groups.Contains(group.Code, StringComparer.Ordinal)
                && (period is null || (group.IsThereIn(period) && comune.IsThereIn(period))))
            .OrderBy(comune => comune.Code, StringComparer.Ordinal);

    /// <summary>
    /// Codes of the groups of a sender that are there in a period: who has the same is asked together.
    /// </summary>
    public static IEnumerable<string> GroupsIn(this Ambito ambito, Sender sender, Period period) => sender.Groups
        .Concat(ambito.Groups.Select(group => group.Code).Where(group => ambito.IsOf(sender, group)))
        .Where(group => ambito.FindGroup(group)?.IsThereIn(period) ?? true)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>
    /// Residents of a body in a year: its own or, of the body that a group is, those of all its Comuni; a Comune that
    /// leads a group has its own alone. Null = not known, of one of them at least.
    /// </summary>
    public static int? PopulationOf(this Ambito ambito, Sender sender, int year) =>
        sender.Population.TryGetValue(year, out int own) ? own
        : sender.Kind != SenderKind.Comune && ambito.Groups.FirstOrDefault(one => one.Body == sender.Code) is { } group
            ? ambito.PopulationOf(group, year)
            : null;

    /// <summary>Residents of the Comuni of a group in a year; null = not known of one of them at least.</summary>
    public static int? PopulationOf(this Ambito ambito, ComuneGroup group, int year)
    {
        int?[] members = [.. ambito.MembersOf(group).Select(comune => ambito.PopulationOf(comune, year))];
        return members.Length == 0 || members.Contains(null) ? null : members.Sum();
    }

    /// <summary>
    /// What the Ambito says of a flow for a body: where it says something for a group of it that, else what it says for
    /// all.
    /// </summary>
    /// <param name="body">Code of the body; one that is not known has what holds for all.</param>
    public static FlowSettings SettingsOf(this Ambito ambito, string flow, string? body) =>
        body is not null && ambito.FindSender(body) is { } sender
        && ambito.Flows.FirstOrDefault(
            one => one.Flow == flow && one.Group is { } group && ambito.IsOf(sender, group)) is { } own
            ? own
            : ambito.SettingsOf(flow);

    /// <summary>Whether a deadline is due from a body: of its audience and, where it is of a group, of that.</summary>
    public static bool Owes(this Ambito ambito, Sender body, DeadlineRule rule) =>
        body.Kind == rule.Audience && (rule.Group is not { } group || ambito.IsOf(body, group));

    /// <summary>The same for what is about a period: the group is there then.</summary>
    public static bool Owes(this Ambito ambito, Sender body, DeadlineRule rule, Period period) =>
        ambito.Owes(body, rule) && (rule.Group is not { } group || ambito.IsOf(body, group, period));

    /// <summary>Whether a list of groups and Comuni names a body, for a period where one is given.</summary>
    /// <param name="scopes">Codes of groups and Comuni; <c>*</c> = all.</param>
    public static bool Covers(this Ambito ambito, IReadOnlyList<string> scopes, Sender body, Period? period) =>
        scopes.Any(scope => scope is "*" || string.Equals(scope, body.Code, StringComparison.Ordinal)
            || (body.Groups.Contains(scope, StringComparer.Ordinal)
                && (period is null || ambito.FindGroup(scope)?.HasEndedBefore(period) != true)));
}
