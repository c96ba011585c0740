using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation;

/// <summary>What is known about an upload before its first byte is read.</summary>
/// <param name="Ambito">The Ambito its sender belongs to.</param>
/// <param name="Sender">Who sent it.</param>
/// <param name="Flow">Its flow.</param>
/// <param name="Period">Its period.</param>
/// <param name="NilReturn">The sender declares that there are no data (<c>nulla=si</c>).</param>
public sealed record UploadContext(Ambito Ambito, Sender Sender, FlowSchema Flow, Period Period, bool NilReturn)
{
    /// <summary>False when a file is checked by itself, without the period it will be sent for: its years are then its own.</summary>
    public bool PeriodIsKnown { get; init; } = true;

    /// <summary>Whether the sender answers for the whole Ambito: the Ufficio di Piano, or the lead body of a programme.</summary>
    internal static bool AnswersForAmbito(Ambito ambito, Sender sender) =>
        sender.Kind == SenderKind.PlanOffice
        || ambito.LeadAgencies.Any(lead => string.Equals(lead.Sender, sender.Code, StringComparison.Ordinal));
}

/// <summary>What the path of an upload says.</summary>
/// <param name="Sender">Code of the sender, as in the path; empty when the path has none.</param>
/// <param name="Flow">Code of the flow, as in the path.</param>
/// <param name="Period">Period, as in the path.</param>
/// <param name="FileName">Name the sender gave the file.</param>
/// <param name="Context">Null when there is a problem.</param>
/// <param name="Problems">What is wrong with the path, all of it.</param>
public sealed record EnvelopeResult(
    string Sender, string Flow, string Period, string FileName, UploadContext? Context, IReadOnlyList<Problem> Problems);
