using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Reporting;
using PianoZona.Hub.Amendments;

namespace PianoZona.Functions.Answers;

/// <summary>Amendments as data.</summary>
internal static class AmendmentJson
{
    /// <summary>All of an Ambito.</summary>
    public static object Of(Ambito ambito, IEnumerable<DecidedAmendment> amendments) => new
    {
        ambito = ambito.Code,
        rettifiche = amendments.Select(one => new
        {
            esito = one.ReceiptId,
            stato = ReportColumns.Amendment(one.Amendment.State),
            motivo = one.Amendment.Reason,
            autore = one.Decision.By,
            quando = one.Decision.At,
        }),
    };
}
