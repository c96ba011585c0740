using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts;
using PianoZona.Contracts.Text;

namespace PianoZona.Allocation;

/// <summary>
/// The JSON form of a result (docs/guida-ufficio-di-piano.md § Riparto): what a plan does not use is left out.
/// </summary>
public static class AllocationResultJson
{
    /// <summary>Writes a result; amounts are texts such as <c>"1234.56"</c>.</summary>
    public static JObject Describe(AllocationResult result)
    {
        JObject o = new()
        {
            ["shares"] = new JArray(result.Shares.Select(share => ShareOf(share, result.IsCompared))),
            ["total"] = result.Total.ToString(),
            ["method"] = result.Method,
            ["lines"] = new JArray(result.Lines.Select(Line)),
        };
        AddUnlessEmpty(o, "bases", result.IndicatorBases.Select(Base));
        AddUnlessEmpty(
            o,
            "withoutShare",
            result.WithoutShare.Select(none => new JObject
            {
                ["code"] = none.Code,
                ["name"] = none.Name,
                ["reason"] = none.Reason,
            }));
        AddUnlessEmpty(
            o,
            "gone",
            result.Gone.Select(gone => new JObject { ["code"] = gone.Code, ["previous"] = gone.Previous.ToString() }));
        return o;
    }

    /// <summary>Reads a result that was written. Lists that are left out are empty.</summary>
    /// <exception cref="JsonException">It has another form.</exception>
    public static AllocationResult Read(JObject o)
    {
        JObject[] shares = [.. List(o, "shares")];
        return new AllocationResult(
            [.. shares.Select(ReadShare)], Amount(o, "total"), (string?)o["method"] ?? string.Empty)
        {
            Lines = [.. List(o, "lines").Select(ReadLine)],
            IndicatorBases = [.. List(o, "bases").Select(ReadBase)],
            WithoutShare =
            [
                .. List(o, "withoutShare")
                    .Select(none => new NoShare(Text(none, "code"), Text(none, "name"), Text(none, "reason"))),
            ],
            IsCompared = Array.Exists(shares, share => share.ContainsKey("previous")),
            Gone = [.. List(o, "gone").Select(gone => (Text(gone, "code"), Amount(gone, "previous")))],
        };
    }

    private static Share ReadShare(JObject o) => new(
        Text(o, "code"), Text(o, "name"), Amount(o, "amount"),
        [
            .. List(o, "parts").Select(part => new SharePart(Text(part, "indicator"), Amount(part, "amount"))
            {
                Line = (string?)part["line"],
            }),
        ])
    {
        Body = (string?)o["body"],
        Previous = (string?)o["previous"] is null ? null : Amount(o, "previous"),
    };

    private static LineAmount ReadLine(JObject o) =>
        new(
            (string?)o["line"],
            Amount(o, "amount"),
            [
                .. List(o, "criteria")
                    .Select(criterion => new Criterion(Text(criterion, "indicator"), (decimal)criterion["weight"]!)
                    {
                        Index = (string?)criterion["index"],
                    }),
            ])
        {
            Rule = (string?)o["rule"],
        };

    private static IndicatorBase ReadBase(JObject o) => new(
        Text(o, "indicator"), (int?)o["year"],
        (string?)o["date"] is { } day ? IsoDay.Parse(day) : null,
        (string?)o["source"]);

    private static IEnumerable<JObject> List(JObject o, string name) => (o[name] as JArray ?? []).Cast<JObject>();

    private static string Text(JObject o, string name) =>
        (string?)o[name] ?? throw new JsonSerializationException($"A result has no '{name}' at {o.Path}.");

    private static Money Amount(JObject o, string name) => Money.Parse(Text(o, name));

    private static JObject ShareOf(Share share, bool compared)
    {
        JObject o = new()
        {
            ["code"] = share.Code,
            ["name"] = share.Name,
            ["amount"] = share.Amount.ToString(),
            ["parts"] = new JArray(share.Parts.Select(Part)),
        };
        Add(o, "body", share.Body);
        if (compared)
        {
            // Null, not left out: last year is asked for and not known.
            o["previous"] = share.Previous?.ToString();
            o["difference"] = share.Difference?.ToString();
            o["differencePercent"] = share.DifferencePercent?.ToString("0.00", CultureInfo.InvariantCulture);
        }

        return o;
    }

    private static JObject Part(SharePart part)
    {
        JObject o = new() { ["indicator"] = part.Indicator, ["amount"] = part.Amount.ToString() };
        Add(o, "line", part.Line);
        return o;
    }

    private static JObject Line(LineAmount line)
    {
        JObject o = [];
        Add(o, "line", line.Line);
        o["amount"] = line.Amount.ToString();
        Add(o, "rule", line.Rule);
        AddUnlessEmpty(o, "criteria", line.Criteria.Select(criterion =>
        {
            JObject written = new() { ["indicator"] = criterion.Indicator, ["weight"] = criterion.Weight };
            Add(written, "index", criterion.Index);
            return written;
        }));
        return o;
    }

    private static JObject Base(IndicatorBase basis)
    {
        JObject o = new() { ["indicator"] = basis.Indicator };
        if (basis.Year is { } year)
        {
            o["year"] = year;
        }

        Add(o, "date", basis.Date is { } day ? IsoDay.Text(day) : null);
        Add(o, "source", basis.Source);
        return o;
    }

    private static void Add(JObject o, string name, string? value)
    {
        if (value is not null)
        {
            o[name] = value;
        }
    }

    private static void AddUnlessEmpty(JObject o, string name, IEnumerable<JObject> items)
    {
        JArray list = [.. items];
        if (list.Count > 0)
        {
            o[name] = list;
        }
    }
}
