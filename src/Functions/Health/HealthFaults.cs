using System.Globalization;
using PianoZona.Hub.Ports;
using PianoZona.Storage;

namespace PianoZona.Functions.Health;

/// <summary>What is not in order, in the words that the Ufficio di Piano reads.</summary>
internal static class HealthFaults
{
    /// <summary>Everything that is not in order.</summary>
    /// <param name="notLoaded">Functions that the host did not load.</param>
    /// <param name="view">What the storage account looks like.</param>
    /// <param name="patience">How long an upload may wait, and how long ago the last sweep may be.</param>
    /// <param name="runningSince">When this process was first asked: a sweep cannot be missed before.</param>
    public static IReadOnlyList<string> Of(
        IEnumerable<string> notLoaded, StorageView view, TimeSpan patience, DateTimeOffset runningSince) =>
    [
        .. notLoaded.Order(StringComparer.Ordinal).Select(name => $"funzioni: {name} non è caricata"),
        .. view.Faults,
        .. OfSweep(view, patience, runningSince),
        .. view.Mark is { } mark ? OfMark(mark, patience) : [],
    ];

    private static IEnumerable<string> OfSweep(StorageView view, TimeSpan patience, DateTimeOffset runningSince)
    {
        DateTimeOffset last = view.Mark?.At is { } at && at > runningSince ? at : runningSince;
        if (view.At - last > patience)
        {
            yield return $"caricamenti: i file in attesa non sono controllati da {Minutes(view.At - last)} minuti";
        }
    }

    private static IEnumerable<string> OfMark(SweepMark mark, TimeSpan patience)
    {
        if (mark.Wait is { } wait && wait > patience)
        {
            yield return $"caricamenti: un file aspetta l'esito da {Minutes(wait)} minuti";
        }

        if (mark.Ambiti == 0)
        {
            yield return "configurazione: nessun Ambito";
        }

        if (mark.Mistaken > 0)
        {
            yield return mark.Mistaken == 1
                ? "configurazione: un documento contiene errori"
                : $"configurazione: {mark.Mistaken.ToString(CultureInfo.InvariantCulture)} documenti contengono errori";
        }
    }

    private static string Minutes(TimeSpan time) => ((long)time.TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
