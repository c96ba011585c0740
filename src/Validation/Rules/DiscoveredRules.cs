using System.Reflection;

namespace PianoZona.Validation.Rules;

/// <summary>Finds the rules that are there: a class is all that a rule needs to be asked.</summary>
internal static class DiscoveredRules
{
    private const string Code = "Code";
    private const string For = "For";

    private static readonly Type[] Types = typeof(DiscoveredRules).Assembly.GetTypes();

    /// <summary>What makes the rules of each class that has an interface, in the order of their codes.</summary>
    /// <typeparam name="TMethod">Parameters and result of the interface's static method <c>For</c>.</typeparam>
    /// <param name="unit">The interface.</param>
    public static TMethod[] Of<TMethod>(Type unit)
        where TMethod : Delegate =>
    [
        .. Types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(unit))
            .OrderBy(CodeOf, StringComparer.Ordinal)
            .ThenBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => type.GetMethod(For, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<TMethod>()),
    ];

    /// <summary>The code of a rule, which its class has as a constant.</summary>
    public static string CodeOf(Type rule) =>
        (string)rule.GetField(Code, BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;
}
