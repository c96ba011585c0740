using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
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

    /// <summary>A column of the file with its name, as far as it is told.</summary>
    public static Place PlaceOf(IRowSource source, int index)
    {
        string name = source.Header[index].Trim();
        return new Place(source.HeaderRow, index, name.Length > 60 ? name[..60] + "…" : name);
    }

    /// <summary>A column with the money of a fund that the Ambito does not have: it would be lost.</summary>
    /// <param name="ambito">Whose funds may be written.</param>
    public static Breach OfNoFund(Ambito ambito)
    {
        string funds = ambito.Funds.Count == 0
            ? string.Empty
            : $" un fondo dell'Ambito ({string.Join(", ", ambito.Funds.Select(fund => fund.Code))}) oppure";
        return new Breach(
            Code,
            ("motivo", "i suoi importi sono parte del previsto, ma l'Ambito non ha un fondo con questo nome: si può "
                + $"scrivere{funds} «{BilancioAmbito.AltriFondi.Name}»"))
        { Expected = BilancioAmbito.AltriFondi.Name };
    }

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
