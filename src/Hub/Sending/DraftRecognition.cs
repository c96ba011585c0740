using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
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

    /// <summary>The last day on which a draft is in time; null = it cannot be late.</summary>
    public async Task<DateOnly?> TermOfAsync(
        SendingParty party, DraftFacts facts, CancellationToken cancellationToken)
    {
        Obligations calendar = new(
            party.Ambito, await deadlines.MovesAsync(party.Ambito, cancellationToken), [], RomeTime.Today(time));
        return Period.TryParse(facts.Period ?? string.Empty, out Period? period)
            ? calendar.TermOf(party.Body, facts.Flow!, period)
            : null;
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
