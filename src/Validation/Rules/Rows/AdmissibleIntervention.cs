using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Validation.Text;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4011: the fund has a list of interventions, and this one is not on it: a warning, since lists age.</summary>
internal sealed class AdmissibleIntervention(Ambito ambito) : IRowRule
{
    public const string Code = "PZ4011";

    private readonly Dictionary<(string Fund, string Intervention), Finding?> known = [];

    public Finding? Check(RowView row)
    {
        if (row.Values.Text(Rendicontazione.Fondo) is not { } fund || row.Values.Text(Rendicontazione.Intervento) is not { } intervention)
        {
            return null;
        }

        if (!known.TryGetValue((fund, intervention), out Finding? finding))
        {
            known[(fund, intervention)] = finding = Compare(fund, intervention);
        }

        return finding;
    }

    private Finding? Compare(string fund, string intervention)
    {
        IReadOnlyList<string> admissible = ambito.FindFund(fund)?.Rules.Interventions ?? [];
        string key = TextKey.Compact(intervention);
        return admissible.Count == 0 || admissible.Any(one => string.Equals(TextKey.Compact(one), key, StringComparison.Ordinal))
            ? null
            : new Finding(Code, ("fondo", fund), ("ammessi", string.Join("; ", admissible)))
            { At = Rendicontazione.Intervento, Expected = Nearest.OfParts(intervention, admissible) };
    }
}
