using System.Globalization;
using PianoZona.Configuration.Json;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Configuration;

/// <summary>
/// The properties of ambito.json, object by object. References between them are <see cref="AmbitoReferences"/>'s.
/// </summary>
internal static class AmbitoReader
{
    /// <summary>The first year that a document may name.</summary>
    public const int FirstYear = 1990;

    /// <summary>The last year that a document may name.</summary>
    public const int LastYear = Period.LastYear;

    public static Ambito Ambito(JsonObjectReader o) =>
        new(
            o.Text("code", AmbitoForms.Code),
            o.Text("name", TextForm.Line),
            o.OptionalText("region", TextForm.Line),
            o.List("senders", required: true, Sender),
            o.List("groups", required: false, Group),
            o.List("leadAgencies", required: false, LeadAgency),
            o.List("funds", required: false, Fund) is var funds && o.Has("funds")
                ? [.. funds.Select(CatalogueFunds.Known)]
                : BuiltInCatalogue.Funds,
            o.List("quotas", required: false, Quota),
            Over(BuiltInCatalogue.Flows, o.List("flows", required: false, Flow)),
            o.List("deadlines", required: false, DeadlineReader.Deadline) is var deadlines && o.Has("deadlines")
                ? deadlines
                : BuiltInCatalogue.Deadlines,
            DeadlinesAreBuiltIn: !o.Has("deadlines"))
        {
            StatedTotals = o.List("statedTotals", required: false, StatedTotal),
        };

    public static Fund Fund(JsonObjectReader o) => new(
        o.Text("code", AmbitoForms.FundCode),
        o.Text("name", TextForm.Line),
        o.Choice("level", AmbitoForms.Levels, required: true) ?? default,
        o.Texts("aliases", TextForm.Line),
        FundRulesReader.ByYear(o, "rules"))
    {
        // The catalogue itself names none: it is read before its codes are known.
        Catalogue = o.Has("catalogue") ? o.Word("catalogue", CatalogueFunds.Codes, required: false) : null,
        LegalBasis = o.OptionalText("legalBasis", TextForm.Line),
        AcceptsUnknown = o.Flag("acceptsUnknown", otherwise: false),
        Years = o.Object("years", required: false, FundRulesReader.Years) ?? YearSpan.Always,
    };

    public static FlowSettings Flow(JsonObjectReader o) => new(
        o.Word("flow", AmbitoForms.Flows, required: true) ?? string.Empty,
        o.Choice("senders", AmbitoForms.Kinds, required: false),
        Money.FromEuro(o.Decimal("tolerance", 0m, 999_999_999.99m, 2, required: false) ?? 0m),
        o.Decimal("yearOnYearAlert", 0m, 99.9999m, 4, required: false))
    {
        Group = o.OptionalText("group", AmbitoForms.Code),
        PaymentTermDays = o.Integer("paymentTermDays", 0, 365, required: false) ?? FlowSettings.StatutoryPaymentTerm,
        Source = o.Choice("source", AmbitoForms.Sources, required: false) ?? FactSource.Body,
    };

    private static Sender Sender(JsonObjectReader o)
    {
        SenderKind? kind = o.Choice("kind", AmbitoForms.Kinds, required: true);
        TextForm code = kind switch
        {
            SenderKind.Comune => AmbitoForms.ComuneCode,
            null => AmbitoForms.SenderCode,
            _ => AmbitoForms.BodyCode,
        };
        (DateOnly? from, DateOnly? to) = Days(o);
        return new Sender(
            o.Text("code", code),
            kind ?? default,
            o.Text("name", TextForm.Line),
            o.Texts("aliases", TextForm.Line),
            o.Texts("groups", AmbitoForms.Code),
            o.Texts("uploadsFor", AmbitoForms.Scope),
            o.OptionalText("patronSaint", AmbitoForms.MonthDay),
            [],
            o.Object("population", required: false, Population) ?? [])
        {
            RemindedFor = o.Texts("remindedFor", AmbitoForms.Scope),
            FormerCodes = FormerCodes(o, kind),
            From = from,
            To = to,
        }.WithContacts(ContactDocument.Of(o, "contacts"));
    }

