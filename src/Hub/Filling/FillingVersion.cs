using System.Globalization;
using PianoZona.Contracts.Ledger;

namespace PianoZona.Hub.Filling;

/// <summary>
/// What a page of a table is made of: the draft, and what is in force in its place, which a table that is sent replaces
/// whole.
/// </summary>
public static class FillingVersion
{
    private const char Separator = ';';

    /// <summary>As the page carries it; null when it is made of nothing.</summary>
    /// <param name="draft">The version of the draft; null = there is none.</param>
    /// <param name="current">What is in force; null = nothing is.</param>
    public static string? Of(string? draft, CurrentUpload? current) => draft is null && current is null
        ? null
        : draft + Separator + current?.Sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>The version of the draft; null = there was none.</summary>
    public static string? DraftOf(string? version) =>
        version?.Split(Separator)[0] is { Length: > 0 } draft ? draft : null;

    /// <summary>Whether something came into force since.</summary>
    public static bool IsBehind(string? version, CurrentUpload? current) =>
        current is not null && Of(DraftOf(version), current) != version;
}
