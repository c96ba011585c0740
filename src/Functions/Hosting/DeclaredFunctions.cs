using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace PianoZona.Functions.Hosting;

/// <summary>The functions that the program declares.</summary>
public static class DeclaredFunctions
{
    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(DeclaredFunctions)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Those that are not among some: what a roster tells as missing when it knows which were loaded.
    /// </summary>
    public static IReadOnlyList<string> Except(IEnumerable<string> loaded) =>
        [.. Names.Except(loaded, StringComparer.OrdinalIgnoreCase)];
}
