using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Rules;
using PianoZona.Validation.Persons;
using PianoZona.Validation.Rules.Cells;
using PianoZona.Validation.Rules.Files;

namespace PianoZona.Validation;

/// <summary>Checks where a file was put: <c>{mittente}/{flusso}/{periodo}/{nomefile}</c>.</summary>
public static class Envelope
{
    /// <summary>
    /// Checks a path (PZ1008, PZ1009, PZ1010, PZ1011) and whether that sender may send that flow (PZ4010).
    /// </summary>
    /// <param name="blobName">Path in the inbox.</param>
    /// <param name="ambitoOfSender">The Ambito a sender code belongs to; null when nobody has it.</param>
    /// <param name="ruleSet">The version of the rules; null = the latest.</param>
    public static EnvelopeResult Check(string blobName, Func<string, Ambito?> ambitoOfSender, string? ruleSet = null)
    {
        string version = ruleSet ?? RuleSets.Latest;
        // What is no code of the hub may be anything, and is told again.
        string[] parts = [.. blobName.Split('/').Select(GivenName.Of)];
        bool wellFormed = parts.Length == 4 && parts.All(part => part.Trim().Length > 0);
        string[] padded = [.. parts, string.Empty, string.Empty, string.Empty];
        EnvelopeResult empty = new(
            padded[0], padded[1], padded[2], parts.Length > 3 ? parts[^1] : string.Empty, null, []);
        ProblemLog log = new(version);
        if (!wellFormed)
        {
            log.Add(UploadPath.Invalid(), default);
            return empty with { Problems = log.List() };
        }

        Ambito? ambito = ambitoOfSender(empty.Sender);
        Sender? sender = ambito is null ? null : FormerBody.Under(version, ambito).FindSender(empty.Sender);
        FormerCode? former = sender?.FindFormer(empty.Sender);
        FlowSchema[] flows = [.. FlowCatalogue.In(version)];
        FlowSchema? flow = Array.Find(flows, known => known.Code == empty.Flow);
        bool isPeriod = Period.TryParse(empty.Period, out Period? period);
        Add(log, UploadPath.Sender(empty.Sender, sender));
        Add(log, UploadPath.Flow(empty.Flow, flow, flows));
        Add(log, UploadPath.PeriodOf(empty.Flow, flow, empty.Period, period));
        Add(log, SenderOfFlow.Check(ambito, sender, flow));
        return ambito is not null && sender is not null && flow is not null && isPeriod && log.Counts.Count == 0
            ? empty with
            {
                Context = new UploadContext(ambito, sender, flow, period!, NilReturn: false) { SentUnder = former },
            }
            : empty with { Problems = log.List() };
    }

    private static void Add(ProblemLog log, Breach? breach)
    {
        if (breach is not null)
        {
            log.Add(breach, default);
        }
    }
}
