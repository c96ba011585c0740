using System.Globalization;
using PianoZona.Contracts.Calendar;

namespace PianoZona.Contracts.Text;

/// <summary>Days, numbers and moments as people in Italy write them. Forms for programs are invariant.</summary>
public static class Italian
{
    private const int HashGroup = 4;

    /// <summary>The culture of what people read.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("it-IT");

    /// <summary><c>30/06/2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1 febbraio 2026, 10:00</c>, in the time of Italy.</summary>
    public static string Moment(DateTimeOffset moment) =>
        RomeTime.Local(moment).ToString("d MMMM yyyy, HH:mm", Culture);

    /// <summary><c>1.234</c>.</summary>
    public static string Number(long number) => number.ToString("N0", Culture);

    /// <summary><c>1.234</c>: the decimals are rounded away.</summary>
    public static string Number(decimal number) => number.ToString("N0", Culture);

    /// <summary><c>1 riga</c>, <c>0 righe</c>, <c>1.234 righe</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="many">The word for none and for several.</param>
    public static string Counted(long number, string one, string many) =>
        $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>A figure for programs as people read it: amounts have a dot and decimals, counts have none.</summary>
    public static string Figure(string canonical) =>
        decimal.Parse(canonical, NumberStyles.Number, CultureInfo.InvariantCulture)
            .ToString(canonical.Contains('.', StringComparison.Ordinal) ? "N2" : "N0", Culture);

    /// <summary>A hash in groups of four digits, which people compare.</summary>
    public static string Grouped(string hash) =>
        string.Join(' ', hash.Chunk(HashGroup).Select(part => new string(part)));

    /// <summary><c>1.234,56</c>.</summary>
    public static string TwoDecimals(decimal number) => number.ToString("N2", Culture);
}
