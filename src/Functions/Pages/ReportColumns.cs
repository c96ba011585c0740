using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Ledger;

namespace PianoZona.Functions.Pages;

/// <summary>The Italian words of reports and pages; those of the CSV files are a contract.</summary>
public static class ReportColumns
{
    /// <summary>In column <c>ente</c>: the whole Ambito.</summary>
    public const string WholeAmbito = "AMBITO";

    /// <summary>A severity.</summary>
    public static string Severity(Severity severity) => ReceiptWords.Of(severity);

    /// <summary>An outcome.</summary>
    public static string Outcome(Outcome outcome) => ReceiptWords.Of(outcome);

    /// <summary>Where a finding stands.</summary>
    public static string Status(FindingStatus status) => status switch
    {
        FindingStatus.Open => "aperto",
        FindingStatus.Justified => "giustificato",
        FindingStatus.Closed => "chiuso",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>A kind of movement.</summary>
    public static string Kind(EntryKind kind) => KindNames.Italian(kind);
}
