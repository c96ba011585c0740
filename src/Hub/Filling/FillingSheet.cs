using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Sending;

namespace PianoZona.Hub.Filling;

/// <summary>A value that may be chosen in a column.</summary>
/// <param name="Value">As it is written in the file.</param>
/// <param name="Name">As people read it.</param>
public sealed record SheetChoice(string Value, string Name);

/// <summary>A column of a table that is filled in on a page.</summary>
/// <param name="Column">That of the flow.</param>
/// <param name="Fixed">What every cell of it holds, by who sends and for when; null = it is filled in.</param>
/// <param name="Choices">What may be chosen; none = it is typed.</param>
/// <param name="IsCarried">Whether it stays as it was a year before: it names the row, and is no figure of it.</param>
public sealed record SheetColumn(Column Column, string? Fixed, IReadOnlyList<SheetChoice> Choices, bool IsCarried);

/// <summary>
/// The columns of a flow as one sender fills them in for one period: what its declaration and the Ambito tell is not
/// asked for.
/// </summary>
public sealed class FillingSheet
{
    private FillingSheet(FlowSchema flow, OnlineForm form, Period period, IReadOnlyList<SheetColumn> columns) =>
        (Flow, Form, Period, Columns) = (flow, form, period, columns);

    /// <summary>
    /// The other body that it is filled in for, among all whom the table is of; null = for nobody in particular.
    /// </summary>
    public Sender? For { get; private init; }

    /// <summary>
    /// The column that says for whom a row is, where the sender must name one that it answers for; null = none, or any
    /// of several.
    /// </summary>
    public Column? Scope { get; private init; }

    /// <summary>Whose columns they are.</summary>
    public FlowSchema Flow { get; }

    /// <summary>How it is filled in.</summary>
    public OnlineForm Form { get; }

    /// <summary>For when it is filled in.</summary>
    public Period Period { get; }

    /// <summary>Every column of the flow, in its order: a row has a cell for each.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>Those that are filled in.</summary>
    public IEnumerable<SheetColumn> Entered => Columns.Where(column => column.Fixed is null);

    /// <summary>The sheet of a sender; null when the flow is sent as a file only, or has no such period.</summary>
    public static FillingSheet? Of(SendingParty party, string flow, string period) =>
        OfFile(party, flow, period) is { Flow.Online: not null } sheet ? sheet : null;

    /// <summary>That of any flow, also of one that is sent as a file only; null when it has no such period.</summary>
    public static FillingSheet? OfFile(SendingParty party, string flow, string period) =>
        FlowCatalogue.Find(flow) is { } schema
        && Period.TryParse(period, out Period? known)
        && schema.Periods.HasFlag(known.Kind)
            ? Of(party, schema.ToFillIn(party.Ambito), schema.Online ?? new OnlineForm(), known)
            : null;

    /// <summary>The same period a year before; null when there is none.</summary>
    public string? YearBefore() => Period.AddYears(-1)?.Text;

    /// <summary>A row without anything typed: of the body that the table is filled in for, if any.</summary>
    public IReadOnlyList<string> BlankRow() => [.. Columns.Select(column => column.Fixed
        ?? (For is { } body && column.Column == Flow.BodyColumn ? body.Code : string.Empty))];

    /// <summary>Whether a row names the body that the table is filled in for; any does, where it is for none.</summary>
    public bool IsForIt(IReadOnlyList<string> row) =>
        For is null || Flow.BodyColumn is not { } body || row[body.Ordinal].Trim() == For.Code;

    /// <summary>Whether nothing was typed in a row: it names the body of the table at most.</summary>
    public bool IsBlank(IReadOnlyList<string> row) => HasNoFigures(row)
        && (IsSameStructure(row, BlankRow())
            || Entered.All(column => string.IsNullOrWhiteSpace(row[column.Column.Ordinal])));

    /// <summary>Whether a row holds nothing but what every row of the table does.</summary>
    public bool IsEmpty(IReadOnlyList<string> row) =>
        Entered.All(column => string.IsNullOrWhiteSpace(row[column.Column.Ordinal]));

    /// <summary>Whether a row names a body, where it must name one that its sender may send for.</summary>
    public bool MayHold(IReadOnlyList<string> row) => Columns
        .Where(column => column.Column == Scope)
        .All(column => column.Fixed is { } only
            ? row[column.Column.Ordinal].Trim() == only
            : column.Choices.Count == 0
                || column.Choices.Any(choice => choice.Value == row[column.Column.Ordinal].Trim()));

