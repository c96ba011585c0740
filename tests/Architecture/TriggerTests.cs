using System.Reflection;
using PianoZona.Functions;

namespace PianoZona.Architecture.Tests;

/// <summary>Thin triggers, a file for each feature.</summary>
public sealed class TriggerTests
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly SourceFile[] Files = [.. RepositoryFiles.Read("*.cs", "src/Functions")];

    [Fact]
    public void Functions_OfAFeature_AreThinAndInItsFile() =>
        Expect.None(
            Files.SelectMany(file =>
                Triggers.Thick(file).Concat(Triggers.Astray(file)).Concat(Triggers.Unguarded(file))));

    /// <summary>What the text shows is what the worker finds: no function is overlooked by the tests here.</summary>
    [Fact]
    public void Functions_InTheSources_AreThoseOfTheAssembly()
    {
        IEnumerable<string> inAssembly = typeof(SettingNames).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method =>
                method.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name is "FunctionAttribute"))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");
        IEnumerable<string> inSources = Files
            .SelectMany(Triggers.In)
            .Select(method =>
                $"{((Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax)method.Parent!).Identifier.Text}.{method.Identifier.Text}"
            );
        Assert.Equal(inSources.Order(StringComparer.Ordinal), inAssembly.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(15, 0)]
    [InlineData(16, 1)]
    public void Thick_AtTheBorder_OnlyAboveIt(int lines, int found)
    {
        string body = string.Concat(Enumerable.Repeat("        F();\n", lines));
        SourceFile file = new(
            "src/Functions/A.cs",
            $"class A\n{{\n    [Function(\"a\")]\n    public void Run()\n    {{\n{body}    }}\n}}\n");
        Assert.Equal(found, Triggers.Thick(file).Count());
    }

    [Theory]
    [InlineData("src/Functions/Features/AFunctions.cs", 0)]
    [InlineData("src/Functions/Features/BFunctions.cs", 2)]
    [InlineData("src/Functions/Hosting/AFunctions.cs", 2)]
    public void Astray_FunctionsOfAFeature_AreToBeInItsFile(string path, int found) =>
        Assert.Equal(
            found,
            Triggers
                .Astray(
                    new(
                        path,
                        "class AFunctions { [Function(\"a\")] void F() { } [Function(\"b\")] void G() { } void H() { "
                            + "} }"))
                .Count());

    [Theory]
    [InlineData("[Function(\"a\")] [OpenTo(Audience.Staff)] void F([HttpTrigger] HttpRequest request) { }", 0)]
    [InlineData("[Function(\"a\")] void F([HttpTrigger] HttpRequest request) { }", 1)]
    [InlineData("[Function(\"a\")] void F([TimerTrigger(\"x\")] TimerInfo timer) { }", 0)]
    public void Unguarded_FunctionOverHttp_MustSayToWhomItIsOpen(string function, int found)
    {
        Assert.Equal(
            found,
            Triggers
                .Unguarded(new("src/Functions/Features/AFunctions.cs", $"class AFunctions {{ {function} }}"))
                .Count());
    }
}
