using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation.Matching;

/// <summary>
/// Puts the deliveries of a fund year beside the reports they belong to: each delivery and each reported amount stands
/// in exactly one match.
/// </summary>
internal sealed class ServiceMatches
{
    private readonly Ambito ambito;
    private readonly FundState state;
    private readonly ILookup<Key, ServiceLine> reports;
    private readonly ILookup<(Period Period, string Service), ServiceLine> reportsOfService;
    private readonly HashSet<(Period Period, string Body)> reporting;

    private readonly Dictionary<string, PeriodKinds> kinds = new(StringComparer.Ordinal);

    // From the shortest: who reports quarters and the year reports the rest of it with the year.
    private readonly IReadOnlyList<Period> periods;

    private ServiceMatches(Ambito ambito, FundState state)
    {
        (this.ambito, this.state) = (ambito, state);
        ServiceLine[] lines = [.. ServiceLine.Reports(state)];
        reports = lines.ToLookup(line => new Key(line.Period, line.Body, line.Service));
        reportsOfService = lines.ToLookup(line => (line.Period, line.Service));
        reporting = [.. lines.Select(line => (line.Period, line.Body))];
        periods = [.. lines.Select(line => line.Period).Distinct().OrderBy(LengthOf)];
    }

    /// <summary>The matches of a fund year, by period, body and service.</summary>
    public static IReadOnlyList<ServiceMatch> Of(Ambito ambito, FundState state) =>
        new ServiceMatches(ambito, state).Pair();

    /// <summary>Whether a body that is no Comune reports for a Comune.</summary>
    public static bool IsAgencyFor(Ambito ambito, string body, string comune) =>
        ambito.FindSender(body) is { Kind: not SenderKind.Comune } agency && ambito.MaySendFor(agency, comune);

    private IReadOnlyList<ServiceMatch> Pair()
    {
        ILookup<Key, ServiceLine> delivered = ServiceLine.Deliveries(state).ToLookup(PlaceOf);
        return
        [
            .. delivered.Select(match => match.Key).Union(reports.Select(match => match.Key))
                .OrderBy(key => key.Period.First)
                .ThenBy(key => LengthOf(key.Period))
                .ThenBy(key => key.Body, StringComparer.Ordinal)
                .ThenBy(key => key.Service, StringComparer.Ordinal)
                .Select(key => new ServiceMatch(
                    state.Fund,
                    key.Service,
                    key.Period,
                    key.Body,
                    reporting.Contains((key.Period, key.Body)),
                    [.. delivered[key]],
                    [.. reports[key]])),
        ];
    }

    // The report of the service, of the Comune or else of an agency for it; else a report of other services by the
    // Comune; else one to come.
    private Key PlaceOf(ServiceLine delivery)
    {
        Period[] covering = [.. periods.Where(period => period.Covers(delivery.Period))];
        foreach (Period period in covering)
        {
            ServiceLine[] there = [.. reportsOfService[(period, delivery.Service)]];
            if ((
                    there.FirstOrDefault(line => line.Body == delivery.Body)
                    ?? there.FirstOrDefault(line => IsAgencyFor(ambito, line.Body, delivery.Body))) is
                { } report)
            {
                return new Key(period, report.Body, delivery.Service);
            }
        }

        Period expected = covering.FirstOrDefault(period => reporting.Contains((period, delivery.Body)))
            ?? Enclosing(delivery.Period, KindOfReportsFor(delivery.Body));
        return new Key(expected, delivery.Body, delivery.Service);
    }

    // How long the periods are that are reported for a Comune on this fund year, whatever the intervention; the year
    // when nothing was yet.
    private PeriodKinds KindOfReportsFor(string comune)
    {
        if (!kinds.TryGetValue(comune, out PeriodKinds kind))
        {
            kind = state
                .Contributions.Where(contribution =>
                    contribution.Slot.Flow == Rendicontazione.Schema.Code
                    && contribution
                        .Entries.Select(entry => entry.Beneficiary)
                        .OfType<string>()
                        .Distinct(StringComparer.Ordinal)
                        .Any(body => body == comune || IsAgencyFor(ambito, body, comune)))
                .Select(contribution => Period.Parse(contribution.Slot.Period))
                .OrderBy(LengthOf)
                .Select(period => period.Kind)
                .FirstOrDefault(PeriodKinds.Year);
            kinds[comune] = kind;
        }

        return kind;
    }

    private static Period Enclosing(Period month, PeriodKinds kind) =>
        Period.Parse(
            kind switch
            {
                PeriodKinds.Quarter => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{month.Year}-T{((month.First.Month - 1) / 3) + 1}"),
                PeriodKinds.HalfYear => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{month.Year}-S{((month.First.Month - 1) / 6) + 1}"),
                _ => month.Year.ToString(CultureInfo.InvariantCulture),
            });

    private static int LengthOf(Period period) => period.Last.DayNumber - period.First.DayNumber;

    private sealed record Key(Period Period, string Body, string Service);
}
