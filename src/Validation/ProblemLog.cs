using System.Globalization;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;

namespace PianoZona.Validation;

/// <summary>The problems of one file: all are counted, and as many as a receipt lists are put in words.</summary>
/// <param name="ruleSet">The version of the rules: what it does not know is no problem.</param>
internal sealed class ProblemLog(string ruleSet)
{
    private const int LongestValue = 60;

    private readonly SortedDictionary<string, List<Problem>> kept = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>How many there are, by code.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>The heaviest problem so far; null when there is none.</summary>
    public Severity? Worst { get; private set; }

    /// <summary>
    /// Adds what a rule found; returns how much it weighs, or null when this version of the rules does not know it.
    /// </summary>
    public Severity? Add(Breach breach, Place place)
    {
        Rule rule = RuleCatalogue.Of(breach.Code);
        if (!RuleSets.Includes(ruleSet, rule.Since) || !RuleSets.Includes(ruleSet, breach.Since ?? rule.Since))
        {
            return null;
        }

        Severity severity = rule.Trial ? rule.Weight : breach.Severity ?? rule.Severity;
        if (Count(breach.Code, severity) <= Receipt.MaxProblems)
        {
            Keep(InWords(rule, breach, place) with { Severity = severity });
        }

        return severity;
    }

    /// <summary>Adds a problem that another stage found.</summary>
    public void Add(Problem problem)
    {
        if (Count(problem.Code, problem.Severity) <= Receipt.MaxProblems)
        {
            Keep(problem);
        }
    }

    /// <summary>Forgets all problems but those of one code.</summary>
    public void KeepOnly(string code)
    {
        foreach (string other in counts.Keys
            .Where(other => !string.Equals(other, code, StringComparison.Ordinal)).ToList())
        {
            counts.Remove(other);
            kept.Remove(other);
        }
    }

    /// <summary>
    /// The problems by code, then by row. When there are too many, the codes share the places, so that no cause goes
    /// unseen.
    /// </summary>
    public IReadOnlyList<Problem> List()
    {
        Dictionary<string, int> shares = new(StringComparer.Ordinal);
        int left = Receipt.MaxProblems;
        int waiting = kept.Count;
        foreach ((string code, List<Problem> problems) in kept.OrderBy(pair => pair.Value.Count))
        {
            shares[code] = Math.Min(problems.Count, left / waiting--);
            left -= shares[code];
        }

        return [.. kept.SelectMany(pair => pair.Value.OrderBy(problem => problem.Row ?? 0).Take(shares[pair.Key]))];
    }

    private int Count(string code, Severity severity)
    {
        Worst = Worst is { } worst && worst >= severity ? worst : severity;
        return counts[code] = counts.GetValueOrDefault(code) + 1;
    }

    private void Keep(Problem problem)
    {
        if (!kept.TryGetValue(problem.Code, out List<Problem>? problems))
        {
            kept[problem.Code] = problems = [];
        }

        problems.Add(problem);
    }

    private static Problem InWords(Rule rule, Breach breach, Place place)
    {
        string? cell = place is { Row: { } row, Index: { } index } ? Location.A1(index, row) : null;
        string? value = place.Value is { Length: > LongestValue } longer
            ? longer[..(LongestValue - 1)] + "…"
            : place.Value;
        return rule.At(
            new Location(place.Row, place.Column, cell, value, breach.Expected),
            [
                .. breach.Places,
                ("dove", cell is null ? "Nel file" : $"Riga {place.Row}, cella {cell}:"),
                ("riga", place.Row?.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
                ("cella", cell ?? string.Empty),
                ("colonna", place.Column ?? string.Empty),
                ("valore", value ?? "…"),
            ]);
    }
}
