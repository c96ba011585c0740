using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Workflow;

namespace PianoZona.Functions.Answers;

/// <summary>A reporting period as data.</summary>
internal static class PeriodJson
{
    /// <summary>A period, and where it stands.</summary>
    public static object Of(ReportingPeriod period) => new
    {
        flusso = period.Flow,
        periodo = period.Period.Text,
        stato = ReportColumns.Stage(period.Stage),
        congelato = period.IsFrozen,
        attesi = period.Expected.Count,
        mancano = period.Missing.Select(sender => sender.Code),
        inVigore = period.Uploads.Select(upload => upload.ReceiptId),
        passi = period.Steps.Select(step => new
        {
            passo = ReportColumns.Stage(step.Stage),
            atto = step.Act,
            data = step.Date is { } day ? IsoDay.Text(day) : null,
            destinatario = step.Recipient,
        }),
        cambiatiDopo = period.ChangedSince,
    };
}
