namespace PianoZona.Validation.Rules.Files;

/// <summary>
/// PZ5002: a flow that must state its totals states none, neither in a TOTALE row nor when it is sent.
/// </summary>
internal static class MissingTotal
{
    public const string Code = "PZ5002";

    public static Breach? Check(UploadContext context, int rowsRead, bool hasTotalRow) =>
        context.Flow.ControlTotalRequired && rowsRead > 0 && !hasTotalRow && context.Declared?.Amount is null
            ? new Breach(Code)
            : null;
}
