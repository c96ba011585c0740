using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Text;

namespace PianoZona.Reconciliation.Checks;

/// <summary>
/// RIC-06: an area gets at least its share of what is committed on the fund. Rows that name no area might all be of
/// this one, so it is reported only where even then the share is not reached. What one Region asks is asked of its own
/// Ambiti, and of those that name no Region.
/// </summary>
internal sealed class MinimumAreaShare : IFundCheck
{
    public string Code => "RIC-06";

    public IEnumerable<Discrepancy> Check(FundFigures figures) =>
        figures.Rules.MinAreaShare
            .Where(minimum => minimum.Region is not { } region || figures.Ambito.Region is not { } here
                || NameKey.Of(region) == NameKey.Of(here))
            .SelectMany(minimum => Check(figures, minimum));

    private IEnumerable<Discrepancy> Check(FundFigures figures, AreaShare minimum)
    {
        if (figures.Whole.Committed is not { } committed || committed <= Money.Zero)
        {
            yield break;
        }

        Money most = figures.Entries
            .Select(pair => pair.Entry)
            .Where(entry => entry.Kind == EntryKind.Committed && (entry.Area is null || entry.Area == minimum.Area))
            .Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount);
        Money required = new((long)Math.Ceiling(committed.Cents * minimum.Share));
        if (required - most > Money.Zero && required - most > figures.ToleranceOf(Rendicontazione.Schema.Code))
        {
            yield return figures.Report(
                Code,
                Severity.Warning,
                figures.Whole,
                most,
                required,
                [EntryKind.Committed],
                ("area", minimum.Area),
                ("importo", most.ToItalian()),
                ("totale", committed.ToItalian()),
                ("percento", DiscrepancyWriter.Percent((decimal)most.Cents / committed.Cents)),
                ("minimo", DiscrepancyWriter.Percent(minimum.Share)));
        }
    }
}
