using PianoZona.Web.Forms;
using PianoZona.Web.Layout;
using PianoZona.Web.Parts;

namespace PianoZona.Web.Sent;

/// <summary>Whether a file was sent: its receipts, by the hash of its bytes.</summary>
/// <param name="Hash">The hash that was asked for, in groups of four; null = none was yet.</param>
/// <param name="HasBodies">Whether files of several bodies are looked among.</param>
/// <param name="Lines">The receipts of that file.</param>
/// <param name="Mistakes">What is wrong in what was sent.</param>
public sealed record VerifyView(
    string? Hash, bool HasBodies, IReadOnlyList<SentLine> Lines, IReadOnlyList<FieldMistake> Mistakes)
    : PageView("Verifica di un file")
{
    /// <summary>The receipts of that file where others sent it with figures of the reader.</summary>
    public IReadOnlyList<SentForLine> ForReader { get; init; } = [];

    internal override Type Component => typeof(VerifyPage);

    internal override IReadOnlyList<NamedLink> Trail => [NamedLink.Start, new("Già inviati", Addresses.Sent)];

    internal override string? Section => Addresses.Sent;

    internal override bool HasErrors => Mistakes.Count > 0;
}
