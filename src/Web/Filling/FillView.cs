using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;

namespace PianoZona.Web.Filling;

/// <summary>A table that is filled in.</summary>
/// <param name="About">Flow and period, in words.</param>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Period">The period, as paths write it.</param>
/// <param name="Summary">How the table begins, in a sentence.</param>
/// <param name="Fixed">What every row holds.</param>
/// <param name="Columns">What is filled in.</param>
/// <param name="Rows">What is shown to be filled in, from the first row.</param>
/// <param name="Saved">When it was saved, in words; null = it was not.</param>
public sealed record FillView(
    string About, string Flow, string Period, string Summary, IReadOnlyList<Fact> Fixed,
    IReadOnlyList<FillColumn> Columns, IReadOnlyList<FillRow> Rows, string? Saved)
    : PageView($"Compila {About}")
{
    /// <summary>Name of the button that is pressed, in what is sent.</summary>
    public const string Step = "passo";

    /// <summary>The button that looks at what was typed, to send it.</summary>
    public const string CheckStep = "controlla";

    /// <summary>The button that keeps what was typed.</summary>
    public const string SaveStep = "salva";

    /// <summary>The button that asks for one more row.</summary>
    public const string AddStep = "aggiungi";

    internal override Type Component => typeof(FillPage);

    internal override IReadOnlyList<NamedLink> Trail => [NamedLink.Start, new("Invia un file", Addresses.Send)];

    internal override string? Section => Addresses.Send;

    /// <summary>Name of the version of the draft that the page was made of, in what is sent.</summary>
    public const string VersionName = "versione";

    /// <summary>
    /// Name of the button that keeps what was typed in the place of what somebody else saved, whose version it sends.
    /// </summary>
    public const string KeepName = "tieni";

    /// <summary>
    /// Name of the button that keeps what was typed together with what somebody else saved of other bodies, whose
    /// version it sends.
    /// </summary>
    public const string JoinName = "unisci";

    /// <summary>The version of the draft that it was made of; null = there was none.</summary>
    public string? Version { get; init; }

    /// <summary>That somebody else saved it meanwhile; null = nobody did.</summary>
    public FillConflict? Conflict { get; init; }

    /// <summary>What was found wrong in it; none also where nothing was looked for.</summary>
    public IReadOnlyList<FieldMistake> Mistakes { get; init; } = [];

    /// <summary>Totals of the rows that are in order.</summary>
    public IReadOnlyList<Fact> Totals { get; init; } = [];

    /// <summary>The other body that it is filled in for; null = the reader's own, or nobody in particular.</summary>
    public NamedBody? For { get; init; }

    /// <summary>Rows of other bodies, that go in the same file; none where it is filled in for nobody alone.</summary>
    public IReadOnlyList<FillRow> Others { get; init; } = [];

    /// <summary>What to do when the other body has nothing to report, in sentences; null = it is the own.</summary>
    public string? NoData { get; init; }

    /// <summary>Where it is declared that there is nothing; null = the rules would refuse it.</summary>
    public string? Nothing { get; init; }

    /// <summary>Whether one more row may be asked for.</summary>
    public bool HasRoom { get; init; }

    internal override bool HasErrors => Conflict is not null || Mistakes.Count > 0;

    /// <summary>Name of a cell in what is sent, and its id in the page.</summary>
    /// <param name="column">Name of the column.</param>
    /// <param name="row">The row of the page, from 1.</param>
    public static string NameOf(string column, int row) => $"{column}-{ItalianText.Plain(row)}";

    /// <summary>Id of a row in the page.</summary>
    /// <param name="row">From 1.</param>
    public static string RowIdOf(int row) => NameOf("riga", row);
}

/// <summary>That a table was saved by somebody else: what was typed is on the page, and is not kept.</summary>
/// <param name="Words">By whom and when.</param>
/// <param name="Version">The version of what they saved.</param>
public sealed record FillConflict(string Words, string? Version)
{
    /// <summary>Whose rows they saved, in sentences; null = their rows name no body.</summary>
    public string? Whose { get; init; }

    /// <summary>Whose rows there would be if both were kept, in a sentence; null = they cannot be joined.</summary>
    public string? Join { get; init; }
}

/// <summary>A column that is filled in.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Hint">What helps to fill it in.</param>
/// <param name="IsNeeded">Whether its cells may not be empty.</param>
/// <param name="IsNumber">Whether it is of numbers.</param>
public sealed record FillColumn(string Title, string Hint, bool IsNeeded, bool IsNumber);

/// <summary>A row of the table, as it is shown.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Name">«Riga 1».</param>
/// <param name="Cells">A cell for each column.</param>
public sealed record FillRow(string Id, string Name, IReadOnlyList<FillCell> Cells);

/// <summary>A cell that is typed or chosen.</summary>
/// <param name="Name">Its name in what is sent, and its id in the page.</param>
/// <param name="Label">Its column and row, for who hears the page.</param>
/// <param name="Value">What was typed.</param>
/// <param name="Choices">What may be chosen; none = it is typed.</param>
public sealed record FillCell(string Name, string Label, string Value, IReadOnlyList<FieldChoice> Choices)
{
    /// <summary>Where it is, for who looks for it: <c>Riga 1, colonna Importo</c>.</summary>
    public string Place { get; init; } = Label;

    /// <summary>Whether it is a number, or begins as one.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether it may not be empty.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Whether what is typed in it has a few digits: a number of things, a year.</summary>
    public bool IsShort { get; init; }

    /// <summary>Whether a row that is added holds the same.</summary>
    public bool Stays { get; init; }

    /// <summary>What it was a year before, in words; null = not known.</summary>
    public string? Before { get; init; }

    /// <summary>What is wrong in it; null = nothing was found.</summary>
    public string? Mistake { get; init; }

    /// <summary>What is to be looked at in it; null = nothing.</summary>
    public string? Warning { get; init; }
}
