using Microsoft.AspNetCore.Mvc;
using PianoZona.Functions.Answers;

namespace PianoZona.Functions.Requests;

/// <summary>What a caller sent: a document, or the answer to what is none.</summary>
/// <typeparam name="T">The document.</typeparam>
/// <param name="Document">The document; null when it is none, or wrong.</param>
/// <param name="Refusal">The answer, when there is no document.</param>
internal sealed record Sent<T>(T? Document, IActionResult Refusal)
    where T : class
{
    /// <summary>A document.</summary>
    public static Sent<T> Of(T document) => new(document, new EmptyResult());

    /// <summary>A mistake in it.</summary>
    public static Sent<T> Wrong(string mistake) => new(null, Answer.Mistaken(mistake));

    /// <summary>It is refused.</summary>
    public static Sent<T> Refused(IActionResult answer) => new(null, answer);

    /// <summary>The same, or its mistake if it has one.</summary>
    /// <param name="mistake">Finds, in Italian, what is wrong in a document; null when nothing is.</param>
    public Sent<T> Unless(Func<T, string?> mistake) =>
        Document is not null && mistake(Document) is { } wrong ? Wrong(wrong) : this;
}
