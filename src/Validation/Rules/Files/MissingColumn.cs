using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Files;

/// <summary>PZ2001: a required column is not in the header.</summary>
internal static class MissingColumn
{
    public const string Code = "PZ2001";

    public static Breach For(Column column) => new(Code, ("titolo", column.Title));
}
