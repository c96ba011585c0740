using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Hub.Ports;
using PianoZona.Functions.Answers;

namespace PianoZona.Functions.Requests.Asked;

/// <summary>
/// A parameter that turns a request into a trial: <c>?prova=si</c>. Anything else than that is no trial and nothing
/// else either: who meant one must not do the real thing.
/// </summary>
internal static class YesAsked
{
    /// <summary>Whether it is asked for.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="refusal">400, where something else is written; else null.</param>
    public static bool In(HttpRequest request, string name, out IActionResult? refusal)
    {
        bool isThere = request.Query.TryGetValue(name, out var written);
        bool isYes = written == ReceivedFile.Yes;
        refusal = isThere && !isYes
            ? Answer.Mistaken($"Il parametro «{name}» può essere solo «{ReceivedFile.Yes}»: correggilo o toglilo.")
            : null;
        return isYes;
    }
}
