using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Sending;

/// <summary>
/// What a draft is, by what it says and by what its sender owes: nobody is asked for what a file tells.
/// </summary>
public sealed class DraftRecognition(FlowRecognition flows, DeadlineRegister deadlines, TimeProvider time)
{
    /// <summary>Finds the flow and the period that are not known yet.</summary>
    public async Task<DraftFacts> RecogniseAsync(
        SendingParty party, DraftFile file, CancellationToken cancellationToken)
    {
        if (file.Facts is { Flow: not null, Period: not null })
        {
            return file.Facts;
        }

        Obligations calendar = await deadlines.CalendarAsync(
            party.Ambito, RomeTime.Today(time), cancellationToken);
        Obligation[] own =
        [
            .. calendar.Open.Where(one => one.Body.Code == party.Body.Code && one.Rule.Flow is not null)
                .OrderBy(one => one.OnTimeUntil),
        ];
        Recognised told = await flows.OfAsync(file.Content, own.Select(one => one.Rule.Flow!), cancellationToken);
        string? flow = file.Facts.Flow ?? told.Flow?.Code;
        return file.Facts with { Flow = flow, Period = file.Facts.Period ?? PeriodOf(flow, told, own) };
    }

    /// <summary>Until when a draft is asked for; null = no day is, or what has one is done.</summary>
    /// <remarks>By the calendar that the first page asks.</remarks>
    public async Task<DraftTerm?> TermOfAsync(
        SendingParty party, DraftFacts facts, CancellationToken cancellationToken)
    {
        if (!Period.TryParse(facts.Period ?? string.Empty, out Period? period))
        {
            return null;
        }

        DateOnly today = RomeTime.Today(time);
        Sender body = SendingBodies.Other(party.Ambito, party.Body, facts.Flow, facts.Body) ?? party.Body;
        Obligations calendar = await deadlines.CalendarOfAsync(party.Ambito, [body], today, cancellationToken);
        IReadOnlyList<Obligation> owed = calendar.OwedBy(body, facts.Flow!, period);
        Obligation[] late = [.. owed.Where(one => one.State == ObligationState.Overdue)];
        if (late.Length > 0)
        {
            return new DraftTerm(late.Min(one => one.OnTimeUntil), IsLate: true);
        }

        if (owed.Any(one => one.State != ObligationState.Unknown)
            && calendar.TermOf(body, facts.Flow!, period) is { } last)
        {
            return new DraftTerm(last, today > last);
        }

        Obligation[] indicative = [.. owed.Where(one => one.IsOpen)];
        Obligation[] past = [.. indicative.Where(one => one.IsPast)];
        DateOnly? day = past.Length > 0 ? past.Min(one => (DateOnly?)one.OnTimeUntil)
            : indicative.Max(one => (DateOnly?)one.OnTimeUntil);
        return day is { } until
            ? new DraftTerm(until, IsLate: false) { IsIndicative = true, IsPastIndicative = past.Length > 0 }
            : null;
    }

    /// <summary>What the calendar says of the period of a draft.</summary>
    public async Task<DraftAsked> AskedAsync(
        SendingParty party, DraftFacts facts, CancellationToken cancellationToken)
    {
        if (!Period.TryParse(facts.Period ?? string.Empty, out Period? period))
        {
            return DraftAsked.Nothing;
        }

        Ambito ambito = party.Ambito;
        DateOnly today = RomeTime.Today(time);
        Sender[] bodies =
        [
            .. ambito.Senders.Where(one => one.Code == party.Body.Code
                || SendingBodies.MaySendFor(ambito, party.Body, one, facts.Flow!, period)),
        ];
        Obligations calendar = await deadlines.CalendarOfAsync(ambito, bodies, today, cancellationToken);
        Obligation[] owed = [.. bodies.SelectMany(body => calendar.OwedBy(body, facts.Flow!, period))];
        if (owed.Any(one => one.State != ObligationState.Unknown))
        {
            return DraftAsked.Nothing;
        }

        // What the page of deadlines lists is not said not to be asked for.
        DateOnly listed = today.AddDays(-DeadlineRegister.DaysBack);
        if (owed.Where(one => one.Due >= listed).Max(one => (DateOnly?)one.OnTimeUntil) is { } day)
        {
            return new DraftAsked(null, day);
        }

        Period[] open =
        [
            .. calendar.Open
                .Where(one => one.Rule.Flow == facts.Flow && one.Period.Kind == period.Kind
                    && bodies.Contains(one.Body))
                .OrderBy(one => one.OnTimeUntil)
                .Select(one => one.Period)
                .DistinctBy(one => one.Text, StringComparer.Ordinal),
        ];
        return owed.Length + open.Length > 0 ? new DraftAsked(open, null) : DraftAsked.Nothing;
    }

    // The file's own, or its year where the flow has years, or the one that is waited for the longest.
    private static string? PeriodOf(string? flow, Recognised told, Obligation[] own)
    {
        bool isYearly = flow is not null && FlowCatalogue.Find(flow)?.Periods == PeriodKinds.Year;
        return told.Period?.Text
            ?? (isYearly && told.Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : null)
            ?? Array.Find(own, one => one.Rule.Flow == flow && (told.Year is null || one.Period.Year == told.Year))
                ?.Period.Text;
    }
}

/// <summary>What the calendar says of the period of a draft.</summary>
/// <param name="Instead">
/// The periods that are asked for instead of it, by their day; null = it is asked for, or its flow is asked for by no
/// calendar.
/// </param>
/// <param name="Unverified">
/// Its last day in time, which is past, where it is not known whether it was done elsewhere; null = it is known, or
/// nothing was due.
/// </param>
public sealed record DraftAsked(IReadOnlyList<Period>? Instead, DateOnly? Unverified)
{
    /// <summary>Nothing is to be said of it.</summary>
    public static DraftAsked Nothing { get; } = new(null, null);
}
