using System.Globalization;
using PianoZona.Contracts.Configuration;
using PianoZona.Testing;

namespace PianoZona.Configuration.Tests.Specification;

/// <summary>The built-in catalogue of funds, for the specification.</summary>
internal static class FundTables
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>The funds.</summary>
    public static string Funds() => Markdown.Table(
        ["Codice", "Fondo", "Livello", "Base normativa", "Annualità"],
        BuiltInCatalogue.Funds.Select(fund => (IReadOnlyList<string>)
        [
            Markdown.Code(fund.Code), fund.Name, fund.Level.ToString().ToUpperInvariant(),
            fund.LegalBasis ?? string.Empty, Years(fund.Years),
        ]));

    /// <summary>Their other names.</summary>
    public static string Aliases() => Markdown.Table(
        ["Codice", "Altri nomi accettati nei file"],
        BuiltInCatalogue.Funds.Where(fund => fund.Aliases.Count > 0)
            .Select(fund => (IReadOnlyList<string>)[Markdown.Code(fund.Code), string.Join("; ", fund.Aliases)]));

    /// <summary>What must be spent on an area, or before the next transfer.</summary>
    public static string Rules() => Markdown.Table(
        ["Fondo", "Annualità", "Regola", "Fonte"],
        from fund in BuiltInCatalogue.Funds
        from span in fund.Rules.Spans
        from rule in Words(span.Rules)
        select (IReadOnlyList<string>)
            [Markdown.Code(fund.Code), span.Years.InWords(), rule, span.Years.Source ?? string.Empty]);

    /// <summary>Which funds pay for an intervention, by the rules of the last span of years.</summary>
    public static string Interventions()
    {
        ILookup<string, string> funds = BuiltInCatalogue.Funds
            .Where(fund => fund.Rules.Spans.Count > 0)
            .SelectMany(fund => fund.Rules.Spans[^1].Rules.Interventions.Select(name => (Name: name, fund.Code)))
            .ToLookup(pair => pair.Name, pair => pair.Code, StringComparer.Ordinal);
        return Markdown.Table(
            ["Intervento", "Fondi"],
            funds.Select(group => (IReadOnlyList<string>)[group.Key, string.Join(", ", group.Select(Markdown.Code))]));
    }

    private static string Years(YearSpan years)
    {
        string source = years.Source is null ? string.Empty : $" ({years.Source})";
        return years == YearSpan.Always ? "tutte" : years.InWords() + source;
    }

    private static IEnumerable<string> Words(FundRules rules)
    {
        foreach (AreaShare area in rules.MinAreaShare)
        {
            yield return $"almeno il {area.Share.ToString("P0", Italian)} a {area.Area} (RIC-06)";
        }

        if (rules.SpendingRate is { } rate)
        {
            string threshold = rate.Threshold.ToString("P0", Italian);
            yield return $"spesa di almeno il {threshold} dell'annualità di {rate.YearsBefore} anni prima (RIC-07)";
        }
    }
}
