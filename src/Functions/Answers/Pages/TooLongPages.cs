using System.Globalization;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Filling;
using PianoZona.Web.Filling;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>What is said of a table that has more rows than a page takes.</summary>
internal static class TooLongPages
{
    /// <summary>In place of the table.</summary>
    /// <param name="rows">How many rows it would begin with.</param>
    public static FillTooLongView Of(FillingState state, int rows)
    {
        (string flow, string period, Sender? body) =
            (state.Sheet.Flow.Code, state.Sheet.Period.Text, state.Sheet.For);
        return new FillTooLongView(
            SharedWords.AboutOf(flow, period, body),
            WordsOf(rows, state.InForce is not null, body),
            rows > FillingDesk.MostTemplateRows ? null : Addresses.TemplateOf(flow, period, "xlsx", body?.Code),
            state.InForce,
            Addresses.SendFor(flow, period, body?.Code));
    }

    /// <summary>Why it is not filled in on a page, and what to do instead.</summary>
    /// <param name="isInForce">Whether the rows are in force; else they are service units.</param>
    /// <param name="body">The other body that it is for; null = for none.</param>
    public static string WordsOf(int rows, bool isInForce, Sender? body) =>
        (isInForce ? $"L'invio accettato ha {Italian.Number(rows)} righe" : $"Hai {Italian.Number(rows)} unità aperte")
        + $": nella pagina si compilano al massimo {Italian.Number(OnlineForm.MostRows)} righe. "
        + (rows > FillingDesk.MostTemplateRows
            ? "Parti dal tuo file"
            : $"Parti dal modello Excel, che le ha già{(isInForce ? " con i loro valori" : string.Empty)}")
        + $": {(isInForce ? "correggilo" : "completalo")}"
        + (body is null ? string.Empty : $", aggiungi le righe di {body.Name}")
        + " e invialo.";

    /// <summary>Why what was typed was not saved.</summary>
    public static string NotSaved(int rows)
    {
        int over = rows - OnlineForm.MostRows;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"La tabella ha {rows} righe con valori: nella pagina se ne salvano al massimo {OnlineForm.MostRows}. Svuota ")
            + (over == 1 ? "1 riga" : $"{Italian.Number(over)} righe") + ", oppure invia un file con tutte le righe.";
    }
}
