
namespace PianoZona.Architecture.Tests;

/// <summary>What the API answers has one vocabulary, in Italian, which the specification explains.</summary>
public sealed class AnswerKeyTests
{
    private const string Vocabulary = "docs/specifica/risposte.md";

    [Fact]
    public void Keys_OfEveryAnswer_AreThoseThatAreExplained() => Assert.Equal(
        AnswerKeys.ExplainedIn(RepositoryFiles.File(Vocabulary)).Order(StringComparer.Ordinal),
        RepositoryFiles.CSharp.Where(file => file.IsIn("src/Functions")).SelectMany(AnswerKeys.In)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void In_Snippet_FindsKeysOfBothForms() => Assert.Equal(
        ["esito", "base", "Righe", "fondo", "annualita"],
        AnswerKeys.In(new("a.cs", """
            class A
            {
                object B() => new { esito = new { @base = 1 }, one.Righe };
                object C() => new JObject { ["fondo"] = new JArray { new JObject { ["annualita"] = 1 } } };
                object D() => new Dictionary<string, int> { ["passo"] = 1 };
            }
            """)));
}
