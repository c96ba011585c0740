using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Files;

/// <summary>
/// PZ5003: the total of a body and area changed more against the year before than the Ambito takes for usual.
/// </summary>
internal sealed class YearOnYear
{
    public const string Code = "PZ5003";

    private static readonly Dictionary<(string Body, string Area), Money> NothingKnown = [];

    private readonly IReadOnlyDictionary<(string Body, string Area), Money>? before;
    private readonly decimal threshold;
    private readonly Dictionary<(string Body, string Area), Money> now = [];

    public YearOnYear(UploadContext context)
    {
        before = context.ComparesYears ? context.YearBefore : null;
        threshold = context.Settings.YearOnYearAlert ?? 0;
    }

    /// <summary>Adds an accepted row.</summary>
    public void Add(ValidRow row)
    {
        if (before is not null)
        {
            (string, string) key = (row.Text(SpesaSociale.Ente)!, row.Text(SpesaSociale.Area)!);
            now[key] = now.GetValueOrDefault(key) + (row.Money(SpesaSociale.Importo) ?? Money.Zero);
        }
    }

    /// <summary>
    /// The unusual changes. What has no figure for the year before, or one of zero, has no variation.
    /// </summary>
    public IEnumerable<Breach> Check()
    {
        HashSet<string> bodies = new(now.Keys.Select(key => key.Body), StringComparer.Ordinal);
        IEnumerable<KeyValuePair<(string Body, string Area), Money>> comparable = (before ?? NothingKnown)
            .Where(total => bodies.Contains(total.Key.Body))
            .OrderBy(total => total.Key.Body, StringComparer.Ordinal)
            .ThenBy(total => total.Key.Area, StringComparer.Ordinal);
        foreach (((string body, string area), Money old) in comparable)
        {
            // An area that is gone has changed by everything it had.
            Money current = now.GetValueOrDefault((body, area));
            if (old > Money.Zero && Math.Abs(Ratio(old, current)) > threshold)
            {
                yield return Changed(body, area, old, current);
            }
        }
    }

    private static Breach Changed(string body, string area, Money old, Money current) => new(
        Code,
        ("ente", body), ("area", area), ("prima", old.ToItalian()), ("dopo", current.ToItalian()),
        ("variazione", Ratio(old, current).ToString("+0.00%;-0.00%", Italian.Culture)))
    { At = SpesaSociale.Importo };

    private static decimal Ratio(Money old, Money current) => (current.Euro - old.Euro) / old.Euro;
}
