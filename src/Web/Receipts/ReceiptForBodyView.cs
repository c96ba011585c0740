using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Receipts;

/// <summary>
/// The receipt of a file that another sent with figures of the reader: the proof, and what it holds of the reader
/// alone.
/// </summary>
/// <param name="About">Flow and period, in words.</param>
/// <param name="By">Name of its sender.</param>
/// <param name="State">Where the file stands now.</param>
/// <param name="Sentence">The same in a sentence.</param>
/// <param name="Facts">What the file is, by name.</param>
/// <param name="Hash">SHA-256 of its bytes, in groups of four.</param>
/// <param name="ReplacedBy">
/// Receipt of what took its place and holds figures of the reader too; null = none does.
/// </param>
public sealed record ReceiptForBodyView(
    string About, string By, StateWord State, string Sentence, IReadOnlyList<Fact> Facts, string Hash,
    string? ReplacedBy)
    : PageView($"Ricevuta: {About}")
{
    /// <summary>That nothing else of the file is in it.</summary>
    public const string OwnOnly = "Il file può avere righe di altri enti: qui leggi soltanto ciò che riguarda il tuo.";

    /// <summary>Number of the receipt.</summary>
    public required string Number { get; init; }

    /// <summary>When the file came.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What happens next, in words.</summary>
    public string Next => Due is null
        ? $"Non devi fare altro. Le correzioni le fa {By}: se qualcosa non torna, scrivi a chi lo ha inviato."
        : $"Ora manca: le tue righe non sono nell'invio che conta. Chiedi a {By} di inviarle di nuovo, o invia tu "
            + $"{About}.";

    /// <summary>Where the reader sends the same itself, which it owes again; null = it owes nothing.</summary>
    public string? Due { get; init; }

    internal override Type Component => typeof(ReceiptForBodyPage);

    internal override IReadOnlyList<NamedLink> Trail => [NamedLink.Start, new("Già inviati", Addresses.Sent)];

    internal override string? Section => Addresses.Sent;
}
