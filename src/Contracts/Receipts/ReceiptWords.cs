namespace PianoZona.Contracts.Receipts;

/// <summary>The Italian words of a receipt, the same on its page, in its workbook and on a terminal.</summary>
public static class ReceiptWords
{
    /// <summary>Heading of figures that are accepted and stand in no book.</summary>
    public const string NotPosted = "Non registrato nei conti";

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
}
