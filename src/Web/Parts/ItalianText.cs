using System.Globalization;

namespace PianoZona.Web.Parts;

/// <summary>Days and numbers as people read them.</summary>
internal static class ItalianText
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary><c>30/06/2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1.234</c>.</summary>
    public static string Number(int number) => number.ToString("N0", Italian);

    /// <summary>A year, or a place in a file: without dots.</summary>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>1.234,56</c>, with <c>+</c> when it is more than zero.</summary>
    public static string Signed(decimal value) => (value > 0 ? "+" : string.Empty) + value.ToString("N2", Italian);

    /// <summary>As many decimals as it has, four at most.</summary>
    public static string Weight(decimal value) => value.ToString("0.####", Italian);

    /// <summary>A canonical figure as people read it: amounts have a dot and decimals, counts have none.</summary>
    public static string Figure(string canonical) =>
        decimal.Parse(canonical, NumberStyles.Number, CultureInfo.InvariantCulture)
            .ToString(canonical.Contains('.', StringComparison.Ordinal) ? "N2" : "N0", Italian);
}
