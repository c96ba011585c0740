using PianoZona.Contracts.Reporting;
using PianoZona.Hub.Uploads;

namespace PianoZona.Functions.Answers;

/// <summary>What an upload changed, as data.</summary>
internal static class ChangeJson
{
    /// <summary>What it changed.</summary>
    public static object Of(UploadChange found) => new
    {
        esito = found.Version.Posting.ReceiptId,
        registrato = found.Version.RecordedAt,
        entratoInVigore = found.Version.CameIntoForce,
        sostituisce = found.Version.Replaced,
        righePrima = found.Summary.RowsBefore,
        righeDopo = found.Summary.RowsAfter,
        cambiamenti = found.Summary.Changes.Select(change => new
        {
            fondo = change.Fund.Fund,
            annualita = change.Fund.Year,
            tipo = ReportColumns.Kind(change.Kind),
            prima = change.Before?.ToString(),
            dopo = change.After?.ToString(),
            differenza = change.Difference.ToString(),
            righePrima = change.RowsBefore,
            righeDopo = change.RowsAfter,
        }),
    };
}
