namespace PianoZona.Validation.Rules.Files;

/// <summary>PZ1014: a header and nothing below, without the declaration that there is nothing to send.</summary>
internal static class NoData
{
    public const string Code = "PZ1014";

    public static Breach? Check(int rowsRead, bool nilReturn) => rowsRead == 0 && !nilReturn ? new Breach(Code) : null;
}
