using System.Globalization;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Hub.Discrepancies;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Allocations;

/// <summary>
/// The residents by which a plan divides are those that were received for the year that it states (<c>bases</c>): they
/// are filled in where a beneficiary has none, and one that says otherwise is a mistake.
/// </summary>
public sealed class PlanPopulation(PopulationRegister populations)
{
    private const string Indicator = "popolazione";

    /// <summary>Fills the residents into a plan; where none were received, those of the configuration.</summary>
    /// <returns>The beneficiaries whose residents are not those that were received.</returns>
    public async Task<IReadOnlyList<Mistake>> FillAsync(
        Ambito ambito, JObject plan, CancellationToken cancellationToken)
    {
        if (YearOf(plan) is not { } year)
        {
            return [];
        }

        ReceivedPopulation[] received =
            [.. (await populations.FindAsync(ambito, cancellationToken)).Where(one => one.Year == year)];
        Ambito known = Populations.With(ambito, received);
        List<Mistake> mistakes = [];
        foreach (JObject beneficiary in plan.SelectTokens("beneficiaries[*]").OfType<JObject>())
        {
            if (beneficiary["indicators"] is not JObject indicators
                || beneficiary["code"] is not JValue { Value: string code }
                || known.FindSender(code) is not { } body || known.PopulationOf(body, year) is not { } residents)
            {
                continue;
            }

            if (indicators[Indicator] is not { } said)
            {
                indicators[Indicator] = residents;
            }
            else if (received.Any(one => one.Comune == body.Code)
                && said is JValue { Value: { } value } && NumberOf(value) is { } other && other != residents)
            {
                mistakes.Add(new Mistake(
                    said.Path,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"I residenti ricevuti di {body.Name} per il {year} sono {residents}: togliere «{Indicator}», "
                            + $"che viene da sé, o inviare di nuovo la popolazione.")));
            }
        }

        return mistakes;
    }

    private static int? YearOf(JObject plan) => plan.SelectTokens("bases[*]").OfType<JObject>()
        .Where(one => one["indicator"] is JValue { Value: Indicator } && one["year"] is JValue { Value: long })
        .Select(one => (int?)(long)((JValue)one["year"]!).Value!)
        .FirstOrDefault();

    private static decimal? NumberOf(object value) => decimal.TryParse(
        Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.AllowDecimalPoint,
        CultureInfo.InvariantCulture, out decimal number)
        ? number
        : null;
}
