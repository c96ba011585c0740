using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using PianoZona.Functions.Identity;

namespace PianoZona.Functions.OpenApi;

/// <summary>A function for programs, as the program declares and describes it.</summary>
/// <param name="Method">The method of HTTP, upper case.</param>
/// <param name="Route">Its route, from the root.</param>
/// <param name="Audience">To whom it is open.</param>
/// <param name="Declared">Where it is declared.</param>
internal sealed partial record ApiFunction(
    string Name, string Method, string Route, Audience Audience, MethodInfo Declared)
{
    private const string Root = "api/";

    /// <summary>All of them, by route: those below <c>/api</c>.</summary>
    public static IReadOnlyList<ApiFunction> All { get; } =
    [
        .. typeof(ApiFunction).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => (Method: method, Trigger: TriggerOf(method)))
            .Where(one => one.Trigger?.Route?.StartsWith(Root, StringComparison.Ordinal) is true)
            .Select(one => Of(one.Method, one.Trigger!))
            .OrderBy(one => one.Route, StringComparer.Ordinal).ThenBy(one => one.Method, StringComparer.Ordinal),
    ];

    /// <summary>What it does.</summary>
    /// <exception cref="InvalidOperationException">It does not say it.</exception>
    public ApiOperationAttribute Operation => Declared.GetCustomAttribute<ApiOperationAttribute>()
        ?? throw new InvalidOperationException($"Function {Name} does not say to programs what it does.");

    /// <summary>What it answers.</summary>
    public IEnumerable<ApiAnswerAttribute> Answers => Declared.GetCustomAttributes<ApiAnswerAttribute>();

    /// <summary>What it may be asked for.</summary>
    public IEnumerable<ApiQueryAttribute> Queries => Declared.GetCustomAttributes<ApiQueryAttribute>();

    /// <summary>What it is sent; null = nothing.</summary>
    public ApiBodyAttribute? Body => Declared.GetCustomAttribute<ApiBodyAttribute>();

    /// <summary>Its path, without what routes alone say of a value.</summary>
    public string Path => "/" + Constraint().Replace(Route, "}");

    /// <summary>What comes first in its route.</summary>
    public string Subject => Route[Root.Length..].Split('/')[0];

    /// <summary>The names in its route.</summary>
    public IEnumerable<string> Names => Place().Matches(Path).Select(match => match.Groups["name"].Value);

    private static HttpTriggerAttribute? TriggerOf(MethodInfo method) => method.GetParameters()
        .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
        .FirstOrDefault(found => found is not null);

    private static ApiFunction Of(MethodInfo method, HttpTriggerAttribute trigger) => new(
        method.GetCustomAttribute<FunctionAttribute>()!.Name, trigger.Methods![0].ToUpperInvariant(), trigger.Route!,
        method.GetCustomAttribute<OpenToAttribute>()!.Audience, method);

    [GeneratedRegex(@":[^}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{(?<name>[^}]+)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();
}
