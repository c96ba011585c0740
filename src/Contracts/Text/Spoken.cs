using PianoZona.Contracts.Flows;

namespace PianoZona.Contracts.Text;

/// <summary>Days and periods as people say them.</summary>
public static class Spoken
{
    private static readonly string[] Ordinals = ["primo", "secondo", "terzo", "quarto"];

    /// <summary><c>martedì 30 giugno 2026</c>; the first of a month is <c>1º</c>.</summary>
    public static string WeekDay(DateOnly day) => $"{day.ToString("dddd", Italian.Culture)} {Day(day)}";

    /// <summary><c>30 giugno 2026</c>.</summary>
    public static string Day(DateOnly day) =>
        (day.Day == 1 ? "1º" : day.Day.ToString(Italian.Culture)) + day.ToString(" MMMM yyyy", Italian.Culture);

    /// <summary>How far a day is: <c>oggi</c>, <c>domani</c>, <c>fra 15 giorni</c>, <c>da 7 giorni</c>.</summary>
    public static string Distance(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "oggi",
        1 => "domani",
        -1 => "da ieri",
        > 1 and int left => string.Create(Italian.Culture, $"fra {left} giorni"),
        int passed => string.Create(Italian.Culture, $"da {-passed:N0} giorni"),
    };

    /// <summary>What a flow is about; its code when it is none of the hub's.</summary>
    public static string OfFlow(string code) => FlowCatalogue.Find(code)?.Title ?? code;

    /// <summary><c>anno 2025</c>, <c>primo semestre 2025</c>, <c>settembre 2025</c>.</summary>
    public static string OfPeriod(string text)
    {
        Period period = Period.Parse(text);
        int months = period.First.Month - 1;
        string year = period.Year.ToString(Italian.Culture);
        return period.Kind switch
        {
            PeriodKinds.Year => $"anno {year}",
            PeriodKinds.HalfYear => $"{Ordinals[months / 6]} semestre {year}",
            PeriodKinds.Quarter => $"{Ordinals[months / 3]} trimestre {year}",
            PeriodKinds.Month => period.First.ToString("MMMM yyyy", Italian.Culture),
            _ => Day(period.First),
        };
    }
}
