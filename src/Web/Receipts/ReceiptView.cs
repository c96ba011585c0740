using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Web.Layout;

namespace PianoZona.Web.Receipts;

/// <summary>A receipt: what to do first, then the causes, each with its cells, then totals.</summary>
/// <param name="Verdict">In Italian.</param>
/// <param name="Tone">Class of the summary: <c>ok</c>, <c>avviso</c>, <c>errore</c>.</param>
/// <param name="Summary">What to do.</param>
/// <param name="Facts">What the file is, by name.</param>
/// <param name="Findings">What was found in it.</param>
public sealed record ReceiptView(
    string Verdict, string Tone, string Summary, IReadOnlyList<Fact> Facts, ReceiptFindings Findings)
    : PageView($"Esito: {Verdict}")
{
    internal override Type Component => typeof(ReceiptPage);

    /// <param name="links">Where its page leads to.</param>
    public static ReceiptView Of(Receipt receipt, ReceiptLinks links) => new(
        ReceiptWords.Of(receipt), ToneOf(receipt.Outcome), SummaryOf(receipt.Outcome), FactsOf(receipt),
        ReceiptFindings.Of(receipt, links))
    {
        Home = links.Home,
    };

    private static IReadOnlyList<Fact> FactsOf(Receipt receipt) =>
    [
        new("Mittente", receipt.Sender),
        new("Flusso e periodo", $"{receipt.Flow}, {receipt.Period}"),
        new("File", receipt.FileName),
        new("Ricevuto", Italian.Moment(receipt.ReceivedAt)),
        new("Righe", RowsOf(receipt.Rows)),
        new("Letto come", receipt.ReadAs ?? "non leggibile"),
        new("Numero", receipt.Id),
    ];

    private static string RowsOf(RowCounts rows) =>
        $"{Italian.Counted(rows.Read, "letta", "lette")}, {Italian.Number(rows.Accepted)} senza errori, "
        + $"{Italian.Number(rows.Refused)} con errori, {Italian.Number(rows.Warned)} con avvisi";

    private static string ToneOf(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "ok",
        Outcome.AcceptedWithWarnings => "avviso",
        _ => "errore",
    };

    private static string SummaryOf(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "Il file è stato accettato e registrato.",
        Outcome.AcceptedWithWarnings =>
            "Il file è stato accettato e registrato. Controllare gli avvisi qui sotto.",
        Outcome.Refused =>
            "Il file non è stato registrato: correggere gli errori indicati e inviarlo di nuovo. "
            + "Ciò che era stato accettato prima resta valido.",
        _ => "Il file non è stato registrato e non è stato conservato. Leggere il motivo qui sotto.",
    };
}

/// <summary>Something about a file.</summary>
/// <param name="Name">What it is.</param>
public sealed record Fact(string Name, string Value);
