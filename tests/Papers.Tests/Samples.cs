using PianoZona.Contracts.Receipts;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;
using PianoZona.Web.Sending;

namespace PianoZona.Papers.Tests;

/// <summary>Receipts to write on paper.</summary>
internal static class Samples
{
    public const string Replaced = "018030_spesa-sociale_2024_aaaaaaaaaaaaaaaa";
    public const string Long = "Consorzio intercomunale per i servizi alla persona";

    public static readonly Uri Match = new($"https://pianozona.example{Addresses.MatchFor("018030_spesa-sociale_2024_0123456789abcdef")}");

    public static Receipt Receipt { get; } = new(
        "018030_spesa-sociale_2024_0123456789abcdef", "018030", "spesa-sociale", "2024", "spesa.csv",
        string.Concat(Enumerable.Range(0, 32).Select(part => part.ToString("x2", null))),
        new DateTimeOffset(2026, 11, 27, 9, 42, 5, TimeSpan.Zero),
        new DateTimeOffset(2026, 11, 27, 9, 42, 7, TimeSpan.Zero), "2026.1", Outcome.Accepted,
        new RowCounts(10, 10, 0, 0),
        [new ColumnTotal("importo_annuo", "FNPS", "1234.50")],
        [new CheckTotal(12, "importo_annuo", "1.00", "1.00", "0.00")],
        [], new Dictionary<string, int>(StringComparer.Ordinal))
    {
        ReadAs = "UTF-8, separatore ;",
        NotPosted = [new UnpostedTotal("utenti", "57", "Sono persone, non denaro: restano nelle righe del file.")],
    };

    public static ProofView Accepted { get; } = View(Receipt, StateWord.Accepted);

    /// <summary>A file that changed no sum of the books: what moved, what counts elsewhere, what columns add up to.
    /// </summary>
    public static ProofView Moved { get; } = Accepted with
    {
        Changes = [],
        More = new ChangeMore(
            ["Il totale non è cambiato, ma sono cambiate delle voci: 2 con un altro importo."],
            [
                new ChangeLine("Comune A (018030): COM 2024, liquidato", "5,00", "4,00", "-1,00"),
                new ChangeLine("Comune B (018041): COM 2024, liquidato", null, "1,00", null),
            ])
        {
            Totals = [new ChangeLine("utenti", "50", "57", "+7")],
            Uncounted =
            [
                new ChangeLine(
                    "Comune C (018091): COM 2024, liquidato — non conta: vale quanto ha inviato Comune C (018091)",
                    "1,00", "2,00", "+1,00"),
            ],
        },
    };

    /// <summary>A refused file with causes enough for several sheets, each with many cells.</summary>
    public static Receipt WithProblems { get; } = Receipt with
    {
        Outcome = Outcome.Refused,
        Rows = new RowCounts(900, 300, 0, 600),
        Problems =
        [
            .. from rule in Enumerable.Range(1, 8)
               from row in Enumerable.Range(2, 30)
               select new Problem(
                   $"PZ300{rule}", Severity.Error, row, "importo_annuo", $"F{row}", "n.d.",
                   $"Riga {row}, colonna «importo_annuo» (cella F{row}): non è un importo.",
                   "Scrivi l'importo in cifre.", "1.250,00"),
        ],
        ProblemCounts = Enumerable.Range(1, 8).ToDictionary(rule => $"PZ300{rule}", _ => 75, StringComparer.Ordinal),
    };

    public static ProofView View(Receipt receipt, StateWord state) => new(
        "Spesa sociale dei Comuni, anno 2024", state, "Il file è stato accettato e registrato.",
        [
            new("Numero", receipt.Id), new("Ente", "Comune di Prova & C. (018030)"), new("File", receipt.FileName),
            new("Ricevuto", "27 novembre 2026, 10:42:05 (ora italiana, UTC+1)"), new("Importo", "1.234,50 €"),
        ],
        string.Join(' ', receipt.Sha256.Chunk(4).Select(part => new string(part))), "Non devi fare altro.",
        [new ChangeLine("COM 2024, liquidato", "10,00", null, null)],
        ReceiptFindings.Of(receipt, ReceiptLinks.Served(receipt.Id, hasWorkbook: false)),
        [new TimelineEntry("27 novembre 2026, 10:42:05 (ora italiana, UTC+1)", "Il file è arrivato.")],
        Addresses.ReceiptPaperOf(receipt.Id), Addresses.ReceiptTextOf(receipt.Id))
    {
        Replaces = Replaced,
    };
}
