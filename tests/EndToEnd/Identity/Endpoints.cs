using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Identity;

namespace PianoZona.EndToEnd.Identity;

/// <summary>A function over HTTP, as the program declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">The first method that it answers.</param>
/// <param name="Route">Its route.</param>
/// <param name="Audience">To whom it is open.</param>
public sealed record Endpoint(string Name, string Method, string Route, Audience Audience)
{
    /// <summary>Whether it shows what is known by a number or code that belongs to one body.</summary>
    public bool IsOfOneBody => Route.Contains("{id}", StringComparison.Ordinal);

    /// <summary>Whether it is declared to answer HEAD, which the host sends on only then.</summary>
    public bool AnswersHead { get; private init; }

    /// <summary>All of them, by route.</summary>
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        .. from method in typeof(OpenToAttribute).Assembly.GetTypes().SelectMany(type => type.GetMethods())
           let trigger = method.GetParameters()
               .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
               .FirstOrDefault(found => found is not null)
           where trigger is not null
           orderby trigger.Route, method.Name
           select new Endpoint(
               method.GetCustomAttribute<FunctionAttribute>()!.Name,
               (trigger.Methods is [string first, ..] ? first : "get").ToUpperInvariant(),
               trigger.Route ?? string.Empty,
               method.GetCustomAttribute<OpenToAttribute>()!.Audience)
           {
               AnswersHead = trigger.Methods?.Contains("head", StringComparer.Ordinal) == true,
           },
    ];
}
