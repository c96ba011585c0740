using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Web.Forms;

namespace PianoZona.Functions.Requests;

/// <summary>The flow and the period that a file is sent for.</summary>
internal static class FlowAndPeriod
{
    /// <summary>Both, when they go together; else neither, and the file tells.</summary>
    public static (string? Flow, string? Period) Known(string? flow, string? period) =>
        MistakesIn(flow ?? string.Empty, period ?? string.Empty).Any() ? (null, null) : (flow, period);

    /// <summary>What is wrong in them; none when they go together.</summary>
    public static IEnumerable<FieldMistake> MistakesIn(string flow, string period)
    {
        if (FlowCatalogue.Find(flow) is not { } schema)
        {
            yield return new FieldMistake("flusso", "Scegli il flusso a cui appartiene il file.");
        }
        else if (!Period.TryParse(period, out Period? known) || !schema.Periods.HasFlag(known.Kind))
        {
            yield return new FieldMistake(
                "periodo",
                $"Il periodo non va bene per questo flusso: scrivilo per esempio come {schema.SamplePeriod}.");
        }
    }
}
