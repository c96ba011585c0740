using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Periods;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Amendments;

/// <summary>Holds back what comes for a period that was approved or closed (<i>rettifiche</i>).</summary>
public sealed class AmendmentHold(
    PeriodRegister periods,
    DeadlineRegister deadlines,
    IDecisionLog decisions,
    IAmbitoDirectory ambiti,
    TimeProvider time)
{
    private const string Code = "PZ1018";

    /// <summary>
    /// Whether an accepted upload must wait. One that must is on record after this; repeating it changes nothing.
    /// </summary>
    /// <param name="posting">What it would post.</param>
    /// <param name="received">The day it came; null when that is not known.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Why it must, in Italian, as the rule says it; null when it counts.</returns>
    public async Task<string?> HoldsAsync(Posting posting, DateOnly? received, CancellationToken cancellationToken)
    {
        UploadSlot slot = posting.Slot;
        string? reason = await ReasonAsync(posting, received, cancellationToken);

        // Staff may have decided between an attempt that was interrupted and this one.
        if (reason is not null
            && (
                await decisions.ListAsync(slot.Ambito, DecisionKinds.Amendment, posting.ReceiptId, cancellationToken)
            ).Count == 0)
        {
            Amendment waiting = new(AmendmentState.Waiting, null);
            await decisions.AppendAsync(
                slot.Ambito,
                AmendmentDecision.Of(posting.ReceiptId, waiting, slot.Sender, time.GetUtcNow()),
                cancellationToken);
        }

        return reason;
    }

    /// <summary>The receipt of an upload that waits: the same verdict, and why nothing of it counts yet.</summary>
    public static Receipt Waiting(Receipt receipt, string reason)
    {
        Problem waits = RuleCatalogue.Of(Code).At(Location.File, ("periodo", receipt.Period), ("motivo", reason));
        return receipt with
        {
            Outcome = Outcome.AcceptedWithWarnings,
            Problems = [waits, .. receipt.Problems],
            ProblemCounts = new SortedDictionary<string, int>(
                receipt.ProblemCounts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
            {
                [Code] = 1,
            },
        };
    }

    /// <summary>Whether a receipt says that its upload waits.</summary>
    public static bool HasWaited(Receipt receipt) => receipt.ProblemCounts.ContainsKey(Code);

    /// <summary>Why an upload would have to wait, in Italian, as the rule says it; null when it would count.</summary>
    public async Task<string?> ReasonAsync(Posting posting, DateOnly? received, CancellationToken cancellationToken)
    {
        if (await periods.IsFrozenAsync(posting.Slot, cancellationToken))
        {
            return "le cifre sono già state approvate";
        }

        Ambito? ambito = (await ambiti.GetAsync(cancellationToken)).Find(posting.Slot.Ambito);
        return
            ambito is not null
            && await deadlines.LockedSinceAsync(ambito, posting, received, cancellationToken) is { } day
            ? $"la raccolta è chiusa dal {Italian.Day(day)}"
            : null;
    }
}
