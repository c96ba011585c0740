using PianoZona.Contracts.Configuration;

namespace PianoZona.Web.Parts;

/// <summary>Whom a line is about.</summary>
/// <param name="Code">The code beside it; null = none is shown.</param>
public sealed record NamedBody(string Name, string? Code)
{
    /// <summary>A body of the Ambito, with its code; null = the whole Ambito.</summary>
    public static NamedBody Of(Ambito ambito, string? body) =>
        body is null ? new("Tutto l'Ambito", Code: null) : new(ambito.NameOf(body), body);
}