    /// <summary>What names a row among the others: the cells of its key that are filled in.</summary>
    public string KeyOf(IReadOnlyList<string> row) => string.Join(
        '\n',
        Columns.Where(column => column.IsCarried && Flow.Key.Contains(column.Column))
            .Select(column => TextKey.Compact(row[column.Column.Ordinal])));

    /// <summary>Whether a row says of itself all that a suggestion does, and maybe more.</summary>
    public bool Completes(IReadOnlyList<string> suggestion, IReadOnlyList<string> row) => Columns
        .Where(column => column.IsCarried && Flow.Key.Contains(column.Column))
        .Select(column => column.Column.Ordinal)
        .All(place => string.IsNullOrWhiteSpace(suggestion[place])
            || TextKey.Compact(suggestion[place]) == TextKey.Compact(row[place]));

    /// <summary>Whether two rows have the same in every column that is carried.</summary>
    public bool IsSameStructure(IReadOnlyList<string> one, IReadOnlyList<string> other) => Columns
        .Where(column => column.IsCarried)
        .All(column => one[column.Column.Ordinal].Trim() == other[column.Column.Ordinal].Trim());

    /// <summary>Whether a row has no figure: nothing in the columns that are filled in and not carried.</summary>
    public bool HasNoFigures(IReadOnlyList<string> row) => Entered
        .Where(column => !column.IsCarried)
        .All(column => string.IsNullOrWhiteSpace(row[column.Column.Ordinal]));

    private static FillingSheet Of(SendingParty party, FlowSchema flow, OnlineForm form, Period period)
    {
        Column? scope = ScopeOf(party, flow);
        return new(flow, form, period, [.. flow.Columns.Select(column => Of(party, flow, form, period, column, scope))])
        {
            For = party.For,
            Scope = scope,
        };
    }

    private static SheetColumn Of(
        SendingParty party, FlowSchema flow, OnlineForm form, Period period, Column column, Column? scope)
    {
        string? whole = OfPeriod(flow, period, column);
        IReadOnlyList<SheetChoice> choices = whole is null ? ChoicesOf(party, column, column == scope) : [];
        // Where only one body may be named there is nothing to choose.
        string? known = whole ?? (column == scope && choices.Count == 1 ? choices[0].Value : null);
        bool isKey = flow.Key.Contains(column) && column.Kind != ColumnKind.Date;
        bool isWords = column.Kind is ColumnKind.Text or ColumnKind.Comune or ColumnKind.Body or ColumnKind.Fund;
        return new SheetColumn(
            column, known, known is null ? choices : [],
            known is null && (isKey || isWords || form.AlsoCarried.Contains(column)));
    }

    // A column that must tell the period of the file tells all of it, or its year.
    private static string? OfPeriod(FlowSchema flow, Period period, Column column) =>
        !flow.Rules.OfType<RowRule.OfThePeriod>().Any(rule => rule.When == column) ? null
        : column.Kind switch
        {
            ColumnKind.Year => period.Year.ToString(CultureInfo.InvariantCulture),
            ColumnKind.Period => period.Text,
            ColumnKind.Date when period.Kind == PeriodKinds.Date => Italian.Day(period.First),
            _ => null,
        };

    private static IReadOnlyList<SheetChoice> ChoicesOf(SendingParty party, Column column, bool isScope) =>
        column.Kind switch
        {
            ColumnKind.Choice =>
            [
                .. column.Choices.Select(word =>
                    new SheetChoice(word, column.ChoiceNames.GetValueOrDefault(word, word))),
            ],
            ColumnKind.Comune => BodiesOf(party, party.Ambito.Comuni, isScope),
            ColumnKind.Body => BodiesOf(party, party.Ambito.Senders, isScope),
            _ => [],
        };

    // Where a row may name one body only, it is one that the sender answers for.
    private static IReadOnlyList<SheetChoice> BodiesOf(
        SendingParty party, IEnumerable<Sender> bodies, bool isScope) =>
        [
            .. bodies.Where(body => !isScope
                    || party.Ambito.MayReport(party.Body, body.Code))
                .OrderBy(body => body.Name, StringComparer.Ordinal)
                .Select(body => new SheetChoice(body.Code, body.Name)),
        ];

    // A row is right when one of the columns names whom the sender answers for: where one alone can, that must.
    private static Column? ScopeOf(SendingParty party, FlowSchema flow)
    {
        if (flow.ScopeColumns is [{ } only])
        {
            return only;
        }

        Column[] able = [.. flow.ScopeColumns.Where(column => ChoicesOf(party, column, isScope: true).Count > 0)];
        return able is [{ } one] ? one : null;
    }
}
