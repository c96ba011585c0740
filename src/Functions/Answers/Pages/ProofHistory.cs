using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Workflow;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>What happened to a file that was sent, in order.</summary>
internal static class ProofHistory
{
    /// <summary>What happened to it.</summary>
    public static IReadOnlyList<TimelineEntry> Of(ReceiptProof proof) =>
    [
        .. Events(proof).OrderBy(one => one.At)
            .Select(one => new TimelineEntry(SentWords.MomentWithZone(one.At), one.What, one.Address)),
    ];

    /// <summary>
    /// What came after a file that did not count, and counts now; null = nothing, or the file did count.
    /// </summary>
    public static CurrentUpload? AcceptedLater(ReceiptProof proof) =>
        proof.Sent.State is SentState.Refused or SentState.Quarantined
        && proof.InForce is { } current && SentFile.IsAfter(current, proof.Sent.Receipt)
        // A receipt keeps whole seconds: what was recorded before it was ready did not come after it.
        && current.RecordedAt > proof.Receipt.FinishedAt
            ? current
            : null;

    private static IEnumerable<(DateTimeOffset At, string What, string? Address)> Events(ReceiptProof proof)
    {
        Receipt receipt = proof.Receipt;
        yield return (receipt.ReceivedAt, "Il file è arrivato.", null);
        yield return (receipt.FinishedAt, $"La ricevuta è pronta: {ReceiptWords.Of(receipt)}.", null);
        if (proof.Change is { Version: { } version })
        {
            yield return version.Replaced is { } replaced && version.CameIntoForce
                ? (version.RecordedAt, "È stato registrato al posto dell'invio precedente.",
                    Addresses.ReceiptOf(replaced))
                : (version.RecordedAt, "È stato registrato.", null);
        }

        foreach (var decided in proof.Decisions)
        {
            yield return (decided.Decision.At, WordsOf(decided.Amendment), null);
        }

        if (proof.Sent.ReplacedBy is { } by && proof.InForce is { } current)
        {
            yield return (current.RecordedAt, "Un altro invio ha preso il suo posto.", Addresses.ReceiptOf(by));
        }

        if (AcceptedLater(proof) is { } later)
        {
            yield return (
                later.RecordedAt, "Poi è stato accettato un altro file dello stesso flusso e periodo.",
                Addresses.ReceiptOf(later.ReceiptId));
        }
    }

    private static string WordsOf(Amendment amendment)
    {
        string words = amendment.State switch
        {
            AmendmentState.Waiting => "È in attesa: le cifre erano già approvate o chiuse.",
            AmendmentState.Accepted => "L'Ufficio di Piano l'ha accolto come rettifica.",
            AmendmentState.Refused => "L'Ufficio di Piano non l'ha accolto come rettifica.",
            _ => throw new ArgumentOutOfRangeException(nameof(amendment)),
        };
        return amendment.Reason is { } reason ? $"{words} Motivo: {reason}" : words;
    }
}
