using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Workflow;

namespace PianoZona.Contracts.Reporting;

/// <summary>The Italian words of reports and pages; those of the CSV files are a contract.</summary>
public static class ReportColumns
{
    /// <summary>In column <c>ente</c>: the whole Ambito.</summary>
    public const string WholeAmbito = "AMBITO";

    /// <summary>How serious it is, in the Italian word of tables and answers.</summary>
    public static string Severity(Severity severity) => ReceiptWords.Of(severity);

    /// <summary>What became of a file, in the Italian word of tables and answers.</summary>
    public static string Outcome(Outcome outcome) => ReceiptWords.Of(outcome);

    /// <summary>Where a discrepancy stands.</summary>
    public static string Status(DiscrepancyStatus status) => status switch
    {
        DiscrepancyStatus.Open => "aperto",
        DiscrepancyStatus.Justified => "giustificato",
        DiscrepancyStatus.Closed => "chiuso",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>Where a reporting period stands.</summary>
    public static string Stage(PeriodStage stage) => stage switch
    {
        PeriodStage.Expected => "atteso",
        PeriodStage.Received => "ricevuto in parte",
        PeriodStage.Validated => "ricevuto da tutti",
        PeriodStage.Aggregated => "aggregato",
        PeriodStage.Approved => "approvato",
        PeriodStage.Sent => "inviato",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    /// <summary>What was decided of an amendment.</summary>
    public static string Amendment(AmendmentState state) => state switch
    {
        AmendmentState.Waiting => "in attesa",
        AmendmentState.Accepted => "accolta",
        AmendmentState.Refused => "respinta",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>A kind of movement.</summary>
    public static string Kind(EntryKind kind) => KindNames.Italian(kind);
}
