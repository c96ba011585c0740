namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3006: no date, or a day that the calendar does not have.</summary>
internal static class InvalidDate
{
    public const string Code = "PZ3006";

    public static Breach Found { get; } = new(Code) { Expected = "31/12/2025" };
}
