using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Messages;

/// <summary>Letters as messages.</summary>
public static class MailMessages
{
    /// <summary>The subject of a digest: the most urgent deadline with its date.</summary>
    public static string SubjectOf(ReminderDigest digest) => DigestView.Of(digest, hub: null).Subject;

    /// <summary>The subject of a letter.</summary>
    public static string SubjectOf(Letter letter) =>
        letter is ReminderDigest digest ? SubjectOf(digest) : View(letter, hub: null).Subject;

    /// <summary>Writes a letter. The same letter always gives the same message.</summary>
    /// <param name="hub">
    /// Address of the hub's pages, ending in a slash; null when not known: then there are no links.
    /// </param>
    public static async Task<MailContent> WriteAsync(Letter letter, Uri? hub)
    {
        if (letter is ReminderDigest digest)
        {
            DigestView words = DigestView.Of(digest, hub);
            return new MailContent(
                words.Subject, await RenderAsync<ReminderMail>(words), MailText.Of(words), CalendarFile.Of(digest));
        }

        LetterView view = View(letter, hub);
        return new MailContent(
            view.Subject,
            await RenderAsync<LetterMail>(view),
            MailText.Of(view),
            letter is MovedLetter moved ? CalendarFile.Of(moved) : null);
    }

    private static LetterView View(Letter letter, Uri? hub) => letter switch
    {
        ReceiptLetter receipt => ReceiptLetterView.Of(receipt, hub),
        ShareLetter share => ShareLetterView.Of(share, hub),
        DiscrepancyLetter discrepancy => OfficeViews.Of(discrepancy, hub),
        SummaryLetter summary => OfficeViews.Of(summary, hub),
        MovedLetter moved => MovedView.Of(moved, hub),
        UndeliveredLetter undelivered => UndeliveredView.Of(undelivered, hub),
        _ => throw new ArgumentOutOfRangeException(nameof(letter)),
    };

    private static async Task<string> RenderAsync<T>(object view)
        where T : IComponent
    {
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using HtmlRenderer renderer = new(services, NullLoggerFactory.Instance);
        ParameterView parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["Content"] = view });
        string html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(parameters)).ToHtmlString());
        return html.ReplaceLineEndings("\n");
    }
}
