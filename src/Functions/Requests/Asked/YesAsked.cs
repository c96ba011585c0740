using Microsoft.AspNetCore.Http;
using PianoZona.Contracts;
using PianoZona.Hub.Ports;

namespace PianoZona.Functions.Requests.Asked;

/// <summary>
/// A parameter that turns a request into a trial: <c>?prova=si</c>. Anything else than that is no trial and nothing
/// else either: who meant one must not do the real thing.
/// </summary>
internal static class YesAsked
{
    /// <summary>Whether it is asked for.</summary>
    /// <param name="name">Name of the parameter.</param>
    public static bool In(HttpRequest request, string name) => request.Query[name] == ReceivedFile.Yes;

    /// <summary>What is wrong in it; none where it is asked for or not there.</summary>
    /// <param name="name">Name of the parameter.</param>
    public static IEnumerable<Mistake> MistakesIn(HttpRequest request, string name) =>
        request.Query.ContainsKey(name) && !In(request, name)
            ? [new Mistake(name, $"Il parametro «{name}» può essere solo «{ReceivedFile.Yes}»: correggilo o toglilo.")]
            : [];
}
