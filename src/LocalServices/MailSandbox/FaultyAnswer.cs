using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PianoZona.LocalServices.MailSandbox;

/// <summary>Answers a call, or lets it go wrong as it was asked for.</summary>
internal static class FaultyAnswer
{
    private const string Html = "text/html; charset=utf-8";
    private const string Page = "<!DOCTYPE html><html><head><title>Gateway</title></head><body></body></html>";

    private static readonly TimeSpan Later = TimeSpan.FromSeconds(2);

    public static async Task<IResult> AnswerAsync(
        HttpContext context, SandboxStore store, SandboxCall call, Func<Task<IResult>> act)
    {
        SandboxFault? fault = store.NextFault(call);
        return fault switch
        {
            null or SandboxFault.None => await act(),
            SandboxFault.AcceptedWithRetryAfter => await AcceptedLaterAsync(context, act),
            SandboxFault.ResetAfter or SandboxFault.SilentAfter or SandboxFault.CutShortAfter
                or SandboxFault.ResetInBodyAfter or SandboxFault.SilentInBodyAfter =>
                await DoneAsync(context, fault.Value, await act()),
            _ => Undone(context, fault.Value, store.Now),
        };
    }

    private static async Task<IResult> AcceptedLaterAsync(HttpContext context, Func<Task<IResult>> act)
    {
        context.Response.Headers.RetryAfter = SecondsOf(Later);
        return await act();
    }

    private static IResult Undone(HttpContext context, SandboxFault fault, DateTimeOffset now)
    {
        context.Response.Headers.RetryAfter = fault switch
        {
            SandboxFault.Throttle or SandboxFault.Unavailable or SandboxFault.XmlUnavailable => SecondsOf(Later),
            SandboxFault.ThrottleUntilDate => (now + Later).ToString("R", CultureInfo.InvariantCulture),
            _ => default(string),
        };
        switch (fault)
        {
            case SandboxFault.ResetBefore:
                context.Abort();
                return Results.Empty;
            case SandboxFault.RedirectLoop:
                return Results.Redirect(context.Request.Path + context.Request.QueryString, preserveMethod: true);
            default:
                return fault switch
                {
                    SandboxFault.Throttle => GraphRoutes.Error(429, "ApplicationThrottled"),
                    SandboxFault.Unavailable => GraphRoutes.Error(503, "ServiceUnavailable"),
                    SandboxFault.HtmlBadGateway => Results.Content(Page, Html, statusCode: 502),
                    SandboxFault.XmlUnavailable => Results.Content("<error/>", "application/xml", statusCode: 503),
                    SandboxFault.TextError => Results.Content("upstream connect error", "text/plain", statusCode: 500),
                    SandboxFault.HtmlBadRequest => Results.Content(Page, Html, statusCode: 400),
                    SandboxFault.HtmlSuccess => Results.Content(Page, Html, statusCode: 200),
                    SandboxFault.EmptySuccess => Results.StatusCode(200),
                    SandboxFault.ThrottleUntilDate => Results.Content(Page, Html, statusCode: 429),
                    _ => GraphRoutes.Error(400, "ErrorInvalidRequest"),
                };
        }
    }

    private static async Task<IResult> DoneAsync(HttpContext context, SandboxFault fault, IResult answer)
    {
        if (fault is SandboxFault.CutShortAfter or SandboxFault.ResetInBodyAfter or SandboxFault.SilentInBodyAfter)
        {
            byte[] whole = await WrittenAsync(context, answer);
            byte[] part = whole[..(whole.Length / 2)];
            context.Response.ContentLength = fault == SandboxFault.CutShortAfter ? part.Length : whole.Length;
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }

        if (fault is SandboxFault.SilentAfter or SandboxFault.SilentInBodyAfter)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else if (fault != SandboxFault.CutShortAfter)
        {
            context.Abort();
        }

        return Results.Empty;
    }

    // An answer that has no body gets one, since it is to stop in it.
    private static async Task<byte[]> WrittenAsync(HttpContext context, IResult answer)
    {
        Stream body = context.Response.Body;
        using MemoryStream written = new();
        context.Response.Body = written;
        await answer.ExecuteAsync(context);
        context.Response.Body = body;
        context.Response.ContentType ??= "application/json";
        return written.Length > 0 ? written.ToArray() : "{ }"u8.ToArray();
    }

    private static string SecondsOf(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