    private static Dictionary<int, int> Population(JsonObjectReader o)
    {
        Dictionary<int, int> population = [];
        foreach (string name in o.Names)
        {
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
                && year is >= FirstYear and <= LastYear
                && name.Length == 4)
            {
                population[year] = o.Integer(name, 0, 10_000_000, required: true) ?? 0;
            }
            else
            {
                o.Ignore(name);
                o.Mistake(
                    name,
                    $"«{name}» non è un anno: i residenti si indicano per anno, per esempio {{ \"2021\": 15127 }}.");
            }
        }

        return population;
    }

    private static FormerCode FormerCode(JsonObjectReader o) => new(
        o.Text("code", AmbitoForms.ComuneCode),
        o.Date("to", required: true) ?? default,
        o.OptionalText("name", TextForm.Line));

    private static ComuneGroup Group(JsonObjectReader o)
    {
        (DateOnly? from, DateOnly? to) = Days(o);
        return new ComuneGroup(o.Text("code", AmbitoForms.Code), o.Text("name", TextForm.Line), from, to)
        {
            Body = o.OptionalText("body", AmbitoForms.BodyCode),
        };
    }

    private static (DateOnly? From, DateOnly? To) Days(JsonObjectReader o)
    {
        (DateOnly? From, DateOnly? To) days = (o.Date("from", required: false), o.Date("to", required: false));
        if (days.To < days.From)
        {
            o.Mistake("to", "La data finale viene prima di quella iniziale («from»).");
        }

        return days;
    }

    private static IReadOnlyList<FormerCode> FormerCodes(JsonObjectReader o, SenderKind? kind)
    {
        if (o.Has("formerCodes") && kind is not (null or SenderKind.Comune))
        {
            o.Mistake("formerCodes", "Solo un Comune ha codici ISTAT: togliere «formerCodes».");
        }

        return o.List("formerCodes", required: false, FormerCode);
    }

    private static LeadAgency LeadAgency(JsonObjectReader o) =>
        new(o.Text("programme", AmbitoForms.Code), o.Text("sender", AmbitoForms.SenderCode))
        {
            Funds = o.Texts("funds", AmbitoForms.FundCode),
        };

    private static StatedTotal StatedTotal(JsonObjectReader o) => new(
        o.Text("source", TextForm.Line),
        o.OptionalText("fund", AmbitoForms.FundCode),
        o.Integer("year", FirstYear, LastYear, required: true) ?? FirstYear,
        o.Choice("figure", Contracts.Configuration.StatedTotal.Words, required: true) ?? default,
        o.OptionalText("body", AmbitoForms.SenderCode),
        Money.FromEuro(o.Decimal("amount", 0m, 999_999_999.99m, 2, required: true) ?? 0m));

    private static PerCapitaQuota Quota(JsonObjectReader o) => new(
        o.Integer("year", FirstYear, LastYear, required: true) ?? FirstYear,
        Money.FromEuro(o.Decimal("perInhabitant", 0m, 9_999.99m, 2, required: true) ?? 0m),
        o.Integer("populationYear", FirstYear, LastYear, required: true) ?? FirstYear,
        o.Texts("notDelegated", AmbitoForms.ComuneCode))
    {
        Group = o.OptionalText("group", AmbitoForms.Code),
        IsChargedToBody = o.Choice("chargedTo", AmbitoForms.Charged, required: false) ?? false,
        Components = o.List("components", required: false, Component),
    };

    private static QuotaComponent Component(JsonObjectReader o) => new(
        o.Text("service", TextForm.Line),
        Money.FromEuro(o.Decimal("perInhabitant", 0m, 9_999.99m, 2, required: true) ?? 0m),
        o.Texts("notDelegated", AmbitoForms.ComuneCode));

    // The settings of the document take the place of the built-in ones, flow by flow: those for one group leave what
    // holds for all.
    private static List<FlowSettings> Over(IReadOnlyList<FlowSettings> builtIn, IReadOnlyList<FlowSettings> own) =>
        [
            .. own,
            .. builtIn.ExceptBy(
                own.Where(settings => settings.Group is null).Select(settings => settings.Flow),
                settings => settings.Flow,
                StringComparer.Ordinal),
        ];
}
