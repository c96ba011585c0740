using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Contracts.Workflow;

/// <summary>Where a flow stands for a period (docs/specifica/riconciliazione.md § Dal file all'invio).</summary>
public enum PeriodStage
{
    /// <summary>Nobody has sent yet.</summary>
    Expected,

    /// <summary>Something has come, and not all of it.</summary>
    Received,

    /// <summary>All that are expected have an accepted upload, and nothing of it is overdue.</summary>
    Validated,

    /// <summary>
    /// The Ufficio di Piano has closed the collection: these are the figures that go to the Assembly.
    /// </summary>
    Aggregated,

    /// <summary>The Assembly has approved: the figures are frozen.</summary>
    Approved,

    /// <summary>Sent to ATS or Region.</summary>
    Sent,
}

/// <summary>A step that staff takes.</summary>
/// <param name="Stage">The stage it leads to: aggregated, approved or sent.</param>
/// <param name="Act">Number of the act of approval; null for other steps.</param>
/// <param name="Date">Day of the act, or of the sending; null when the collection is closed.</param>
/// <param name="Recipient">Whom it was sent to, for the sending.</param>
/// <param name="Uploads">
/// The uploads in force when the step was taken, ascending: what was closed, approved or sent.
/// </param>
public sealed record PeriodStep(
    PeriodStage Stage, string? Act, DateOnly? Date, string? Recipient, IReadOnlyList<string> Uploads);

/// <summary>A flow and period, with who has sent and what staff decided.</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Expected">Who is expected; none when nobody in particular is.</param>
/// <param name="Missing">
/// Who of them has not sent though the period is open, or has sent without the overdue figures of a fund.
/// </param>
/// <param name="Uploads">What is in force.</param>
/// <param name="Steps">The steps taken, in order.</param>
/// <param name="ChangedSince">
/// Uploads in force that are not those of the last step: accepted amendments, or files in flight when it was taken.
/// </param>
public sealed record ReportingPeriod(
    string Flow,
    Period Period,
    PeriodStage Stage,
    IReadOnlyList<Sender> Expected,
    IReadOnlyList<Sender> Missing,
    IReadOnlyList<CurrentUpload> Uploads,
    IReadOnlyList<PeriodStep> Steps,
    IReadOnlyList<string> ChangedSince)
{
    /// <summary>
    /// Whether the figures are frozen: what comes now is an amendment (<i>rettifica</i>) that staff accepts or refuses.
    /// </summary>
    public bool IsFrozen => Stage is PeriodStage.Approved or PeriodStage.Sent;
}
