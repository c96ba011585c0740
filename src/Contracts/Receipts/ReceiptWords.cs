namespace PianoZona.Contracts.Receipts;

/// <summary>The Italian words of a receipt, the same on its page, in its workbook and on a terminal.</summary>
public static class ReceiptWords
{
    /// <summary>Heading of figures that are accepted and stand in no book.</summary>
    public const string NotPosted = "Non registrato nei conti";

    private const string PersonalDataCode = "PZ1013";

    /// <summary>The verdict of a receipt, with why a file is blocked.</summary>
    public static string Of(Receipt receipt) => receipt.Outcome != Outcome.Quarantined ? Of(receipt.Outcome)
        : HoldsPersonalData(receipt) ? "bloccato: dati personali" : Of(receipt.Outcome);

    /// <summary>Whether a file is blocked for the personal data in it, and not for a fault of the service.</summary>
    public static bool HoldsPersonalData(Receipt receipt) =>
        receipt.Outcome == Outcome.Quarantined && receipt.ProblemCounts.ContainsKey(PersonalDataCode);

    /// <summary>A verdict.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "accettato",
        Outcome.AcceptedWithWarnings => "accettato con avvisi",
        Outcome.Refused => "respinto",
        Outcome.Quarantined => "bloccato",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>The state of a file in quarantine: held for personal data, or for a fault of the service.</summary>
    /// <param name="codes">Rules that its receipt names.</param>
    public static string OfBlocked(IEnumerable<string> codes) =>
        codes.Contains(PersonalDataCode, StringComparer.Ordinal) ? "Bloccato: dati personali" : "Bloccato";

    /// <summary>A severity.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "errore",
        Severity.Warning => "avviso",
        Severity.Info => "informazione",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}
