using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Matching;

/// <summary>A movement of an upload about a service that has a name (<see cref="ServiceCatalogue"/>).</summary>
/// <param name="ReceiptId">The upload.</param>
/// <param name="Period">The period of the upload: the month of a delivery, the period of a report.</param>
/// <param name="Body">The Comune it was delivered for, or who reports it.</param>
/// <param name="Entry">The movement.</param>
internal sealed record ServiceLine(string ReceiptId, Period Period, string Body, string Service, LedgerEntry Entry)
{
    /// <summary>What providers delivered on a fund year.</summary>
    public static IEnumerable<ServiceLine> Deliveries(FundState state) =>
        Of(state, Prestazioni.Schema, EntryKind.Delivered);

    /// <summary>What bodies report on a fund year, committed and paid.</summary>
    public static IEnumerable<ServiceLine> Reports(FundState state) =>
        Of(state, Rendicontazione.Schema, EntryKind.Committed, EntryKind.Paid);

    private static IEnumerable<ServiceLine> Of(FundState state, FlowSchema flow, params EntryKind[] kinds) =>
        from contribution in state.Contributions
        where contribution.Slot.Flow == flow.Code
        let period = Period.Parse(contribution.Slot.Period)
        from entry in contribution.Entries
        let service = ServiceCatalogue.Find(entry.Purpose)
        where kinds.Contains(entry.Kind) && entry.Beneficiary is not null && service is not null
        select new ServiceLine(contribution.ReceiptId, period, entry.Beneficiary!, service, entry);
}
