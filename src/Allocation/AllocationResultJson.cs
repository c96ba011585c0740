using System.Globalization;
using Newtonsoft.Json.Linq;

namespace PianoZona.Allocation;

/// <summary>
/// The JSON form of a result (docs/guida-ufficio-di-piano.md § Riparto): what a plan does not use is left out.
/// </summary>
internal static class AllocationResultJson
{
    public static JObject Describe(AllocationResult result)
    {
        JObject o = new()
        {
            ["shares"] = new JArray(result.Shares.Select(share => ShareOf(share, result.IsCompared))),
            ["total"] = result.Total.ToString(),
            ["method"] = result.Method,
            ["lines"] = new JArray(result.Lines.Select(Line)),
        };
        AddUnlessEmpty(o, "bases", result.Bases.Select(Base));
        AddUnlessEmpty(o, "withoutShare", result.WithoutShare.Select(none =>
            new JObject { ["code"] = none.Code, ["name"] = none.Name, ["reason"] = none.Reason }));
        AddUnlessEmpty(o, "gone", result.Gone.Select(gone => new JObject { ["code"] = gone.Code, ["previous"] = gone.Previous.ToString() }));
        return o;
    }

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

        Add(o, "date", basis.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
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
