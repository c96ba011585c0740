using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>PZ3009: not in the form that the column asks. A warning when the value is certain all the same.</summary>
internal static class WrongFormat
{
    public const string Code = "PZ3009";

    public static Breach NotAYear { get; } =
        new(Code, ("forma", "serve un anno di quattro cifre")) { Expected = "2025" };

    public static Breach NotAPeriod { get; } =
        new(Code, ("forma", "serve un periodo come 2025, 2025-S1, 2025-T3 o 2025-09")) { Expected = "2025-T3" };

    /// <summary>The value is not repeated: it may be a name.</summary>
    public static Breach NotOpaque { get; } =
        new(Code, ("forma", "serve un codice che non dica chi è la persona, senza nome e cognome"))
        {
            Expected = "UT-000157",
        };

    public static Breach NotAMeasure { get; } =
        new(Code, ("forma", "serve un numero, SI o NO, un rapporto come 1:20, oppure «non rilevato»"))
        {
            Expected = "non rilevato",
        };

    public static Breach NotOfUnit(Column at, string form, string example) =>
        new(Code, ("forma", form)) { At = at, Expected = example };

    public static Breach LostZero(string code) =>
        new(Code, ("forma", $"manca lo zero iniziale, che il foglio di calcolo toglie; è stato letto come {code}"))
        { Expected = code, Severity = Severity.Warning };
}
