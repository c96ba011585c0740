using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Files;

/// <summary>PZ1008, PZ1009, PZ1010, PZ1011: the parts of the path say who sent what for when.</summary>
internal static class UploadPath
{
    public const string Code = "PZ1008";
    public const string SenderCode = "PZ1009";
    public const string FlowCode = "PZ1010";
    public const string PeriodCode = "PZ1011";

    public static Breach Invalid() => new(Code);

    public static Breach? Sender(string written, Sender? known) =>
        known is not null ? null : new Breach(SenderCode, ("mittente", written));

    public static Breach? Flow(string written, FlowSchema? known, IReadOnlyList<FlowSchema> all)
    {
        if (known is not null)
        {
            return null;
        }

        string? nearest = NearestName.Of(written, all.Select(flow => flow.Code), 60);
        return new Breach(FlowCode, ("flusso", written), ("flussi", string.Join(", ", all.Select(flow => flow.Code))))
        {
            Expected = nearest,
        };
    }

    /// <summary>
    /// The form of the period, and whether the flow is sent for such periods; of an unknown flow only the form can be
    /// checked.
    /// </summary>
    public static Breach? PeriodOf(string flowWritten, FlowSchema? flow, string written, Period? period) =>
        period is not null && (flow is null || flow.Periods.HasFlag(period.Kind))
            ? null
            : new Breach(PeriodCode, ("periodo", written), ("flusso", flowWritten), ("forme", Forms(flow)));

    private static string Forms(FlowSchema? flow) => string.Join(", ", new (PeriodKinds Kind, string Form)[]
    {
        (PeriodKinds.Year, "2025 (anno)"),
        (PeriodKinds.HalfYear, "2025-S1 (semestre)"),
        (PeriodKinds.Quarter, "2025-T3 (trimestre)"),
        (PeriodKinds.Month, "2025-09 (mese)"),
        (PeriodKinds.Date, "2025-09-14 (giorno)"),
    }.Where(pair => flow is null || flow.Periods.HasFlag(pair.Kind)).Select(pair => pair.Form));
}
