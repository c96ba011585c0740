using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Flows;

/// <summary>
/// A flow: a kind of file with its columns. One declaration says all of it: descriptor, templates, settings, the words
/// of the configuration's schema, the specification and the tests of all flows are derived from it.
/// </summary>
/// <remarks><see cref="FlowCatalogue"/> finds it in field <c>Schema</c> of a static class of this namespace.</remarks>
public sealed class FlowSchema
{
    private readonly Column? body;
    private readonly IReadOnlyList<Column>? scope;
    private IReadOnlyDictionary<string, Column> byName;
    private IReadOnlyList<RowRule> rules = [];

    /// <summary>Describes a flow.</summary>
    /// <param name="code">Code in paths, e.g. <c>spesa-sociale</c>.</param>
    /// <param name="title">Italian title.</param>
    /// <param name="description">Italian description: what it is for, who sends it.</param>
    /// <param name="periods">The kinds of period it is sent for.</param>
    /// <param name="columns">The columns, in the order of the template. A column belongs to one flow only.</param>
    public FlowSchema(
        string code, string title, string description, PeriodKinds periods, params IReadOnlyList<Column> columns)
    {
        (Code, Title, Description, Periods, Columns) = (code, title, description, periods, columns);
        for (int i = 0; i < columns.Count; i++)
        {
            columns[i].Ordinal = columns[i].Ordinal is -1
                ? i
                : throw new ArgumentException($"Column '{columns[i].Name}' belongs to another flow.", nameof(columns));
        }

        FundColumns = [.. columns.Where(column => column.FundCode is not null)];
        byName = columns.ToDictionary(column => TextKey.Compact(column.Name), StringComparer.Ordinal);
    }

    /// <summary>Code in paths.</summary>
    public string Code { get; }

    /// <summary>Italian title.</summary>
    public string Title { get; }

    /// <summary>Italian description.</summary>
    public string Description { get; }

    /// <summary>The kinds of period it is sent for.</summary>
    public PeriodKinds Periods { get; }

    /// <summary>The columns, in the order of the template.</summary>
    public IReadOnlyList<Column> Columns { get; private set; }

    /// <summary>The columns that hold the money of one fund each, or of what stands in place of one.</summary>
    public IReadOnlyList<Column> FundColumns { get; private set; }

    /// <summary>Columns whose values together may occur once only (PZ4004); none = no key.</summary>
    public IReadOnlyList<Column> Key { get; init; } = [];

    /// <summary>
    /// Only the Ufficio di Piano, an agency or a lead body may send it (figures that bind the whole Ambito).
    /// </summary>
    public bool PlanOfficeOnly { get; init; }

    /// <summary>The column of the fund by which the receipt's totals are split, if any.</summary>
    public Column? FundColumn { get; init; }

    /// <summary>The column that says whose figures a row holds; null = they are the sender's.</summary>
    public Column? BodyColumn
    {
        get => body ?? Columns.FirstOrDefault(column => column.Kind == ColumnKind.Body);
        init => body = value;
    }

    /// <summary>
    /// Whether the figures of a body (or of a unit) for a period are one fact, told by one sender: by several they
    /// count once, unless the Ambito says that they are parts.
    /// </summary>
    public bool IsToldOncePerBody { get; init; }

    /// <summary>
    /// The column of the unit, where the figures of a unit are the one fact; null = those of a body are.
    /// </summary>
    public Column? UnitColumn { get; init; }

    /// <summary>A sender may send a row when it answers for the body in one of these columns (PZ4010).</summary>
    public IReadOnlyList<Column> ScopeColumns
    {
        get => scope ?? [.. Columns.Where(column => column.Kind is ColumnKind.Comune or ColumnKind.Body)];
        init => scope = value;
    }

    /// <summary>Its rows tell of a period that must be over: sent earlier, it is told (PZ1016).</summary>
    public bool AfterPeriod { get; init; }

