using PianoZona.Configuration.Json;
using PianoZona.Contracts.Configuration;

namespace PianoZona.Configuration;

/// <summary>The document ambito.json: how it is read, and the schema by which an editor can check it.</summary>
public static class AmbitoDocument
{
    /// <summary>The published JSON Schema (draft 7). It says of the form of a document all that a schema can.</summary>
    /// <remarks>
    /// References between codes, and names that lead to two, are checked by <see cref="Read"/> alone.
    /// </remarks>
    public static string JsonSchema { get; } = BuiltInCatalogue.Resource("ambito.schema.json");

    /// <summary>
    /// Reads a document. Nothing in it makes this throw: every mistake is in the result, with its path and words in
    /// Italian.
    /// </summary>
    public static AmbitoReadResult Read(string json)
    {
        JsonMistakes mistakes = new();
        Ambito? ambito = null;
        if (JsonText.Parse(json, mistakes) is { } root)
        {
            ambito = JsonObjectReader.Read(root, mistakes, AmbitoReader.Ambito);
            new AmbitoReferences(root, mistakes).Check();
        }

        return new AmbitoReadResult(mistakes.None ? ambito : null, mistakes.InOrder);
    }
}
