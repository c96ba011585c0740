using PianoZona.Contracts.Rules;

namespace PianoZona.Contracts.Flows;

/// <summary>A flow: a kind of file with its columns. The published Table Schema descriptor is derived from it.</summary>
public sealed class FlowSchema
{
    private readonly Column? body;
    private readonly IReadOnlyList<Column>? scope;

    /// <summary>Describes a flow.</summary>
    /// <param name="code">Code in paths, e.g. <c>spesa-sociale</c>.</param>
    /// <param name="title">Italian title.</param>
    /// <param name="description">Italian description: what it is for, who sends it.</param>
    /// <param name="periods">The kinds of period it is sent for.</param>
    /// <param name="columns">The columns, in the order of the template. A column belongs to one flow only.</param>
    public FlowSchema(string code, string title, string description, PeriodKinds periods, params IReadOnlyList<Column> columns)
    {
        (Code, Title, Description, Periods, Columns) = (code, title, description, periods, columns);
        for (int i = 0; i < columns.Count; i++)
        {
            columns[i].Ordinal = columns[i].Ordinal is -1
                ? i
                : throw new ArgumentException($"Column '{columns[i].Name}' belongs to another flow.", nameof(columns));
        }
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
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Columns whose values together may occur once only (PZ4004); none = no key.</summary>
    public IReadOnlyList<Column> Key { get; init; } = [];

    /// <summary>Only the Ufficio di Piano, an agency or a lead body may send it (figures that bind the whole Ambito).</summary>
    public bool PlanOfficeOnly { get; init; }

    /// <summary>The column of the fund by which the receipt's totals are split, if any.</summary>
    public Column? FundColumn { get; init; }

    /// <summary>The column that says whose figures a row holds; null = they are the sender's.</summary>
    public Column? BodyColumn { get => body ?? Columns.FirstOrDefault(column => column.Kind == ColumnKind.Body); init => body = value; }

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

    /// <summary>The column of the whole that a sender may declare as the amount of the file; null when there is none.</summary>
    public Column? AmountColumn { get; init; }

    /// <summary>The version of the rules that it came with.</summary>
    public string Since { get; init; } = RuleSets.TwelveFlows;
}
