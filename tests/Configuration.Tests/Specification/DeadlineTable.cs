using System.Globalization;
using PianoZona.Contracts.Configuration;
using PianoZona.Testing;

namespace PianoZona.Configuration.Tests.Specification;

/// <summary>The built-in deadlines, for the specification.</summary>
internal static class DeadlineTable
{
    private static readonly CultureInfo Italian = CultureInfo.GetCultureInfo("it-IT");

    /// <summary>The deadlines.</summary>
    public static string All() => Markdown.Table(
        ["Scadenza", "Che cosa", "Flusso", "Quando", "Chi", "Promemoria", "Fonte"],
        BuiltInCatalogue.Deadlines.Select(rule => (IReadOnlyList<string>)
        [
            Markdown.Code(rule.Id), rule.Title ?? string.Empty,
            rule.Flow is null ? "nessuno" : Markdown.Code(rule.Flow),
            When(rule.Due) + (rule.RollForward ? "; se non lavorativo, il primo lavorativo dopo" : string.Empty)
                + (rule.Soft ? "; indicativa" : string.Empty),
            Who(rule.Audience), Days(rule.Offsets), rule.Source ?? string.Empty,
        ]));

    private static string When(DueRule due) => due switch
    {
        DueRule.Once once => once.Date.ToString("d MMMM yyyy", Italian),
        DueRule.Yearly yearly => $"il {Day(yearly.Month, yearly.Day)}{Years(yearly.YearOffset)}",
        DueRule.EndOfMonth end => $"l'ultimo giorno di {Month(end.Month)}{Years(end.YearOffset)}",
        DueRule.Monthly monthly => $"il giorno {monthly.Day}{Months(monthly.MonthOffset, string.Empty)}",
        DueRule.Quarterly quarterly =>
            $"il giorno {quarterly.Day}{Months(quarterly.MonthOffset, " la fine del trimestre")}",
        DueRule.HalfYearly half =>
            $"il {Day(half.FirstMonth, half.FirstDay)} per il primo semestre, "
            + $"il {Day(half.SecondMonth, half.SecondDay)} per il secondo",
        DueRule.DaysAfterEvent { Days: 0 } => "il giorno dell'evento",
        DueRule.DaysAfterEvent after => $"{after.Days} giorni dopo l'evento",
        _ => throw new ArgumentOutOfRangeException(nameof(due)),
    };

    private static string Day(int month, int day) => $"{day} {Month(month)}";

    private static string Month(int month) => Italian.DateTimeFormat.GetMonthName(month);

    private static string Years(int years) => years switch
    {
        0 => " dell'anno stesso",
        1 => " dell'anno dopo",
        _ => $" di {years} anni dopo",
    };

    private static string Months(int months, string after) => months switch
    {
        0 => string.Empty,
        1 => $" del mese dopo{after}",
        _ => $" di {months} mesi dopo{after}",
    };

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
