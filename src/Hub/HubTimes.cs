namespace PianoZona.Hub;

/// <summary>How long things hold.</summary>
/// <param name="SweepMinimumAge">
/// Age at which an upload without a receipt counts as missed by its event; zero = at once.
/// </param>
/// <param name="ConfigurationRefresh">How long what seldom changes is used before it is asked for again.</param>
public sealed record HubTimes(TimeSpan SweepMinimumAge, TimeSpan ConfigurationRefresh);
