using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-19: the fund has the fund year that movements are on. One that it does not have is mostly a year of spending in
/// its place.
/// </summary>
internal sealed class YearOfFund : IFundCheck
{
    public string Code => "RIC-19";

    public IEnumerable<Discrepancy> Check(FundFigures figures)
    {
        YearSpan years = figures.Ambito.FindFund(figures.State.Fund.Fund)?.Years ?? YearSpan.Always;
        if (years.Contains(figures.State.Fund.Year))
        {
            yield break;
        }

        DiscrepancyFacts facts = new(
            Code,
            Severity.Warning,
            figures.State.Fund,
            null,
            null,
            null,
            EvidenceList.Of(figures.State, (LedgerEntry _) => true));
        yield return figures.Writer.Write(
            facts, ("anni", years.InWords()), ("fonte", years.Source is { } source ? $" ({source})" : string.Empty));
    }
}
