using PianoZona.Contracts.Text;


namespace PianoZona.Validation.Rules.Cells;

/// <summary>
/// PZ3004: the column's numbers are written unusually, but all alike: read, and told once for the column.
/// </summary>
internal static class UnusualNumber
{
    public const string Code = "PZ3004";

    public static Breach DecimalPoints(int count) =>
        Found("il punto come separatore dei decimali (6.57 letto come 6,57)", count);

    public static Breach OnlyGroups(int count) =>
        Found("il punto come separatore delle migliaia (149.234 letto come 149234)", count);

    private static Breach Found(string reading, int count) =>
        new(Code, ("lettura", reading), ("quanti", Italian.Number(count)));
}
