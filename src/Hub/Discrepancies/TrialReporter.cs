using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;

namespace PianoZona.Hub.Discrepancies;

/// <summary>
/// An accepted upload in force on which a rule on trial has something to say: if the rule held, it would weigh so.
/// </summary>
/// <param name="Rule">The rule on trial; its <see cref="Rule.Severity"/> is what a breach will weigh.</param>
/// <param name="Slot">Who sent it, of which flow and period.</param>
/// <param name="Breaches">How many cells or rows breach the rule.</param>
public sealed record TrialFailure(Rule Rule, UploadSlot Slot, string ReceiptId, int Breaches);

/// <summary>Who would fail if the rules on trial held today.</summary>
public sealed class TrialReporter(ILedger ledger, IReceiptStore receipts)
{
    /// <summary>The uploads in force that breach a rule on trial, by rule, sender, flow and period.</summary>
    /// <remarks>
    /// What was refused or replaced is left out: it stands for nothing any more. Two listings, no receipt is read.
    /// </remarks>
    public async Task<IReadOnlyList<TrialFailure>> ReportAsync(Ambito ambito, CancellationToken cancellationToken)
    {
        Dictionary<string, UploadSlot> inForce = await ledger
            .ListCurrentAsync(ambito.Code, cancellationToken)
            .ToDictionaryAsync(
                upload => upload.ReceiptId, upload => upload.Slot, StringComparer.Ordinal, cancellationToken);
        List<TrialFailure> failures = [];
        await foreach ((string receipt, string code, int breaches) in receipts.ListTrialsAsync(cancellationToken))
        {
            if (inForce.TryGetValue(receipt, out UploadSlot? slot) && RuleCatalogue.Find(code) is { Trial: true } rule)
            {
                failures.Add(new TrialFailure(rule, slot, receipt, breaches));
            }
        }

        return [.. failures
            .OrderBy(failure => failure.Rule.Code, StringComparer.Ordinal)
            .ThenBy(failure => failure.Slot.Sender, StringComparer.Ordinal)
            .ThenBy(failure => failure.Slot.Flow, StringComparer.Ordinal)
            .ThenBy(failure => failure.Slot.Period, StringComparer.Ordinal)];
    }
}