    /// <summary>A file must state its totals, in a TOTALE row or when it is sent (PZ5002).</summary>
    public bool ControlTotalRequired { get; init; }

    /// <summary>
    /// The column of the whole that a sender may declare as the amount of the file; null when there is none.
    /// </summary>
    public Column? AmountColumn { get; init; }

    /// <summary>Rules on its rows, in forms that flows share; a rule of it alone names the flow itself.</summary>
    public IReadOnlyList<RowRule> Rules
    {
        get => rules;
        init => rules = value;
    }

    /// <summary>
    /// What of its figures is not posted, and why: each figure of a row is posted or stands here once.
    /// </summary>
    public IReadOnlyList<NotPosted> NotPosted { get; init; } = [];

    /// <summary>Who is expected to send it; null = nobody in particular. An Ambito may say otherwise.</summary>
    public SenderKind? ExpectedFrom { get; init; }

    /// <summary>Differences up to this amount are not reported; an Ambito may say otherwise.</summary>
    public Money Tolerance { get; init; } = Money.Zero;

    /// <summary>Variation on the year before that is told (ratio); null = none. An Ambito may say otherwise.</summary>
    public decimal? YearOnYearAlert { get; init; }

    /// <summary>That its rows are of days, by which a file tells its period; null = they are not.</summary>
    public EventRows? Events { get; init; }

    /// <summary>How it is filled in on a page; null = it is sent as a file only.</summary>
    public OnlineForm? Online { get; init; }

    /// <summary>A period for which the row of <see cref="Column.Example"/> values is right.</summary>
    public required string SamplePeriod { get; init; }

    /// <summary>The version of the rules that it came with: each says it, since older ones must not know it.</summary>
    public required string Since { get; init; }

    /// <summary>Where it stands in lists: the smaller first. Tens leave room between.</summary>
    public required int Place { get; init; }

    /// <summary>
    /// The flow as an Ambito has it: where each fund has a column, its own funds have theirs, after the others, and a
    /// header may call a column by the code, the name or another name of its fund. Any other flow is the same for all.
    /// </summary>
    public FlowSchema In(Ambito ambito) => FundColumns.Count > 0 ? FundNames.In(this, ambito) : this;

    /// <summary>
    /// The flow as it is offered to be filled in: where each fund has a column, those of the Ambito's funds alone. What
    /// is read is <see cref="In"/>, whose columns stand elsewhere.
    /// </summary>
    public FlowSchema ToFillIn(Ambito ambito) => FundColumns.Count > 0 ? FundNames.ToFillIn(this, ambito) : this;

    /// <summary>
    /// The column that a header names, without regard to case, accents and punctuation; null when there is none.
    /// </summary>
    public Column? ColumnOf(string header) => byName.GetValueOrDefault(TextKey.Compact(header));

    /// <summary>The flow with other columns of funds.</summary>
    /// <param name="columns">All columns, in order.</param>
    /// <param name="names">
    /// What headers may say, and the name of the column that it means; the first that says it counts.
    /// </param>
    internal FlowSchema With(IReadOnlyList<Column> columns, IEnumerable<(string Name, string Column)> names)
    {
        FlowSchema flow = (FlowSchema)MemberwiseClone();
        flow.Columns = columns;
        flow.FundColumns = [.. columns.Where(column => column.FundCode is not null)];
        flow.byName = names
            .Select(pair => (
                Key: TextKey.Compact(pair.Name), Column: columns.FirstOrDefault(column => column.Name == pair.Column)))
            .Where(pair => pair is { Key.Length: > 0, Column: not null })
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => pair.Column!, StringComparer.Ordinal);
        flow.rules =
        [
            .. rules.Select(rule => rule is RowRule.SharesOfAmount { AreOfFunds: true } shares
                ? shares with { Shares = flow.FundColumns }
                : rule),
        ];
        return flow;
    }
}
