using System.Globalization;
using PianoZona.Contracts.Text;

namespace PianoZona.Web.Parts;

/// <summary>Figures as pages show them.</summary>
internal static class ItalianText
{
    /// <summary>A year, or a place in a file: without dots.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>1.234,56</c>, with <c>+</c> when it is more than zero.</summary>
    public static string Signed(decimal value) => (value > 0 ? "+" : string.Empty) + Italian.TwoDecimals(value);

    /// <summary>As many decimals as it has, four at most.</summary>
    public static string Weight(decimal value) => value.ToString("0.####", Italian.Culture);

    /// <summary>How far a day is: «oggi», «domani», «fra 13 giorni», «ieri», «27 giorni fa».</summary>
    public static string Distance(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "oggi",
        1 => "domani",
        -1 => "ieri",
        > 0 and int days => $"fra {Italian.Number(days)} giorni",
        int days => $"{Italian.Number(-days)} giorni fa",
    };

    /// <summary>A canonical figure as people read it: amounts have a dot and decimals, counts have none.</summary>
    public static string Figure(string canonical) => Italian.Figure(canonical);
}
