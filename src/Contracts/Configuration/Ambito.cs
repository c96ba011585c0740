namespace PianoZona.Contracts.Configuration;

/// <summary>
/// What the hub knows about an Ambito (docs/specifica/ambito.md). Everything dated is a list, because members, funds
/// and dates change.
/// </summary>
/// <param name="Code">Code, the first part of every table key.</param>
/// <param name="Senders">Who may send: Comuni, agencies, providers, the Ufficio di Piano.</param>
/// <param name="Groups">Groups of Comuni (sub-ambiti, Unioni).</param>
/// <param name="LeadAgencies">Who answers for a programme.</param>
/// <param name="Funds">The fund catalogue: that of the document, else the built-in one.</param>
/// <param name="Quotas">Per-capita quotas by year.</param>
/// <param name="Flows">Settings of flows: those of the document over the built-in ones, by flow.</param>
/// <param name="Deadlines">Deadlines: those of the document, else the built-in ones.</param>
/// <param name="DeadlinesAreBuiltIn">Whether the document leaves the deadlines out.</param>
public sealed record Ambito(
    string Code,
    string Name,
    string? Region,
    IReadOnlyList<Sender> Senders,
    IReadOnlyList<ComuneGroup> Groups,
    IReadOnlyList<LeadAgency> LeadAgencies,
    IReadOnlyList<Fund> Funds,
    IReadOnlyList<PerCapitaQuota> Quotas,
    IReadOnlyList<FlowSettings> Flows,
    IReadOnlyList<DeadlineRule> Deadlines,
    bool DeadlinesAreBuiltIn)
{
    /// <summary>
    /// Totals that texts and forms of the Ambito state, to be compared with what the uploads add up to (RIC-15).
    /// </summary>
    public IReadOnlyList<StatedTotal> StatedTotals { get; init; } = [];

    /// <summary>
    /// Its members are not known: any well-formed code is taken for one. For checking a file without a configuration.
    /// </summary>
    public bool IsOpen { get; init; }

    /// <summary>The Comuni of the Ambito.</summary>
    public IEnumerable<Sender> Comuni => Senders.Where(sender => sender.Kind == SenderKind.Comune);

    /// <summary>The Ufficio di Piano, the first by code where there are several; null when there is none.</summary>
    public Sender? Office => Senders.Where(sender => sender.Kind == SenderKind.PlanOffice)
        .MinBy(sender => sender.Code, StringComparer.Ordinal);

    /// <summary>The first Ufficio di Piano that can be written to; null when there is none.</summary>
    public Sender? OfficeToWriteTo =>
        Senders.FirstOrDefault(sender => sender is { Kind: SenderKind.PlanOffice, Contacts.Count: > 0 });

    /// <summary>The sender with a code, in force or former; null when there is none.</summary>
    public Sender? FindSender(string code) =>
        Senders.FirstOrDefault(sender => string.Equals(sender.Code, code, StringComparison.Ordinal))
        ?? Senders.FirstOrDefault(sender => sender.FindFormer(code) is not null);

    /// <summary>The code in force of the sender that a code names; a code of nobody is itself.</summary>
    public string CodeOf(string code) => FindSender(code)?.Code ?? code;

    /// <summary>
    /// The code by which files of a code have their place: that in force where the same Comune had another; else
    /// itself.
    /// </summary>
    public string PlaceOf(string code) =>
        FindSender(code) is { } sender && sender.FindFormer(code) is { IsOfAnother: false } ? sender.Code : code;

    /// <summary>How a sender is called; one that the Ambito does not know by its code.</summary>
    public string NameOf(string code) => FindSender(code)?.Name ?? code;

    /// <summary>The fund with a code; null when there is none.</summary>
    public Fund? FindFund(string code) =>
        Funds.FirstOrDefault(fund => string.Equals(fund.Code, code, StringComparison.Ordinal));

    /// <summary>
    /// The fund of the built-in catalogue that a fund of the Ambito is: its code may be another. Null = none; a code
    /// that the Ambito does not have is taken for one of the catalogue.
    /// </summary>
    public string? CatalogueOf(string fund) =>
        FindFund(fund) is not { } known ? fund
        : known.Catalogue ?? (FundOf(FundCodes.Comuni) == fund ? FundCodes.Comuni : null);

    /// <summary>
    /// Code, in the Ambito, of a fund of the built-in catalogue: of several the one that has its code, else the first;
    /// where the Ambito has none, that of the catalogue.
    /// </summary>
    public string FundOf(string catalogue) =>
        FindFund(catalogue) is { } same && same.Catalogue == catalogue
            ? catalogue
            : Funds.FirstOrDefault(fund => fund.Catalogue == catalogue)?.Code
                ?? OwnMoneyFor(catalogue)?.Code
                ?? catalogue;

    /// <summary>
    /// Whether a fund is the Comuni's own money, which no act grants, whatever the Ambito calls it.
    /// </summary>
    public bool IsOwnMoney(string fund) =>
        FindFund(fund) is { } known
            ? known.Level == FundLevel.Comuni
            : fund is FundCodes.Comuni or FundCodes.ComuniServices;

    // Without one that is said to be it, the Comuni's own money is on the fund that the Ambito says is theirs.
    private Fund? OwnMoneyFor(string catalogue) => catalogue == FundCodes.Comuni
        ? Funds.FirstOrDefault(fund => fund is { Level: FundLevel.Comuni, Catalogue: null })
        : null;

    /// <summary>
    /// What the Ambito says of a flow for all; for one of which it says nothing, what holds everywhere.
    /// </summary>
    public FlowSettings SettingsOf(string flow) =>
        Flows.FirstOrDefault(settings => settings.Group is null && settings.Flow == flow)
        ?? new FlowSettings(flow, null, Money.Zero, null);

    /// <summary>Who leads the programmes that a fund is of; none = nobody is said to.</summary>
    public IEnumerable<LeadAgency> LeadsOf(string fund) =>
        LeadAgencies.Where(lead => lead.Funds.Contains(fund, StringComparer.Ordinal));

    /// <summary>Codes of those who may report figures of any of some bodies (<see cref="MayReport"/>).</summary>
    public IEnumerable<string> SendersFor(IReadOnlyCollection<Sender> bodies) =>
        Senders.Where(sender => bodies.Any(body => MayReport(sender, body.Code)))
            .SelectMany(sender => sender.FormerCodes.Select(former => former.Code).Prepend(sender.Code));

    /// <summary>
    /// Whether a sender answers for the whole Ambito: the Ufficio di Piano, or the lead body of a programme.
    /// </summary>
    public bool AnswersForAll(Sender sender) =>
        sender.Kind == SenderKind.PlanOffice
        || LeadAgencies.Any(lead => string.Equals(lead.Sender, sender.Code, StringComparison.Ordinal));

    /// <summary>
    /// Whether figures of a body may come from a sender: from who sends for it, and from who answers for all.
    /// </summary>
    public bool MayReport(Sender sender, string body) => MaySendFor(sender, body) || AnswersForAll(sender);

    /// <summary>
    /// Whether it is for a sender to send the files of a body: its own, or those of the groups and Comuni it uploads
    /// for.
    /// </summary>
    /// <param name="period">
    /// What the file is about: a group that ended before it gives no right to send it; null = any.
    /// </param>
    public bool MaySendFor(Sender sender, string body, Period? period = null) =>
        string.Equals(sender.Code, CodeOf(body), StringComparison.Ordinal)
        || (FindSender(body) is { } known
            ? this.Covers(sender.UploadsFor, known, period)
            : sender.UploadsFor.Any(scope => scope is "*" || scope == body));
}

