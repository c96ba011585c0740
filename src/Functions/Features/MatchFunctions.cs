using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Requests;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Forms;
using PianoZona.Web.Parts;

namespace PianoZona.Functions.Features;

/// <summary>A receipt and its file, checked against each other by anybody who holds both.</summary>
/// <remarks>
/// The number alone and the file alone say nothing: no answer tells a wrong number from a changed file.
/// </remarks>
public sealed partial class MatchFunctions(ReceiptLookup receipts)
{
    /// <summary><c>GET /riscontro?numero=…&amp;impronta=…</c>: whether a receipt is of the file with a hash.</summary>
    /// <remarks>Answers 200 with the page, whatever comes out.</remarks>
    [Function("MatchPage")]
    [OpenTo(Audience.Anybody)]
    public async Task<IActionResult> PageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "riscontro")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        string number = request.Query["numero"].ToString().Trim();
        string hash = request.Query["impronta"].ToString();
        if (hash.Length == 0)
        {
            return Answer.Page(MatchPages.Of(number));
        }

        FieldMistake[] mistakes = [.. MatchPages.MistakesIn(number, HashForm().IsMatch(hash))];
        return Answer.Page(mistakes.Length > 0 ? MatchPages.Of(number, mistakes) : MatchPages.Of(
            number, hash, await receipts.FindOfFileAsync(ReceiptId.Parse(number), hash, cancellationToken)));
    }

    /// <summary><c>POST /riscontro</c>, form with number and file, for who has no script; it is kept nowhere.</summary>
    /// <remarks>
    /// Answers 303 to what comes out, 200 with the page again when no file was chosen or the number is none: that one
    /// comes into no address, for it may be anything.
    /// </remarks>
    [Function("MatchEndpoint")]
    [OpenTo(Audience.Anybody)]
    public static async Task<IActionResult> HashAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "riscontro")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        await foreach (UploadedFile file in UploadedFiles.In(request).WithCancellation(cancellationToken))
        {
            string number = file.Fields.GetValueOrDefault("numero", string.Empty).Trim();
            FieldMistake[] mistakes = [.. MatchPages.MistakesIn(number, isHash: true)];
            if (mistakes.Length > 0)
            {
                return Answer.Page(MatchPages.Of(number, mistakes));
            }

            byte[] hash = await SHA256.HashDataAsync(file.Content, cancellationToken);
            return new SeeOther(Addresses.MatchOf(number, Convert.ToHexStringLower(hash)));
        }

        return Answer.Page(MatchPages.Of(string.Empty, new FieldMistake("file", MatchPages.NoFile)));
    }

    [GeneratedRegex(@"\A[0-9a-fA-F]{64}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HashForm();
}
