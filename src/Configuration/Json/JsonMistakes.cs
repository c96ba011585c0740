using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts;

namespace PianoZona.Configuration.Json;

/// <summary>The mistakes found while a document is read: all of them, to be shown together.</summary>
public sealed class JsonMistakes
{
    private readonly List<(int Line, int Position, Mistake Error)> found = [];

    /// <summary>Whether there is none so far.</summary>
    public bool None => found.Count == 0;

    /// <summary>The mistakes, in the order of the document.</summary>
    public IReadOnlyList<Mistake> InOrder =>
        [
            .. found
                .OrderBy(mistake => mistake.Line)
                .ThenBy(mistake => mistake.Position)
                .Select(mistake => mistake.Error)
                .Distinct(),
        ];

    /// <summary>Notes a mistake in a value.</summary>
    /// <param name="at">The value.</param>
    /// <param name="message">Italian: what is wrong and how to correct it.</param>
    public void Add(JToken at, string message) => Add(at, at.Path, message);

    /// <summary>Notes a mistake at a path that need not exist, as a property that is missing.</summary>
    /// <param name="near">The value that exists nearest to it: it decides the order.</param>
    /// <param name="path">JSON path.</param>
    /// <param name="message">Italian: what is wrong and how to correct it.</param>
    public void Add(JToken near, string path, string message)
    {
        IJsonLineInfo line = near;
        found.Add((line.LineNumber, line.LinePosition, new Mistake(path, message)));
    }

    /// <summary>Notes a mistake of the whole document.</summary>
    public void AddWhole(string message) => found.Add((0, 0, new Mistake(string.Empty, message)));
}
