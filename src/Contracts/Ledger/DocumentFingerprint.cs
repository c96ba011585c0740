using System.Security.Cryptography;
using System.Text;
using PianoZona.Contracts.Text;

namespace PianoZona.Contracts.Ledger;

/// <summary>Tells documents apart without keeping what is written on them.</summary>
public static class DocumentFingerprint
{
    /// <summary>In place of a fingerprint: the upload names more documents than are kept one by one.</summary>
    public const string NotTold = "*";

    /// <summary>
    /// The fingerprint of a document; null when supplier, number or date is missing, since a number alone is used by
    /// many.
    /// </summary>
    /// <param name="supplier">VAT number.</param>
    /// <param name="number">Number of the document: compared without regard to case, spaces and marks.</param>
    /// <param name="date">Date of the document.</param>
    public static string? Of(string? supplier, string? number, DateOnly? date)
    {
        if (supplier is null || number is null || date is not { } day || NameKey.Of(number) is not { Length: > 0 } key)
        {
            return null;
        }

        return OfTexts(supplier, key, IsoDay.Text(day));
    }

    /// <summary>The fingerprint of texts that tell something apart together.</summary>
    public static string OfTexts(params ReadOnlySpan<string?> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))).AsSpan(0, 8));
}
