
namespace PianoZona.Reconciliation.Checks;

/// <summary>Finds the checks that are there: a class is all that a check needs to be asked.</summary>
internal static class AllChecks
{
    /// <summary>All checks of a kind, in the order of their codes.</summary>
    /// <typeparam name="TCheck">The interface that they have.</typeparam>
    /// <param name="codeOf">The code of a check.</param>
    public static TCheck[] Of<TCheck>(Func<TCheck, string> codeOf) =>
    [
        .. typeof(AllChecks).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(TCheck)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (TCheck)Activator.CreateInstance(type)!)
            .OrderBy(codeOf, StringComparer.Ordinal),
    ];
}
