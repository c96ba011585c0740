using System.Text.RegularExpressions;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Checks;

namespace PianoZona.Reconciliation;

/// <summary>
/// Where discrepancies stand: open, justified while the figures are those that were justified, closed when they agree
/// again. Pure: a recomputation that finds the same figures finds the same states.
/// </summary>
public static partial class DiscrepancyStates
{
    /// <summary>What a discrepancy is about, without its figures.</summary>
    public static DiscrepancyKey KeyOf(Discrepancy found) =>
        new(found.Code, found.Fund, found.Year, found.Body, WithoutFigures(found.Text)) { Subject = found.Subject };

    /// <summary>A reason for a discrepancy as it stands.</summary>
    /// <exception cref="ArgumentException">
    /// Nobody gives it, there is no reason, or it ended before it began.
    /// </exception>
    public static Justification Justify(Discrepancy found, string by, string reason, DateOnly today, DateOnly? until)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return until < today
            ? throw new ArgumentException("The last day is past.", nameof(until))
            : new Justification(KeyOf(found), found.Declared, found.Computed, by, reason, today, until);
    }

    /// <summary>
    /// The discrepancies of now with their states, then those that were justified once and are found no more.
    /// </summary>
    /// <param name="found">What is found now.</param>
    /// <param name="given">
    /// All reasons ever given, in that order; of several for one discrepancy the last given counts.
    /// </param>
    /// <param name="today">Today in Italy.</param>
    public static IReadOnlyList<DiscrepancyState> Of(
        IReadOnlyCollection<Discrepancy> found, IEnumerable<Justification> given, DateOnly today)
    {
        Dictionary<DiscrepancyKey, Justification> last = given
            .GroupBy(justification => justification.Discrepancy)
            .ToDictionary(group => group.Key, group => group.OrderBy(justification => justification.On).Last());
        HashSet<DiscrepancyKey> now = [.. found.Select(KeyOf)];
        return
        [
            .. found.Select(one => State(one, last.GetValueOrDefault(KeyOf(one)), today)),
            .. last.Values
                .Where(justification => !now.Contains(justification.Discrepancy))
                .OrderBy(justification => justification.Discrepancy.Code, StringComparer.Ordinal)
                .ThenBy(justification => justification.Discrepancy.Text, StringComparer.Ordinal)
                .Select(justification => new DiscrepancyState(
                    null,
                    justification.Discrepancy,
                    DiscrepancyStatus.Closed,
                    justification)),
        ];
    }

    private static DiscrepancyState State(Discrepancy found, Justification? given, DateOnly today)
    {
        bool holds =
            given is not null
            && given.Declared == found.Declared
            && given.Computed == found.Computed
            && !(given.Until < today);
        return new DiscrepancyState(
            found, KeyOf(found), holds ? DiscrepancyStatus.Justified : DiscrepancyStatus.Open, given);
    }

    // An age grows by itself, and an amount that nobody told yet is a figure too.
    private static string WithoutFigures(string text) =>
        Figures()
            .Replace(
                Ages()
                    .Replace(text, string.Empty)
                    .Replace(DiscrepancyWriter.NotTold, "0,00 €", StringComparison.Ordinal),
                "#");

    // So does what others have told: who is silent is named at the end.
    [GeneratedRegex(
        "; periodo chiuso da [0-9]+ giorn[oi]|; impegnato non noto di .*(?=[.]$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ages();

    // Amounts, ratios and counts as the texts write them; years and codes of bodies stay.
    [GeneratedRegex(
        "[-+]?[0-9]{1,3}([.][0-9]{3})*,[0-9]{2}%?|[0-9]+(?= (domand|rig))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();
}
