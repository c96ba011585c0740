using System.Buffers;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation;

/// <summary>What is known about an upload before its first byte is read.</summary>
/// <param name="Ambito">The Ambito its sender belongs to.</param>
/// <param name="Sender">Who sent it.</param>
/// <param name="NilReturn">The sender declares that there are no data (<c>nulla=si</c>).</param>
public sealed record UploadContext(Ambito Ambito, Sender Sender, FlowSchema Flow, Period Period, bool NilReturn)
{
    /// <summary>The flow as the Ambito has it.</summary>
    public FlowSchema Flow { get; init; } = Flow.In(Ambito);

    /// <summary>
    /// False when a file is checked by itself, without the period it will be sent for: its years are then its own.
    /// </summary>
    public bool PeriodIsKnown { get; init; } = true;

    /// <summary>The former code that its path has instead of the sender's; null = the code in force.</summary>
    public FormerCode? SentUnder { get; init; }

    /// <summary>
    /// The code of its place: a file of a Comune that became part of the sender has its own, beside the sender's.
    /// </summary>
    public string PlaceSender => SentUnder is { IsOfAnother: true } former ? former.Code : Sender.Code;

    /// <summary>The day in Italy on which it was received; null = terms are not checked.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The totals that the sender declared beside the file; null = none.</summary>
    public DeclaredTotals? Declared { get; init; }

    /// <summary>
    /// The days that deadlines were moved to, for all or for one body, for a file or for one fund in it.
    /// </summary>
    public DeadlineMoves Moves { get; init; } = DeadlineMoves.None;

    /// <summary>
    /// Totals in force for the year before, by body and area; null = not known, and then nothing is compared.
    /// </summary>
    public IReadOnlyDictionary<(string Body, string Area), Money>? YearBefore { get; init; }

    /// <summary>The calendar as it stands for this upload alone: what was sent before is not known here.</summary>
    /// <param name="day">The day in Italy.</param>
    internal Obligations CalendarOn(DateOnly day) => new(Ambito, Moves, current: [], day);

    /// <summary>What the Ambito says of the flow for the sender.</summary>
    public FlowSettings Settings => Ambito.SettingsOf(Flow.Code, Sender.Code);

    /// <summary>
    /// Whether its totals are compared with those of the year before: yearly spending, where the Ambito has set a
    /// threshold.
    /// </summary>
    public bool ComparesYears =>
        IsComparedByYear(Flow.Code)
        && PeriodIsKnown
        && Period.Kind == PeriodKinds.Year
        && Settings.YearOnYearAlert is not null;

    /// <summary>Whether a flow is one whose years are compared before a file is sent.</summary>
    internal static bool IsComparedByYear(string flow) => flow == SpesaSociale.Schema.Code;
}

/// <summary>What a sender declares beside a file: it proves that the file arrived whole.</summary>
/// <remarks>A text that is no number may say anything of anybody: of it is kept only that it was there.</remarks>
/// <param name="rows">How many rows of data it has (metadata <c>righe</c>); null when not declared.</param>
/// <param name="amount">
/// The total of the flow's amount column (metadata <c>importo</c>), as <c>1234.56</c> or <c>1.234,56</c>; null when not
/// declared.
/// </param>
public sealed class DeclaredTotals(string? rows, string? amount)
{
    /// <summary>Stands for a text that is no number.</summary>
    public const string NoNumber = "?";

    private const int Longest = 30;

    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789.,+- '\u00A0\u20AC");

    /// <summary>The rows, as written; <see cref="NoNumber"/>; null when not declared.</summary>
    public string? Rows { get; } = Kept(rows);

    /// <summary>The total, as written; <see cref="NoNumber"/>; null when not declared.</summary>
    public string? Amount { get; } = Kept(amount);

    private static string? Kept(string? text) =>
        text is null || (text.Length <= Longest && !text.AsSpan().ContainsAnyExcept(InNumbers)) ? text : NoNumber;
}

/// <summary>What comes with an upload besides its path and its bytes.</summary>
/// <param name="NilReturn">The sender declares that there are no data.</param>
/// <param name="ReceivedOn">The day in Italy on which it was received; null = terms are not checked.</param>
/// <param name="Declared">The totals that the sender declared; null = none.</param>
public sealed record Submission(bool NilReturn, DateOnly? ReceivedOn = null, DeclaredTotals? Declared = null);

/// <summary>What the path of an upload says.</summary>
/// <param name="Sender">Code of the sender, as in the path; empty when the path has none.</param>
/// <param name="Flow">Code of the flow, as in the path.</param>
/// <param name="Period">Period, as in the path.</param>
/// <param name="FileName">Name the sender gave the file.</param>
/// <param name="Context">Null when there is a problem.</param>
/// <param name="Problems">What is wrong with the path, all of it.</param>
public sealed record EnvelopeResult(
    string Sender,
    string Flow,
    string Period,
    string FileName,
    UploadContext? Context,
    IReadOnlyList<Problem> Problems);
