using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PianoZona.Contracts.Flows;

namespace PianoZona.Contracts.Uploads;

/// <summary>
/// The number of a receipt: <c>{mittente}_{flusso}_{periodo}_{impronta}</c>. It derives from what was uploaded and
/// when, so the same event always finds the same receipt; and it names the folder, so a receipt is found by its number
/// without an index.
/// </summary>
/// <remarks>
/// No file name and no content is in it. A part of the path that has no valid form is written as <c>x</c>.
/// </remarks>
public sealed partial record ReceiptId
{
    private const string InvalidPart = "x";

    private ReceiptId(string sender, string flow, string period, string fingerprint)
    {
        (Sender, Flow, Period) = (sender, flow, period);
        Folder = $"{sender}/{flow}/{period}";
        Text = $"{sender}_{flow}_{period}_{fingerprint}";
    }

    /// <summary>Code of who sent it, or <c>x</c>.</summary>
    public string Sender { get; }

    /// <summary>Code of the flow, or <c>x</c>.</summary>
    public string Flow { get; }

    /// <summary>The period's text form, or <c>x</c>.</summary>
    public string Period { get; }

    /// <summary>Folder in the containers: <c>{mittente}/{flusso}/{periodo}</c>.</summary>
    public string Folder { get; }

    /// <summary>The number.</summary>
    public string Text { get; }

    /// <summary>Path without extension in container <c>esiti</c>.</summary>
    public string Path => $"{Folder}/{Text}";

    /// <summary>The number of the upload of a blob.</summary>
    /// <param name="blobName">Path in container <c>caricamenti</c>, of any form.</param>
    /// <param name="sequence">The upload's place in time (ticks, UTC).</param>
    /// <param name="version">
    /// What tells this write of the blob from another at the same instant: its ETag, or nothing when the sequence is
    /// exact.
    /// </param>
    public static ReceiptId For(string blobName, long sequence, string version)
    {
        // The last part is the file's name, however short the path is.
        string[] parts = [.. blobName.Split('/').SkipLast(1).Take(3), InvalidPart, InvalidPart, InvalidPart];
        string sender = SenderCode.IsWellFormed(parts[0]) ? parts[0] : InvalidPart;
        string flow = FlowCatalogue.Find(parts[1]) is not null || FlowForm().IsMatch(parts[1]) ? parts[1] : InvalidPart;
        string period = Contracts.Period.TryParse(parts[2], out _) ? parts[2] : InvalidPart;
        byte[] hash = SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{blobName}\n{sequence}\n{version}")));
        return new ReceiptId(sender, flow, period, Convert.ToHexStringLower(hash.AsSpan(0, 8)));
    }

    /// <summary>Reads a number, as it comes in a URL.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ReceiptId? id)
    {
        Match match = NumberForm().Match(text);
        id = match.Success
            ? new ReceiptId(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value)
            : null;
        return id is not null;
    }

    /// <summary>Reads a number that is known to be one.</summary>
    /// <exception cref="FormatException">The text is no receipt number.</exception>
    public static ReceiptId Parse(string text) =>
        TryParse(text, out ReceiptId? id) ? id : throw new FormatException("No receipt number.");

    /// <summary>The last part of a number, which tells one upload from another of the same folder.</summary>
    public static string FingerprintOf(string text) => text[(text.LastIndexOf('_') + 1)..];

    /// <summary>The number.</summary>
    public override string ToString() => Text;

    // What is no flow may be anything, a tax code too: letters alone are kept.
    [GeneratedRegex(@"\A[a-z][a-z-]{2,39}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FlowForm();

    [GeneratedRegex(
        @"\A(x|[0-9]{6}|ente-[a-z0-9-]{1,34})_([a-z][a-z0-9-]{0,39})_(x|[0-9]{4}[0-9ST-]{0,6})_([0-9a-f]{16})\z",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex NumberForm();
}
