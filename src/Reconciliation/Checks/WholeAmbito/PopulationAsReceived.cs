using System.Globalization;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Text;

namespace PianoZona.Reconciliation.Checks.WholeAmbito;

/// <summary>
/// RIC-24: the residents of the configuration are those that were received for the same Comune and year. What was
/// received counts (<see cref="Populations"/>).
/// </summary>
internal sealed class PopulationAsReceived : IAmbitoCheck
{
    public string Code => "RIC-24";

    public IEnumerable<Discrepancy> Check(AmbitoFigures figures) =>
        from received in figures.Received
            .OrderBy(one => one.Year)
            .ThenBy(one => one.Comune, StringComparer.Ordinal)
        let configured = figures.Configured.FindSender(received.Comune)?.Population
        where configured is not null && configured.TryGetValue(received.Year, out int said)
            && said != received.Residents
        let found = figures.Writer.Write(
            new DiscrepancyFacts(
                Code, Severity.Warning, null, received.Comune, null, null,
                [new Evidence(received.Receipt, received.Row.ToString(CultureInfo.InvariantCulture))]),
            ("anno", received.Year.ToString(CultureInfo.InvariantCulture)),
            ("ricevuta", Italian.Number(received.Residents)),
            ("configurata", Italian.Number(configured[received.Year])))
        select found with { Year = received.Year };
}
