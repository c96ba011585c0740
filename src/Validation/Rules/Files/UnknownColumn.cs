using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Files;

/// <summary>
/// PZ2002: a column that the flow does not have. An error when it looks like one that is missing, else a warning: it is
/// ignored.
/// </summary>
internal static class UnknownColumn
{
    public const string Code = "PZ2002";

    // A misspelt required column is worth a bolder guess: without it the file is refused anyway.
    private const int LikeRequired = 65;
    private const int LikeOptional = 75;

    public static Breach For(string name, IReadOnlyList<Column> missing)
    {
        string? nearest =
            NearestName.Of(name, missing.Where(column => column.Required).Select(column => column.Name), LikeRequired)
            ?? NearestName.Of(
                name, missing.Where(column => !column.Required).Select(column => column.Name), LikeOptional);
        return nearest is null
            ? new Breach(Code, ("motivo", "non è usata: il suo contenuto viene ignorato"))
            {
                Severity = Severity.Warning,
            }
            : new Breach(Code, ("motivo", $"sembra la colonna «{nearest}», che manca")) { Expected = nearest };
    }
}
