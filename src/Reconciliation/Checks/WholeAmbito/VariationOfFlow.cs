using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-23: what a body tells in a flow has not changed, purpose by purpose, by more than the threshold of the flow on
/// the same period of the year before. What was nothing, or not told, has no ratio. It is only told, unless the Ambito
/// has asked to be warned.
/// </summary>
/// <remarks>
/// It compares files, so it is no rule of a receipt: which file came first would decide what a receipt says.
/// </remarks>
internal sealed class VariationOfFlow : IAmbitoCheck
{
    public string Code => "RIC-23";

    // What is granted is compared by RIC-11, fund year by fund year.
    public IEnumerable<Discrepancy> Check(AmbitoFigures figures) =>
        from flow in figures.InOrder.SelectMany(state => state.Contributions)
            .GroupBy(one => one.Slot.Flow, StringComparer.Ordinal)
        where flow.Key != Assegnazioni.Schema.Code
        where figures.Ambito.Flows.Any(settings => settings.Flow == flow.Key && settings.YearOnYearAlert is not null)
        from found in Check(figures, flow.Key, flow)
        select found;

    private IEnumerable<Discrepancy> Check(
        AmbitoFigures figures, string flow, IEnumerable<Contribution> contributions)
    {
        ILookup<Place, Part> told = contributions
            .SelectMany(one => one.Entries.Select(entry => new Part(one, entry)))
            .Where(part => part.Entry.Beneficiary is not null)
            .ToLookup(part => new Place(
                part.Of.Slot.Period, part.Entry.Beneficiary!, part.Entry.Fund.Fund, part.Entry.Kind,
                part.Entry.Purpose));
        HashSet<(string Period, string Body)> tellers = [.. told.Select(place => (place.Key.Period, place.Key.Body))];
        Dictionary<string, string?> yearAfter = tellers.Select(teller => teller.Period)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(period => period, period => Period.Parse(period).AddYears(1)?.Text, StringComparer.Ordinal);
        foreach (IGrouping<Place, Part> before in told.OrderBy(place => place.Key.Order, StringComparer.Ordinal))
        {
            // A body that told something, and not this, has it no more.
            if (yearAfter[before.Key.Period] is { } year && tellers.Contains((year, before.Key.Body)))
            {
                Part[] now = [.. told[before.Key with { Period = year }]];
                FlowSettings settings = figures.Ambito.SettingsOf(flow, before.Key.Body);
                if (Variation(Sum(before), Sum(now)) is { } variation
                    && Math.Abs(variation) > settings.YearOnYearAlert)
                {
                    yield return Report(figures, settings, before.Key with { Period = year }, [.. before], now);
                }
            }
        }
    }

    private Discrepancy Report(
        AmbitoFigures figures, FlowSettings settings, Place place, Part[] before, Part[] now)
    {
        (Money old, Money current) = (Sum(before), Sum(now));
        decimal variation = Variation(old, current)!.Value;
        FundKey fund = (now.Length > 0 ? now : before).Max(part => part.Entry.Fund)!;
        DiscrepancyFacts facts = new(
            Code, settings.IsBuiltIn ? Severity.Info : Severity.Warning, fund, place.Body, current, old,
            [
                .. before.Concat(now).GroupBy(part => part.Of.ReceiptId, StringComparer.Ordinal).Select(file =>
                    new Evidence(file.Key, RowSet.Union(file.Select(part => part.Entry.Rows)).ToString())),
            ]);
        return figures.Writer.Write(
            facts,
            ("flusso", settings.Flow), ("periodo", place.Period),
            ("voce", place.Purpose is { } purpose ? $", {purpose}" : string.Empty),
            ("parola", KindNames.Italian(place.Kind)),
            ("prima", old.ToItalian()), ("dopo", current.ToItalian()),
            ("variazione", (variation > 0 ? "+" : string.Empty) + DiscrepancyWriter.Percent(variation)),
            ("soglia", DiscrepancyWriter.Percent(settings.YearOnYearAlert!.Value)));
    }

    private static decimal? Variation(Money before, Money now) =>
        before > Money.Zero ? (decimal)(now - before).Cents / before.Cents : null;

    private static Money Sum(IEnumerable<Part> parts) =>
        parts.Aggregate(Money.Zero, (sum, part) => sum + part.Entry.Amount);

    private sealed record Part(Contribution Of, LedgerEntry Entry);

    // What is compared: of whom, in what, when.
    private sealed record Place(string Period, string Body, string Fund, EntryKind Kind, string? Purpose)
    {
        public string Order => string.Join('\n', Period, Body, Fund, Kind, Purpose);
    }
}
