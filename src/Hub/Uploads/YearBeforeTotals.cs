using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;
using PianoZona.Validation;

namespace PianoZona.Hub.Uploads;

/// <summary>
/// What the same sender's upload of the year before came to, for the warning on unusual changes (PZ5003). It is given
/// before a file is sent and on no receipt; of what was sent the check RIC-23 tells.
/// </summary>
public sealed class YearBeforeTotals(ILedger ledger)
{
    /// <summary>
    /// Adds the totals in force for the year before, where the flow and its settings compare years: one storage
    /// transaction, else none.
    /// </summary>
    public async Task<EnvelopeResult> AddToAsync(EnvelopeResult envelope, CancellationToken cancellationToken)
    {
        if (envelope.Context is not { ComparesYears: true } context)
        {
            return envelope;
        }

        string before = (context.Period.Year - 1).ToString(CultureInfo.InvariantCulture);
        UploadSlot slot = new(context.Ambito.Code, context.Sender.Code, context.Flow.Code, before);
        return await ledger.ReadCurrentAsync(slot, cancellationToken) is { } posting
            ? envelope with { Context = context with { YearBefore = TotalsOf(posting) } }
            : envelope;
    }

    // Of spesa-sociale, what was paid is the amount and its purpose the area.
    private static Dictionary<(string Body, string Area), Money> TotalsOf(Posting posting) => posting.Entries
        .Where(entry => entry is { Kind: EntryKind.Paid, Beneficiary: not null, Purpose: not null })
        .GroupBy(entry => (entry.Beneficiary!, entry.Purpose!))
        .ToDictionary(area => area.Key, area => area.Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount));
}
