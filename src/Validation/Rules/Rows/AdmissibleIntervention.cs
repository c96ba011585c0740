using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ4011: the fund year has a list of interventions, and this one is not on it: a warning, since lists age.
/// </summary>
internal sealed class AdmissibleIntervention(Ambito ambito) : IDiscoveredRowRule
{
    public const string Code = "PZ4011";

    private readonly Dictionary<(string Fund, long Year, string Intervention), Breach?> known = [];

    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow == Rendicontazione.Schema ? [new AdmissibleIntervention(context.Ambito)] : [];

    public Breach? Check(RowView row)
    {
        if (row.Values.Text(Rendicontazione.Fondo) is not { } fund
            || row.Values.Integer(Rendicontazione.Annualita) is not { } year
            || row.Values.Text(Rendicontazione.Intervento) is not { } intervention)
        {
            return null;
        }

        if (!known.TryGetValue((fund, year, intervention), out Breach? breach))
        {
            known[(fund, year, intervention)] = breach = Compare(fund, (int)year, intervention);
        }

        return breach;
    }

    private static bool Names(IReadOnlyList<string> interventions, string intervention)
    {
        string key = TextKey.Compact(intervention);
        return interventions.Any(one => TextKey.Compact(one) == key);
    }

    private Breach? Compare(string fund, int year, string intervention)
    {
        IReadOnlyList<string> admissible = ambito.FindFund(fund)?.Rules.Of(year).Interventions ?? [];
        return admissible.Count == 0 || Names(admissible, intervention)
            ? null
            : new Breach(Code, ("fondo", fund), ("ammessi", string.Join("; ", admissible)))
            { At = Rendicontazione.Intervento, Expected = NearestName.OfPart(intervention, admissible) };
    }
}
