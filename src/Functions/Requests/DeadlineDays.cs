using Microsoft.AspNetCore.Http;
using PianoZona.Contracts.Calendar;
using PianoZona.Hub.Deadlines;

namespace PianoZona.Functions.Requests;

/// <summary>Which days' deadlines are asked for: <c>?dal=2026-01-01&amp;al=2026-06-30</c>.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="WithOpen">Whether what is still to be done is wanted too, however long ago it was due.</param>
internal sealed record DeadlineDays(DateOnly First, DateOnly Last, bool WithOpen)
{
    /// <summary>What is told to who asks for no days.</summary>
    public const string Mistake =
        "I giorni («dal», «al») vanno scritti come 2026-06-15, il primo non dopo il secondo, al massimo tre anni.";

    private const string From = "dal";
    private const string To = "al";
    private const int DaysAhead = 240;
    private const int MostDays = 1100;

    /// <summary>The days asked for; null when they are none.</summary>
    public static DeadlineDays? In(HttpRequest request, DateOnly today) =>
        DayAsked.In(request, From, today.AddDays(-DeadlineRegister.DaysBack)) is { } first
        && DayAsked.In(request, To, today.AddDays(DaysAhead)) is { } last
        && last.DayNumber - first.DayNumber is >= 0 and <= MostDays
            ? new DeadlineDays(first, last, request.Query[From].ToString().Length == 0)
            : null;

    /// <summary>The obligations of those days, by day.</summary>
    public IEnumerable<Obligation> Of(Obligations calendar) =>
        (WithOpen ? calendar.Open.Where(one => one.Due < First) : [])
        .Concat(calendar.Between(First, Last))
        .OrderBy(one => one.OnTimeUntil)
        .ThenBy(one => one.Rule.Id, StringComparer.Ordinal)
        .ThenBy(one => one.Body.Code, StringComparer.Ordinal);
}
