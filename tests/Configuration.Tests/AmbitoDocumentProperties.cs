using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using PianoZona.Contracts;

namespace PianoZona.Configuration.Tests;

/// <summary>Laws of the reader over documents spoiled at random.</summary>
public sealed class AmbitoDocumentProperties
{
    private static readonly string[] Paths =
    [
        .. JObject.Parse(Example.Json).Descendants().Where(token => token is not JProperty).Select(token => token.Path),
    ];

    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "-1",
        "1",
        "2021",
        "0.5",
        "1e3",
        "\"\"",
        "\" \"",
        "\"x\"",
        "\"019021\"",
        "\"ente-udp\"",
        "\"0.50\"",
        "\"06-30\"",
        "\"2026-06-30\"",
        "\"comune\"",
        "\"spesa-sociale\"",
        "[]",
        "[1]",
        "[\"a\"]",
        "{}",
        "{ \"a\": 1 }",
        "{ \"monthly\": 3 }",
        "123456789012345678901234567890",
        "\"\\ud800\"",
    ];

    private static readonly Gen<string> Spoiled =
        from path in Gen.Elements(Paths)
        from value in Gen.Elements(Values.Append("-").ToArray())
        select Example.With(path, value);

    [Fact]
    public void Read_DocumentSpoiledAtRandom_GivesEitherAnAmbitoOrMistakes() =>
        Prop.ForAll(
                Spoiled.ToArbitrary(),
                json => AmbitoDocument.Read(json) is var result && result.Ambito is null == result.Errors.Count > 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Read_TextCutAnywhere_IsAResult() =>
        Prop.ForAll(
                Gen.Choose(0, Example.Json.Length - 1).ToArbitrary(),
                length => AmbitoDocument.Read(Example.Json[..length]).Ambito is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public async Task Read_AnyValueAnywhere_AgreesWithTheSchema()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(AmbitoDocument.JsonSchema);

        foreach (string json in Paths.SelectMany(path =>
                Values.Where(value => value.Length < 20).Select(value => Example.With(path, value))))
        {
            bool refusedForItsForm = AmbitoDocument.Read(json).Errors.Any(error => !IsBeyondSchema(error));
            Assert.True(refusedForItsForm == schema.Validate(json).Count > 0, $"Reader and schema disagree on: {json}");
        }
    }

    // Words that only references and repeated codes use.
    private static bool IsBeyondSchema(Mistake error) =>
        error.Message.Contains("già usato", StringComparison.Ordinal)
        || error.Message.Contains("non è fra quelli", StringComparison.Ordinal)
        || error.Message.Contains("si sovrappongono", StringComparison.Ordinal)
        || error.Message.Contains("prima della prima", StringComparison.Ordinal)
        || error.Message.Contains("non fanno la quota", StringComparison.Ordinal)
        || error.Message.Contains("può pagare per i Comuni", StringComparison.Ordinal)
        || error.Message.Contains("indica già", StringComparison.Ordinal)
        || error.Message.Contains("codice di un mittente: dare", StringComparison.Ordinal)
        || error.Message.Contains("codice in vigore di un mittente", StringComparison.Ordinal);
}
