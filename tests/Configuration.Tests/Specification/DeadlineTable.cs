using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PianoZona.Contracts.Configuration;
using PianoZona.Testing;

namespace PianoZona.Configuration.Tests.Specification;

/// <summary>The built-in deadlines, for the specification.</summary>
internal static class DeadlineTable
{
    /// <summary>The deadlines.</summary>
    public static string All() => Markdown.Table(
        ["Scadenza", "Che cosa", "Flusso", "Quando", "Chi", "Promemoria", "Fonte"],
        BuiltInCatalogue.Deadlines.Select(rule => (IReadOnlyList<string>)
        [
            Markdown.Code(rule.Id), rule.Title ?? string.Empty,
            rule.Flow is null ? "nessuno" : Markdown.Code(rule.Flow),
            rule.Due.Words + (rule.RollForward ? "; se non lavorativo, il primo lavorativo dopo" : string.Empty)
                + (rule.Soft ? "; indicativa" : string.Empty),
            Who(rule.Audience), Days(rule.Offsets), rule.Source ?? string.Empty,
        ]));

    /// <summary>The forms of a deadline, with the example of the schema and what the program makes of it.</summary>
    /// <param name="schema">Path of the schema.</param>
    public static string Forms(string schema) =>
        Markdown.Table(
            ["Forma", "Esempio", "Quando cade"],
            JObject
                .Parse(ApprovedDocument.Read(schema))
                .SelectTokens("definitions.due.oneOf[*]")
                .Select(form => (form, example: form["examples"]![0]!.ToString(Formatting.None)))
                .Select(one =>
                    (IReadOnlyList<string>)
                        [
                            string.Join(
                                ", ",
                                ((JObject)one.form["properties"]!).Properties().Select(part => Markdown.Code(part.Name))
                            ),
                            Markdown.Code(one.example),
                            RuleOf(one.example).Words,
                        ]));

    private static DueRule RuleOf(string form) =>
        AmbitoDocument.Read(Example.With("deadlines[0].due", form)).Ambito!.Deadlines[0].Due;

    private static string Days(IReadOnlyList<int> offsets) =>
        string.Join("; ", Sides(offsets).Where(side => side.Days.Any())
            .Select(side => $"{string.Join(", ", side.Days)} {side.Word}"));

    private static (string Word, IEnumerable<int> Days)[] Sides(IReadOnlyList<int> offsets) =>
    [
        ("prima", offsets.Where(offset => offset < 0).Select(Math.Abs)),
        ("(il giorno stesso)", offsets.Where(offset => offset == 0)),
        ("dopo", offsets.Where(offset => offset > 0)),
    ];

    private static string Who(SenderKind kind) => kind switch
    {
        SenderKind.Comune => "Comuni",
        SenderKind.Agency => "aziende e consorzi",
        SenderKind.Provider => "enti gestori",
        SenderKind.PlanOffice => "Ufficio di Piano",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
