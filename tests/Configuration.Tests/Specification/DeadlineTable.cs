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
