using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;

namespace PianoZona.Reading.Xlsx;

/// <summary>
/// A workbook cannot be read, and why in words for the sender: thrown deep inside a part, caught where the file is
/// opened.
/// </summary>
internal sealed class WorkbookFaultException(Problem problem) : IOException(problem.Message)
{
    /// <summary>What is wrong.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>PZ1007: damaged, protected or suspect.</summary>
    /// <param name="reason">Completes "Il file Excel non è stato letto: …".</param>
    public static WorkbookFaultException Suspect(string reason) => new(Refusal.SuspectWorkbook(reason));

    /// <summary>PZ1007: not what a ZIP or the XML in it should be.</summary>
    public static WorkbookFaultException Damaged(string what) => Suspect($"{what} è danneggiato o incompleto");

    /// <summary>PZ1002: a ZIP that is no XLSX.</summary>
    public static WorkbookFaultException NotXlsx(string reason) =>
        new(Refusal.NotReadable(Location.File, reason, Refusal.SaveAsXlsx));
}
