using PianoZona.Contracts.Reporting;
using PianoZona.Hub.Changes;
using PianoZona.Hub.Uploads;
using PianoZona.Ledger;

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
        enti = found.Summary.Detail.Bodies.Select(Sum),
        voci = new
        {
            aggiunte = found.Summary.Detail.Added,
            tolte = found.Summary.Detail.Removed,
            cambiate = found.Summary.Detail.Changed,
        },
        spostati = found.Summary.Detail.Parts.Select(WordOf),
        totaleUguale = found.Beside.IsTotalTheSame,
        righeDiverse = found.Beside.DifferentRows,
        nonContano = found.Beside.Turns.Where(one => one.Turn == CountingTurn.Neither).Select(Turn),
        prevalgono = found.Beside.Turns.Where(one => one.Turn == CountingTurn.Begins).Select(Turn),
        valgonoAltri = found.Beside.Turns.Where(one => one.Turn == CountingTurn.Ends).Select(Turn),
        totali = found.Beside.Totals?.Select(total => new
        {
            colonna = total.Column,
            fondo = total.Fund,
            prima = total.Before,
            dopo = total.After,
        }),
    };

    private static object Turn(FactTurn one) => new
    {
        fondo = one.Fund.Fund,
        annualita = one.Fund.Year,
        ente = one.IsUnit ? null : one.Code,
        unita = one.IsUnit ? one.Code : null,
        mittente = one.Sender,
    };

    private static object Sum(BodyChange change) => new
    {
        fondo = change.Fund.Fund,
        annualita = change.Fund.Year,
        tipo = ReportColumns.Kind(change.Kind),
        ente = change.Body ?? ReportColumns.WholeAmbito,
        prima = change.Before?.ToString(),
        dopo = change.After?.ToString(),
    };

    private static string WordOf(ChangedPart part) => part switch
    {
        ChangedPart.Purpose => "finalita",
        ChangedPart.Area => "area",
        ChangedPart.Basis => "base",
        ChangedPart.Qualifier => "qualificatore",
        ChangedPart.Documents => "documenti",
        ChangedPart.Expense => "spesa",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };
}
