using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;

namespace PianoZona.Web.Sending;

/// <summary>A file before it is sent: what it was recognised as, what is wrong in it, what it would change.</summary>
/// <param name="Id">Under which the hub keeps it.</param>
/// <param name="About">Flow and period in words; null = not known yet.</param>
/// <param name="FileName">The name that its sender gave it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Summary">What to do, in a sentence.</param>
/// <param name="Facts">What it was recognised as.</param>
/// <param name="Choice">Flow and period, to be chosen or corrected.</param>
/// <param name="Problems">What is wrong in it; null = it was not looked at yet.</param>
/// <param name="Changes">What it would change in what is in force; none = nothing is.</param>
/// <param name="Send">Words of the button that sends it; null = it cannot be sent.</param>
public sealed record DraftView(
    string Id, string? About, string FileName, StateWord State, string Summary, IReadOnlyList<Fact> Facts,
    DraftChoice Choice, ProblemsView? Problems, IReadOnlyList<ChangeLine> Changes, string? Send)
    : PageView(About is null ? "Controllo prima dell'invio" : $"Controllo: {About}")
{
    /// <summary>Name of the version of the draft that is confirmed, in what is sent.</summary>
    public const string VersionName = "versione";

    /// <summary>Name of the receipt of what it would replace, in what is sent.</summary>
    public const string ReplacesName = "sostituisce";

    /// <summary>Name of what others told of the same, in what is sent.</summary>
    public const string ToldName = "altri";

    /// <summary>Name of the draft that could not be sent, in whose place another is chosen, in what is sent.</summary>
    public const string InPlaceOfName = "alPostoDi";

    /// <summary>Name of the tick that leaves bodies out, in what is sent.</summary>
    public const string LeavesOutName = "senza";

    internal override Type Component => typeof(DraftPage);

    /// <summary>What others told of the same, in a mark; null = nothing.</summary>
    public string? Told { get; init; }

    /// <summary>The version of the draft that the page shows.</summary>
    public string Version { get; init; } = string.Empty;

    internal override IReadOnlyList<NamedLink> Trail => [NamedLink.Start, new("Invia un file", Addresses.Send)];

    internal override string? Section => Addresses.Send;

    /// <summary>Receipt of the upload that has the same bytes; null = none has.</summary>
    public string? SameAs { get; init; }

    /// <summary>Receipt of what it would replace; null = nothing is in force.</summary>
    public string? Replaces { get; init; }

    /// <summary>What is to be known before it is sent of whose rows it has, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Code of the other body whose duty it was begun for; null = of nobody else in particular.</summary>
    public string? Body { get; init; }

    /// <summary>The page on which it was made, which knows what it is; null = it was chosen as a file.</summary>
    public NamedLink? MadeOn { get; init; }

    /// <summary>How large a file may be that is chosen in its place, in MB.</summary>
    public int MostMegabytes { get; init; }

    /// <summary>Where it is declared that there is nothing to report, of a file without rows; null = nowhere.</summary>
    public string? Nothing { get; init; }

    /// <summary>The one other period that all its rows are of, which it may be for; null = none.</summary>
    public OtherPeriod? Other { get; init; }

    /// <summary>Whose rows in force it leaves out, to be confirmed; null = nobody's.</summary>
    public LeftOutView? LeftOut { get; init; }

    /// <summary>What else it would change in what is in force.</summary>
    public ChangeMore More { get; init; } = ChangeMore.Nothing;

    /// <summary>Whether what it is makes no difference: it is blocked, or cannot be read whatever it is.</summary>
    public bool IsStoppedWhateverItIs { get; init; }

    internal bool AsksWhatItIs => !IsStoppedWhateverItIs || Choice.Mistakes.Count > 0;

    internal IReadOnlyList<FieldMistake> Mistakes => [.. Choice.Mistakes, .. LeftOut?.Mistakes ?? []];

    internal override bool HasErrors => Mistakes.Count > 0 || Problems is { MustCorrect: > 0 };
}

