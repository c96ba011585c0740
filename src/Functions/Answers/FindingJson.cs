using System.Globalization;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Hub.Findings;

namespace PianoZona.Functions.Answers;

/// <summary>A discrepancy as data.</summary>
internal static class FindingJson
{
    /// <summary>A discrepancy, and where it stands.</summary>
    public static object Of(FindingState state) => new
    {
        numero = FindingRegister.NumberOf(state.Key),
        stato = ReportColumns.Status(state.Status),
        codice = state.Key.Code,
        gravita = state.Finding is { } found ? ReportColumns.Severity(found.Severity) : null,
        fondo = state.Key.Fund?.Fund,
        annualita = state.Key.Year,
        ente = state.Key.Body ?? ReportColumns.WholeAmbito,
        dichiarato = state.Finding?.Declared?.ToString(),
        calcolato = state.Finding?.Computed?.ToString(),
        differenza = state.Finding?.Difference?.ToString(),
        testo = state.Finding?.Text,
        prove = state.Finding?.Evidence.Select(evidence => new { esito = evidence.ReceiptId, righe = evidence.Rows }),
        giustificazione = state.Justification is not { } given ? null : new
        {
            motivo = given.Reason, autore = given.By, data = Iso(given.On), finoAl = given.Until is { } until ? Iso(until) : null,
        },
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
