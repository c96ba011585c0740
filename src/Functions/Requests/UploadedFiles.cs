using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PianoZona.Validation.Persons;

namespace PianoZona.Functions.Requests;

/// <summary>A file as a form sends it.</summary>
/// <param name="Name">The name that its sender gave it, without folders.</param>
/// <param name="Content">Its bytes: to be read before the next file is asked for.</param>
/// <param name="Fields">The fields that came before it.</param>
internal sealed record UploadedFile(string Name, Stream Content, IReadOnlyDictionary<string, string> Fields);

/// <summary>Files of a form, one after the other, none of which is held in memory.</summary>
internal static class UploadedFiles
{
    /// <summary>What a file is called of which only the bytes come.</summary>
    public const string Unnamed = "senza nome";

    private const int LongestName = 200;
    private const int LongestField = 100;

    /// <summary>The files that were chosen; a control in which none was chosen sends none.</summary>
    /// <exception cref="BadHttpRequestException">What was sent is no such form.</exception>
    public static async IAsyncEnumerable<UploadedFile> In(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            throw new BadHttpRequestException("The body is no form with files.");
        }

        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        MultipartReader reader = new(boundary, request.Body);
        while (await NextAsync(reader, request.HttpContext.RequestAborted) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                continue;
            }

            if (disposition.IsFileDisposition())
            {
                string name = NameOf(disposition);
                if (name.Length > 0)
                {
                    yield return new UploadedFile(name, new PartContent(section.Body), fields);
                }
            }
            else if (HeaderUtilities.RemoveQuotes(disposition.Name).Value is { } field)
            {
                fields[field] = await ShortAsync(new PartContent(section.Body));
            }
        }
    }

    /// <summary>The one file that a program sends: in a form, or the bytes alone.</summary>
    /// <exception cref="BadHttpRequestException">
    /// The form has no file. Thrown where its file ends, too, when it has another: what reads it does not come to its
    /// end, and so keeps nothing.
    /// </exception>
    public static async Task<UploadedFile> OnlyAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return new UploadedFile(Unnamed, request.Body, new Dictionary<string, string>(StringComparer.Ordinal));
        }

        IAsyncEnumerator<UploadedFile> files = In(request).GetAsyncEnumerator(request.HttpContext.RequestAborted);
        return await files.MoveNextAsync()
            ? files.Current with { Content = new PartContent(files.Current.Content, RefuseMoreAsync) }
            : throw new BadHttpRequestException("The form has no file.");

        async Task RefuseMoreAsync()
        {
            if (await files.MoveNextAsync())
            {
                throw new BadHttpRequestException("The form has more than one file.");
            }
        }
    }

    /// <summary>Whether a form could not be read because of what it is.</summary>
    internal static bool IsBroken(Exception exception) =>
        exception is InvalidDataException or IOException and not BadHttpRequestException;

    /// <summary>What is said of a form that could not be read.</summary>
    internal static BadHttpRequestException Cut(Exception exception) => new("The form is not whole.", exception);

    /// <summary>
    /// A name without folders, no longer than it need be; what would end a line or turn the writing is a space, and
    /// one that identifies a person is not kept (<see cref="GivenName"/>).
    /// </summary>
    public static string NameOf(string given)
    {
        string name = GivenName.Of(
            string.Concat(given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Select(Plain)).Trim());
        return name.Length > LongestName ? name[^LongestName..] : name;
    }

    private static char Plain(char letter) => char.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : letter;

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken aborted)
    {
        try
        {
            return await reader.ReadNextSectionAsync(aborted);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw Cut(broken);
        }
    }

    private static string NameOf(ContentDispositionHeaderValue disposition) => NameOf(
        HeaderUtilities.RemoveQuotes(
            disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? string.Empty);

    private static async Task<string> ShortAsync(Stream body)
    {
        using StreamReader reader = new(body);
        char[] text = new char[LongestField];
        return new string(text, 0, await reader.ReadBlockAsync(text));
    }
}
