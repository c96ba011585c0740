using System.Globalization;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Rules;

namespace PianoZona.Validation.Rules.Cells;

/// <summary>
/// PZ3021: an ISTAT code that is no longer in force, or the name of a Comune that is part of another today, read as the
/// sender that it names now.
/// </summary>
internal static class FormerBody
{
    public const string Code = "PZ3021";

    /// <summary>The Ambito as a version of the rules sees it: before this one, a former code was of nobody.</summary>
    public static Ambito Under(string ruleSet, Ambito ambito) =>
        RuleSets.Includes(ruleSet, RuleCatalogue.Of(Code).Since)
        || ambito.Senders.All(sender => sender.FormerCodes.Count == 0)
            ? ambito
            : ambito with
            {
                Senders = [.. ambito.Senders.Select(sender => sender with { FormerCodes = [] })],
            };

    public static Breach InCell(Sender body, FormerCode former) =>
        Read("Riga {riga}, colonna «{colonna}» (cella {cella}):", body, former) with { Expected = body.Code };

    public static Breach InPath(Sender body, FormerCode former) => Read("Percorso del file:", body, former);

    private static Breach Read(string where, Sender body, FormerCode former)
    {
        string whose = former.Name is { } name ? $"{former.Code}, di {name}," : former.Code;
        string day = former.To.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return new Breach(
            Code, ("punto", where), ("codice", whose), ("giorno", day), ("ente", $"{body.Name} ({body.Code})"));
    }
}