/// <summary>Who answers for a programme to Region and State.</summary>
/// <param name="Programme">Programme, e.g. <c>piano</c>, <c>casa</c>.</param>
/// <param name="Sender">Sender code.</param>
public sealed record LeadAgency(string Programme, string Sender)
{
    /// <summary>
    /// Codes of the funds of the programme: what the whole Ambito has of them is told by who leads it alone. Empty =
    /// not said.
    /// </summary>
    public IReadOnlyList<string> Funds { get; init; } = [];
}

/// <summary>Where the money of a fund comes from.</summary>
public enum FundLevel
{
    /// <summary>State.</summary>
    Stato,

    /// <summary>Region.</summary>
    Regione,

    /// <summary>European Union.</summary>
    Ue,

    /// <summary>The Comuni themselves: not granted by an act, so never "not yet assigned".</summary>
    Comuni,

    /// <summary>Foundations and other private bodies.</summary>
    Privati,
}

/// <summary>A fund of the catalogue (docs/specifica/fondi.md § Il catalogo).</summary>
/// <param name="Code">Code, e.g. <c>FNPS</c>.</param>
/// <param name="Level">Where the money comes from.</param>
/// <param name="Aliases">Other names in files.</param>
/// <param name="Rules">What the hub checks on it, by fund year.</param>
public sealed record Fund(string Code, string Name, FundLevel Level, IReadOnlyList<string> Aliases, RulesByYear Rules)
{
    /// <summary>
    /// Code of the fund of the built-in catalogue that it is; null = none, and only what it states of itself is known.
    /// </summary>
    public string? Catalogue { get; init; }

    /// <summary>The fund years that it has.</summary>
    public YearSpan Years { get; init; } = YearSpan.Always;

    /// <summary>The law or act that it stands on, if stated.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>
    /// It takes the funds that files name and the catalogue does not know, each told (PZ3020); one fund of an Ambito at
    /// most.
    /// </summary>
    public bool AcceptsUnknown { get; init; }
}

/// <summary>What the hub checks on a fund.</summary>
/// <param name="MinAreaShare">Minimum shares of areas.</param>
/// <param name="SpendingRate">Spending rate of earlier fund years that the next transfer wants.</param>
/// <param name="Interventions">Interventions admissible on it; empty = all.</param>
public sealed record FundRules(
    IReadOnlyList<AreaShare> MinAreaShare, SpendingRate? SpendingRate, IReadOnlyList<string> Interventions)
{
    /// <summary>No rules.</summary>
    public static FundRules None { get; } = new([], null, []);
}

/// <summary>At least this share of a fund goes to an area.</summary>
/// <param name="Share">From 0 to 1.</param>
public sealed record AreaShare(string Area, decimal Share)
{
    /// <summary>The Region whose rule it is; null = that of all.</summary>
    public string? Region { get; init; }
}

/// <summary>
/// At least this share of the fund year some years before must be spent: a rule of the fund year that gets the next
/// transfer.
/// </summary>
/// <param name="Threshold">From 0 to 1.</param>
/// <param name="YearsBefore">How many years before.</param>
public sealed record SpendingRate(decimal Threshold, int YearsBefore)
{
    /// <summary>
    /// Whether the law asks it of others (a Region, all Ambiti together) and that it is of use to this one is inferred:
    /// then it is only told.
    /// </summary>
    public bool IsInferred { get; init; }
}
