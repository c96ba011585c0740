using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PianoZona.Contracts.Notification;

namespace PianoZona.Notification.Messages;

/// <summary>The message of a reminder digest.</summary>
public static class ReminderMessage
{
    /// <summary>Its subject: the most urgent deadline with its date.</summary>
    public static string SubjectOf(ReminderDigest digest) => DigestView.Of(digest, hub: null).Subject;

    /// <summary>Writes it. The same digest always gives the same message.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="hub">Address of the hub's pages, ending in a slash; null when not known: then there are no links.</param>
    public static async Task<MailContent> WriteAsync(ReminderDigest digest, Uri? hub)
    {
        DigestView view = DigestView.Of(digest, hub);
        return new MailContent(view.Subject, await RenderAsync(view), PlainText.Of(view), CalendarFile.Of(digest));
    }

    private static async Task<string> RenderAsync(DigestView view)
    {
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using HtmlRenderer renderer = new(services, NullLoggerFactory.Instance);
        ParameterView parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ReminderMail.Content)] = view });
        string html = await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<ReminderMail>(parameters)).ToHtmlString());
        return html.ReplaceLineEndings("\n");
    }
}
