using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PianoZona.Functions.Requests;

/// <summary>The fields of a page, as a browser sends them.</summary>
internal static class SentForm
{
    // The largest table that a page shows has more cells than the framework's limit of 1024.
    private static readonly FormOptions Limits = new() { ValueCountLimit = 4096 };

    /// <summary>Reads what was typed and chosen, as much as the largest page holds.</summary>
    /// <exception cref="BadHttpRequestException">What was sent is no form, or no whole one.</exception>
    public static async Task<IFormCollection> FieldsAsync(
        this HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            throw new BadHttpRequestException("The body is no form.");
        }

        try
        {
            return await request.ReadFormAsync(Limits, cancellationToken);
        }
        catch (Exception broken) when (UploadedFiles.IsBroken(broken) || broken is InvalidOperationException)
        {
            // The framework calls a value with a null character an invalid operation.
            throw UploadedFiles.Cut(broken);
        }
    }
}
