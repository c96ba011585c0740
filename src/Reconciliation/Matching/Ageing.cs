using PianoZona.Contracts.Receipts;

namespace PianoZona.Reconciliation.Matching;

/// <summary>How old something is that stays open, in classes of thirty days from the close of its period.</summary>
internal static class Ageing
{
    private const int ClassOfDays = 30;

    /// <summary>
    /// The class in words: <c>0-30</c>, <c>31-60</c>, <c>61-90</c>, <c>oltre 90</c>; of a period that runs, <c>in
    /// corso</c>.
    /// </summary>
    /// <param name="days">Days since the close; negative while the period runs.</param>
    public static string ClassOf(int days) => days switch
    {
        < 0 => "in corso",
        <= 30 => "0-30",
        <= 60 => "31-60",
        <= 90 => "61-90",
        _ => "oltre 90",
    };

    /// <summary>
    /// How much it weighs that something is open: within the term nothing, for thirty days more an information, then a
    /// warning.
    /// </summary>
    /// <param name="days">Days since the close.</param>
    /// <param name="term">Days within which it was to be done.</param>
    public static Severity? SeverityOf(int days, int term) =>
        days <= term ? null : days <= term + ClassOfDays ? Severity.Info : Severity.Warning;
}
