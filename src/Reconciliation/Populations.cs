using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Reconciliation;

namespace PianoZona.Reconciliation;

/// <summary>
/// Which residents count: of a year those that were received; what the configuration says, where none were.
/// </summary>
public static class Populations
{
    /// <summary>The Ambito with the residents that were received in place of those of its configuration.</summary>
    /// <param name="received">One of each Comune and year.</param>
    public static Ambito With(Ambito ambito, IReadOnlyCollection<ReceivedPopulation> received)
    {
        ILookup<string, ReceivedPopulation> byComune =
            received.ToLookup(one => one.Comune, StringComparer.Ordinal);
        return received.Count == 0 ? ambito : ambito with
        {
            Senders =
            [
                .. ambito.Senders.Select(sender => byComune.Contains(sender.Code)
                    ? sender with { Population = Of(sender, byComune[sender.Code]) }
                    : sender),
            ],
        };
    }

    private static Dictionary<int, int> Of(Sender sender, IEnumerable<ReceivedPopulation> received)
    {
        Dictionary<int, int> all = new(sender.Population);
        foreach (ReceivedPopulation one in received)
        {
            all[one.Year] = one.Residents;
        }

        return all;
    }
}
