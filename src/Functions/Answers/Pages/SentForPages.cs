using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Parts;
using PianoZona.Web.Receipts;
using PianoZona.Web.Sent;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>What a body reads of the files that others sent for it.</summary>
internal static class SentForPages
{
    private const string Unknown = "non noto";

    /// <summary>A file, as lists show it.</summary>
    public static SentForLine LineOf(SentForBody sent) => new(
        ReceiptId.FingerprintOf(sent.Receipt.Text), Addresses.ReceiptOf(sent.Receipt.Text), sent.By.Name,
        Spoken.OfFlow(sent.Receipt.Flow), HomePages.PeriodOf(sent.Receipt.Period), SentWords.Moment(sent.ReceivedAt),
        SentWords.State(StateOf(sent)));

    /// <summary>
    /// Where it stands: whether it has warnings is not told, since they may be about the rows of others.
    /// </summary>
    public static SentState StateOf(SentForBody sent) => sent.Counts ? SentState.Accepted : SentState.Replaced;

    /// <summary>Those that are asked for: only flow, year, state and number are known of them.</summary>
    public static IEnumerable<SentForBody> AskedFor(IEnumerable<SentForBody> all, SentAsked asked) => all.Where(one =>
        (asked.Flow is null || one.Receipt.Flow == asked.Flow)
        && (asked.Year is null || SentAsked.YearOf(one.Receipt) == asked.Year)
        && (asked.State is null || StateOf(one) == asked.State)
        && (asked.Number is null || one.Receipt.Text.Contains(asked.Number, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The page of its receipt.</summary>
    /// <param name="reader">The body that reads it, and whose share it is.</param>
    public static ReceiptForBodyView Of(SentForBodyProof proof, Sender reader)
    {
        SentForBody sent = proof.Sent;
        return new ReceiptForBodyView(
            HomePages.AboutOf(sent.Receipt.Flow, sent.Receipt.Period),
            sent.By.Name,
            SentWords.State(StateOf(sent)),
            SentenceOf(proof, reader),
            [
                new("Numero", sent.Receipt.Text),
                new("Inviato da", $"{sent.By.Name} ({sent.By.Code})"),
                new("Per", $"{reader.Name} ({reader.Code})"),
                new("Flusso", Spoken.OfFlow(sent.Receipt.Flow)),
                new("Periodo", HomePages.PeriodOf(sent.Receipt.Period)),
                new("Ricevuto", SentWords.MomentWithZone(sent.ReceivedAt)),
                new("Righe del tuo ente", proof.Share.Rows is { } rows
                    ? Italian.Counted(rows, "accettata", "accettate") : Unknown),
                .. AmountsOf(proof.Share),
            ],
            SentPages.Grouped(proof.Sha256),
            proof.ReplacedBy?.Text)
        {
            Number = sent.Receipt.Text,
            ReceivedAt = sent.ReceivedAt,
            Due = proof.IsDueAgain ? Addresses.SendFor(sent.Receipt.Flow, sent.Receipt.Period) : null,
        };
    }

    private static IEnumerable<Fact> AmountsOf(BodyShare share) => share.Amounts.Select(total => new Fact(
        $"Del tuo ente, {KindNames.Italian(total.Kind)}", $"{total.Amount.ToItalian()} €"));

    private static string SentenceOf(SentForBodyProof proof, Sender reader) =>
        proof.CountsInstead.Count > 0 ? UncountedOf(proof, reader)
        : proof.Sent.Counts ? "Il file è stato accettato e registrato: vale anche per il tuo ente."
        : proof.ReplacedBy is not null
            ? "Il file è stato accettato; poi un invio successivo ha preso il suo posto."
            : "Il file è stato accettato; poi un invio successivo, senza righe del tuo ente, ha preso il suo posto.";

    private static string UncountedOf(SentForBodyProof proof, Sender reader)
    {
        string counts = proof.CountsInstead.All(sender => sender == reader.Code) ? "vale il tuo file"
            : proof.CountsInstead.Contains(reader.Code, StringComparer.Ordinal)
                ? "valgono il tuo file e quello di un altro mittente"
                : "vale il file di un altro mittente";
        return "Il file è stato accettato e registrato. Per il tuo ente "
            + (proof.CountsInPart ? $"una parte delle sue cifre non conta: al suo posto {counts}."
                : $"non conta: {counts}.");
    }
}
