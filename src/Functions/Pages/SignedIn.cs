using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Functions.Identity;

namespace PianoZona.Functions.Pages;

/// <summary>Answers to who signed in, and is allowed what is asked.</summary>
internal static class SignedIn
{
    /// <summary>Answers to anybody known who signed in; 401 to others.</summary>
    public static Task<IActionResult> ForAsync(
        this CallerReader callers, HttpRequest request, Func<Caller, Task<IActionResult>> answer, CancellationToken cancellationToken) =>
        callers.ForAsync(request, _ => true, answer, cancellationToken);

    /// <summary>Answers to who signed in and may; 401 to who is not known, 403 to who may not.</summary>
    /// <param name="callers">Who asks.</param>
    /// <param name="request">The request.</param>
    /// <param name="may">Whether the caller's role allows it.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IActionResult> ForAsync(
        this CallerReader callers, HttpRequest request, Func<Caller, bool> may, Func<Caller, Task<IActionResult>> answer, CancellationToken cancellationToken)
    {
        if (await callers.ReadAsync(request, cancellationToken) is not { } caller)
        {
            return Answers.SignIn();
        }

        return may(caller) ? await answer(caller) : Answers.NotAllowed();
    }
}
