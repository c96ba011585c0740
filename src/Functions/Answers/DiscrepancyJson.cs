using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Discrepancies;

namespace PianoZona.Functions.Answers;

/// <summary>A discrepancy as data.</summary>
internal static class DiscrepancyJson
{
    /// <summary>A discrepancy, and where it stands.</summary>
    public static object Of(DiscrepancyState state) => new
    {
        numero = DiscrepancyRegister.NumberOf(state.Key),
        stato = ReportColumns.Status(state.Status),
        codice = state.Key.Code,
        gravita = state.Discrepancy is { } found ? ReportColumns.Severity(found.Severity) : null,
        fondo = state.Key.Fund?.Fund,
        annualita = state.Key.Year,
        ente = state.Key.Body ?? ReportColumns.WholeAmbito,
        dichiarato = state.Discrepancy?.Declared?.ToString(),
        calcolato = state.Discrepancy?.Computed?.ToString(),
        differenza = state.Discrepancy?.Difference?.ToString(),
        testo = state.Discrepancy?.Text,
        prove = state.Discrepancy?.Evidence.Select(
            evidence => new { esito = evidence.ReceiptId, righe = evidence.Rows }),
        giustificazione = state.Justification is not { } given ? null : new
        {
            motivo = given.Reason,
            autore = given.By,
            data = IsoDay.Text(given.On),
            finoAl = given.Until is { } until ? IsoDay.Text(until) : null,
        },
    };
}
