using PianoZona.Configuration.Json;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Configuration;

/// <summary>
/// The rules of a fund in a document: one object for every year, or a list of them with the years that each governs.
/// </summary>
internal static class FundRulesReader
{
    /// <summary>
    /// The fund years that an object names: <c>{ "from": 2021, "to": 2026 }</c>, either of which may be missing.
    /// </summary>
    public static YearSpan Years(JsonObjectReader o)
    {
        YearSpan years = new(Year(o, "from"), Year(o, "to")) { Source = o.OptionalText("source", TextForm.Line) };
        if (years.To < years.From)
        {
            o.Mistake("to", "L'ultima annualità viene prima della prima («from»).");
        }

        return years;
    }

    /// <summary>The rules in a property; none when it is not there.</summary>
    public static RulesByYear ByYear(JsonObjectReader o, string name)
    {
        List<RulesOfYears> spans = [];
        o.OneOrMany(name, span =>
        {
            RulesOfYears next = new(Years(span), Rules(span));
            if (spans.Find(other => other.Years.Overlaps(next.Years)) is { } first)
            {
                span.Mistake($"Le annualità di queste regole ({next.Years.InWords()}) si sovrappongono ad altre "
                    + $"({first.Years.InWords()}): "
                    + "per ogni annualità può valere un solo elemento dell'elenco; correggere «from» e «to».");
            }

            spans.Add(next);
            return next;
        });
        return new RulesByYear(spans);
    }

    private static int? Year(JsonObjectReader o, string name) =>
        o.Integer(name, AmbitoReader.FirstYear, AmbitoReader.LastYear, required: false);

    private static FundRules Rules(JsonObjectReader o) => new(
        o.List("minAreaShare", required: false, area => new AreaShare(
            area.Text("area", AmbitoForms.Area),
            area.Decimal("share", 0m, 1m, 4, required: true) ?? 0m)
        {
            Region = area.OptionalText("region", TextForm.Line),
        }),
        o.Object("spendingRate", required: false, rate => new SpendingRate(
            rate.Decimal("threshold", 0m, 1m, 4, required: true) ?? 0m,
            rate.Integer("yearsBefore", 1, 10, required: true) ?? 1)
        {
            IsInferred = rate.Flag("inferred", otherwise: false),
        }),
        o.Texts("interventions", TextForm.Line));
}
