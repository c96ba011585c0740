using System.Globalization;

namespace PianoZona.Contracts.Receipts;

/// <summary>The Italian words of a receipt, the same on its page, in its workbook and on a terminal.</summary>
public static class ReceiptWords
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>A verdict.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "accettato",
        Outcome.AcceptedWithWarnings => "accettato con avvisi",
        Outcome.Refused => "respinto",
        Outcome.Quarantined => "in quarantena",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>A severity.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "errore",
        Severity.Warning => "avviso",
        Severity.Info => "informazione",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    /// <summary>A number as people write it: <c>1.234</c>.</summary>
    public static string Number(int value) => value.ToString("N0", Italian);

    /// <summary>A moment, in the time of Italy: <c>1 febbraio 2026, 10:00</c>.</summary>
    public static string Moment(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Rome).ToString("d MMMM yyyy, HH:mm", Italian);
}
