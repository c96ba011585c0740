using PianoZona.Contracts.Ledger;

namespace PianoZona.Contracts.Configuration;

/// <summary>A total that a text or a form states (a plan, a regional form).</summary>
/// <param name="Source">
/// Where it is stated, for the reader, e.g. <c>Piano di Zona 2015-2017, tabella delle entrate</c>.
/// </param>
/// <param name="Fund">The fund; null = all funds together.</param>
/// <param name="Year">The fund year.</param>
/// <param name="Kind">Which figure.</param>
/// <param name="Body">Whose; null = of the whole Ambito.</param>
/// <param name="Amount">The total stated.</param>
public sealed record StatedTotal(string Source, string? Fund, int Year, EntryKind Kind, string? Body, Money Amount)
{
    /// <summary>The words of the configuration for the figures, those of <c>saldi.csv</c>.</summary>
    public static IReadOnlyDictionary<string, EntryKind> Words { get; } =
        new Dictionary<string, EntryKind>(StringComparer.Ordinal)
        {
            ["assegnato"] = EntryKind.Assigned,
            ["incassato"] = EntryKind.Cashed,
            ["ripartito"] = EntryKind.Allocated,
            ["impegnato"] = EntryKind.Committed,
            ["liquidato"] = EntryKind.Paid,
            ["prestato"] = EntryKind.Delivered,
        };
}
