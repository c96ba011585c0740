using System.Reflection;
using System.Runtime.CompilerServices;

namespace PianoZona.Architecture.Tests.Habits;

/// <summary>What needs much to do its work does too much: it is to be split by what it is responsible for.</summary>
public sealed class ConstructorTests
{
    private const int MostParameters = 8;

    [Fact]
    public void Constructors_OfTheProduct_TakeEightParametersAtMost() =>
        Expect.None(
            Directory
                .GetFiles(AppContext.BaseDirectory, "*.dll")
                .Where(IsOfTheProduct)
                .Select(Assembly.LoadFrom)
                .SelectMany(assembly => TooLong(assembly.GetTypes())));

    [Fact]
    public void TooLong_InSample_IsFoundUnlessItIsARecord() =>
        Assert.Equal(
            [nameof(NeedsMuch)],
            TooLong([typeof(NeedsMuch), typeof(HoldsMuch), typeof(NeedsLittle)]).Select(violation => violation.Place));

    private static bool IsOfTheProduct(string path) => Path.GetFileNameWithoutExtension(path) is { } name
        && (name == "pianozona" || (name.StartsWith("PianoZona.", StringComparison.Ordinal)
            && !name.EndsWith(".Tests", StringComparison.Ordinal) && name != "PianoZona.Testing"));

    // A record is what it holds: its constructor says so, and is called by name.
    private static IEnumerable<Violation> TooLong(IEnumerable<Type> types) =>
        types
            .Where(type => !IsRecord(type) && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .SelectMany(type =>
                type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(constructor => constructor.GetParameters().Length > MostParameters)
            .Select(constructor => new Violation(
                constructor.DeclaringType!.Name,
                $"has a constructor of {constructor.GetParameters().Length} parameters, more than {MostParameters}"));

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

#pragma warning disable S107, S2094, CA1812, CA1852, CS9113 // Samples of shapes.
    private sealed class NeedsMuch(int a, int b, int c, int d, int e, int f, int g, int h, int i)
    {
        public override string ToString() => $"{a}{b}{c}{d}{e}{f}{g}{h}{i}";
    }

    private sealed class NeedsLittle(int a, int b, int c, int d, int e, int f, int g, int h)
    {
        public override string ToString() => $"{a}{b}{c}{d}{e}{f}{g}{h}";
    }

    private sealed record HoldsMuch(int A, int B, int C, int D, int E, int F, int G, int H, int I);
#pragma warning restore S107, S2094, CA1812, CA1852, CS9113
}