/// <summary>That a file leaves out bodies whose rows are in force: it is sent only by who says so.</summary>
/// <param name="Codes">Codes of the bodies: the value of the tick.</param>
/// <param name="Label">What is ticked, with their names.</param>
/// <param name="Instead">Where their rows are there already, to be sent with the others; the first is the best.</param>
/// <param name="Mistakes">That it was not ticked; none = nothing was sent yet.</param>
public sealed record LeftOutView(
    string Codes, string Label, IReadOnlyList<NamedLink> Instead, IReadOnlyList<FieldMistake> Mistakes);

/// <summary>Flow and period of a file, to be chosen.</summary>
/// <param name="Flows">The flows there are.</param>
/// <param name="Flow">The one that is taken for it; null = none yet.</param>
/// <param name="Period">The period that is taken for it; null = none yet.</param>
/// <param name="IsNil">Whether it is a declaration that there is nothing.</param>
/// <param name="Mistakes">What is wrong in what was chosen.</param>
public sealed record DraftChoice(
    IReadOnlyList<FieldChoice> Flows, string? Flow, string? Period, bool IsNil, IReadOnlyList<FieldMistake> Mistakes)
{
    /// <summary>Whether something must be chosen before the file can be looked at.</summary>
    public bool IsNeeded => Flow is null || Period is null || Mistakes.Count > 0;
}

/// <summary>What a file changes beside the sums.</summary>
/// <param name="Notes">In sentences.</param>
/// <param name="Bodies">The sums of bodies, with whose they are; none = there is one body alone.</param>
public sealed record ChangeMore(IReadOnlyList<string> Notes, IReadOnlyList<ChangeLine> Bodies)
{
    /// <summary>Nothing is said.</summary>
    public static ChangeMore Nothing { get; } = new([], []);

    /// <summary>What the sums are that a receipt tells.</summary>
    public const string DoneCaption = "Cifre cambiate rispetto all'invio sostituito";

    /// <summary>Sums that change without changing what counts, each with why.</summary>
    public IReadOnlyList<ChangeLine> Uncounted { get; init; } = [];

    /// <summary>What columns add up to, where no sums tell it: money, hours, people, as the column has it.</summary>
    public IReadOnlyList<ChangeLine> Totals { get; init; } = [];

    /// <summary>All tables of a change, in their order; none is empty.</summary>
    /// <param name="caption">What the sums are.</param>
    /// <param name="sums">Those of fund years; none = they tell nothing.</param>
    public IEnumerable<ChangeGroup> GroupsWith(string caption, IReadOnlyList<ChangeLine> sums) =>
        new ChangeGroup[]
        {
            new(caption, sums, IsMoney: true, IsFirst: true),
            new("Totali delle colonne del file", Totals, IsMoney: false, IsFirst: true),
            new($"{caption}, per ente", Bodies, IsMoney: true, IsFirst: false),
            new("Cifre del file che non contano", Uncounted, IsMoney: true, IsFirst: false),
        }.Where(group => group.Lines.Count > 0);
}

/// <summary>A table of figures that a file changes.</summary>
/// <param name="Caption">What they are.</param>
/// <param name="Lines">The figures.</param>
/// <param name="IsMoney">Whether all of them are euro.</param>
/// <param name="IsFirst">Whether it comes before the sentences.</param>
public sealed record ChangeGroup(string Caption, IReadOnlyList<ChangeLine> Lines, bool IsMoney, bool IsFirst)
{
    /// <summary>What stands after the heads of its figures.</summary>
    public string Unit => IsMoney ? " (€)" : string.Empty;
}

/// <summary>A figure that a file would change.</summary>
/// <param name="Figure">Fund, year and kind in words.</param>
/// <param name="Before">In force, in euro or in the unit of a column; null = it is not reported.</param>
/// <param name="After">In the file, in the same; null = it is not reported.</param>
/// <param name="Difference">With its sign; null = one of them is not known.</param>
public sealed record ChangeLine(string Figure, string? Before, string? After, string? Difference);

/// <summary>Another period that a file may be for.</summary>
/// <param name="Flow">Code of the flow.</param>
/// <param name="Period">The period, as paths write it.</param>
/// <param name="Question">What is asked, on the button that takes it for that.</param>
public sealed record OtherPeriod(string Flow, string Period, string Question);
