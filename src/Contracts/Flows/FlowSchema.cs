namespace PianoZona.Contracts.Flows;

/// <summary>A flow: a kind of file with its columns. The published Table Schema descriptor is derived from it.</summary>
public sealed class FlowSchema
{
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
}
