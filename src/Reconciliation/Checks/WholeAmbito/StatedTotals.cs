using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-15: a total that a text or a form states (configuration, <c>statedTotals</c>) is what the uploads add up to. One
/// of which nothing was received is not compared: missing is not zero.
/// </summary>
internal sealed class StatedTotals : IAmbitoCheck
{
    public string Code => "RIC-15";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures) =>
        from stated in figures.Ambito.StatedTotals
        let states = figures
            .InOrder.Where(state =>
                state.Fund.Year == stated.Year && (stated.Fund ?? state.Fund.Fund) == state.Fund.Fund)
            .ToList()
        where states.TrueForAll(state => stated.Kind != EntryKind.Assigned || !GrantBasis.AreMixed(state))
        let computed = SumOf(states, stated)
        where computed is not null && computed != stated.Amount
        let qualifier = AmountQualifier.OfSum(Parts(states, stated).Select(entry => entry.Qualifier))
        let severity = stated.Amount > computed
            ? QualifierWeight.Above(qualifier, Severity.Warning)
            : QualifierWeight.Beside(qualifier, Severity.Warning)
        where severity is not null
        select Report(figures, stated, states, computed.Value, qualifier, severity.Value);

    private static IEnumerable<LedgerEntry> Parts(IEnumerable<FundState> states, StatedTotal stated) => states
        .SelectMany(CountedEntries.Of)
        .Where(entry => IsPart(stated, entry));

    private static Money? SumOf(IEnumerable<FundState> states, StatedTotal stated) =>
        Parts(states, stated).Select(entry => (Money?)entry.Amount).SumOrMissing();

    private Discrepancy Report(
        AmbitoFigures figures,
        StatedTotal stated,
        List<FundState> states,
        Money computed,
        string? qualifier,
        Severity severity)
    {
        DiscrepancyFacts facts = new(
            Code,
            severity,
            stated.Fund is { } fund ? new FundKey(fund, stated.Year) : null,
            stated.Body,
            stated.Amount,
            computed,
            [.. states.SelectMany(state => EvidenceList.Of(state, (LedgerEntry entry) => IsPart(stated, entry)))]);
        Discrepancy found = figures.Writer.Write(
            facts,
            ("fonte", stated.Source),
            ("anno", stated.Year.ToString(CultureInfo.InvariantCulture)),
            ("fondi", stated.Fund ?? "tutti i fondi"),
            ("parola", StatedTotal.Words.First(word => word.Value == stated.Kind).Key),
            ("dichiarato", stated.Amount.ToItalian()),
            ("calcolato", AmountQualifier.InWords(computed, qualifier)),
            ("differenza", DiscrepancyWriter.MoreOrLess(stated.Amount - computed)));
        return found with { Year = stated.Year };
    }

    private static bool IsPart(StatedTotal stated, LedgerEntry entry) =>
        entry.Kind == stated.Kind && (stated.Body is null || stated.Body == entry.Beneficiary);
}
