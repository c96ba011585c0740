using System.Reflection;
using PianoZona.Functions.Hosting;

namespace PianoZona.Architecture.Tests;

/// <summary>
/// A function binds, authorises, makes a call to the hub and renders: what asks a port is a use case, and lives in the
/// hub.
/// </summary>
public sealed class FeaturePortTests
{
    // An interface that a function may be given, and why.
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["IExport"] = "how a table is made: it asks nobody for anything",
    };

    [Fact]
    public void Features_AndWhatTheyAnswer_TakeNoPort()
    {
        Type[] all = [.. typeof(HubHost).Assembly.GetTypes().Where(type => type.Namespace is
            "PianoZona.Functions.Features" or "PianoZona.Functions.Answers")];

        Assert.Contains(all, type => type.Name == "ReceiptFunctions");
        Expect.None(Ports(all));
    }

    [Fact]
    public void Ports_OfAConstructorOrAMethod_AreFound() =>
        Assert.Equal(
            [nameof(TakesInConstructor), nameof(TakesInMethod)],
            Ports([typeof(TakesInConstructor), typeof(TakesInMethod), typeof(TakesNone)])
                .Select(violation => violation.Place));

    // An interface of the product: what others give by an interface (a log, a request, a list) is no port.
    private static IEnumerable<Violation> Ports(IEnumerable<Type> types) =>
        from type in types
        from port in Methods(type).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .Where(IsPort)
            .Distinct()
        select new Violation(type.Name, $"takes {port.Name}: what asks it belongs into a use case of the hub");

    private static bool IsPort(Type type) => type.IsInterface && !Allowed.ContainsKey(type.Name)
        && (type.Namespace ?? string.Empty).StartsWith("PianoZona.", StringComparison.Ordinal);

    private static IEnumerable<MethodBase> Methods(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
            | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return [.. type.GetConstructors(Own), .. type.GetMethods(Own)];
    }

#pragma warning disable S2094, CA1812, CA1852, CS9113 // Samples of shapes.
    private interface IPort;

    private sealed class TakesInConstructor(IPort port)
    {
        public override string ToString() => $"{port}";
    }

    private sealed class TakesInMethod
    {
        public static string Show(IPort port) => $"{port}";
    }

    private sealed class TakesNone(IReadOnlyList<string> all)
    {
        public override string ToString() => $"{all}";
    }
#pragma warning restore S2094, CA1812, CA1852, CS9113
}
