using System.Globalization;

namespace PianoZona.Hub.Ports;

/// <summary>
/// What a sweep saw of the inbox and the configuration. It is kept as metadata of the inbox's container: whoever lists
/// the containers reads it for nothing, in whichever instance of the hub the sweep ran.
/// </summary>
/// <param name="At">When the sweep ran.</param>
/// <param name="OldestWaiting">When the oldest upload without a receipt was written; null when none waited.</param>
/// <param name="Ambiti">How many Ambiti were in force.</param>
/// <param name="Mistaken">How many documents of the configuration had a mistake.</param>
public sealed record SweepMark(DateTimeOffset At, DateTimeOffset? OldestWaiting, int Ambiti, int Mistaken)
{
    private const string AtKey = "spazzata";
    private const string OldestKey = "attesa";
    private const string AmbitiKey = "ambiti";
    private const string MistakenKey = "errori";

    /// <summary>How long the oldest upload had waited then; null when none waited.</summary>
    public TimeSpan? Wait => At - OldestWaiting;

    /// <summary>Reads a mark; null when the metadata hold none that can be read.</summary>
    public static SweepMark? From(IDictionary<string, string>? metadata)
    {
        if (Moment(metadata, AtKey) is not { } at
            || !metadata!.TryGetValue(AmbitiKey, out string? ambiti)
            || !int.TryParse(ambiti, NumberStyles.None, CultureInfo.InvariantCulture, out int known)
            || !metadata.TryGetValue(MistakenKey, out string? mistaken)
            || !int.TryParse(mistaken, NumberStyles.None, CultureInfo.InvariantCulture, out int mistakes))
        {
            return null;
        }

        return new SweepMark(at, Moment(metadata, OldestKey), known, mistakes);
    }

    /// <summary>Writes it.</summary>
    public IDictionary<string, string> ToMetadata()
    {
        Dictionary<string, string> metadata = new(StringComparer.OrdinalIgnoreCase)
        {
            [AtKey] = At.ToString("O", CultureInfo.InvariantCulture),
            [AmbitiKey] = Ambiti.ToString(CultureInfo.InvariantCulture),
            [MistakenKey] = Mistaken.ToString(CultureInfo.InvariantCulture),
        };
        if (OldestWaiting is { } oldest)
        {
            metadata[OldestKey] = oldest.ToString("O", CultureInfo.InvariantCulture);
        }

        return metadata;
    }

    private static DateTimeOffset? Moment(IDictionary<string, string>? metadata, string key) =>
        metadata is not null
        && metadata.TryGetValue(key, out string? text)
        && DateTimeOffset.TryParseExact(
            text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment)
            ? moment
            : null;
}
