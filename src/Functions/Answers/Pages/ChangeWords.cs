using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Text;
using PianoZona.Ledger;
using PianoZona.Web.Sending;

namespace PianoZona.Functions.Answers.Pages;

/// <summary>What a file changes in what is in force, in words and figures.</summary>
internal static class ChangeWords
{
    private const int MostBodies = 40;

    /// <summary>A sum of a fund year that changes; of one that stays the same nothing is said here.</summary>
    public static IEnumerable<ChangeLine> LineOf(FundKey fund, EntryKind kind, Money? before, Money? after) =>
        before == after ? [] : [Line(FigureOf(fund, kind), before, after)];

    /// <summary>What changes beside the sums of fund years.</summary>
    /// <param name="detail">Null = it was not looked for.</param>
    /// <param name="sums">The sums that change.</param>
    /// <param name="ambito">Knows the names of bodies.</param>
    /// <param name="isDone">Whether it has changed already.</param>
    public static ChangeMore MoreOf(ChangeDetail? detail, IReadOnlyList<ChangeLine> sums, Ambito ambito, bool isDone)
    {
        if (detail is null)
        {
            return ChangeMore.Nothing;
        }

        bool areSeveral = detail.Bodies.Select(one => one.Body).Distinct(StringComparer.Ordinal).Count() > 1;
        BodyChange[] bodies = [.. areSeveral || sums.Count == 0 ? detail.Bodies : []];
        return new ChangeMore(
            [
                .. CountsOf(detail, sums.Count == 0, isDone), .. PartsOf(detail, isDone),
                .. bodies.Length > MostBodies
                    ? (string[])[$"Per ente sono elencate {MostBodies} cifre su {Italian.Number(bodies.Length)}."] : [],
            ],
            [
                .. bodies.Take(MostBodies).Select(one =>
                    Line($"{NameOf(one.Body, ambito)}: {FigureOf(one.Fund, one.Kind)}", one.Before, one.After)),
            ]);
    }

    private static IEnumerable<string> CountsOf(ChangeDetail detail, bool isTotalTheSame, bool isDone)
    {
        if (detail.IsNone)
        {
            return detail.Same == 0 ? []
                : [isDone
                    ? "Le cifre registrate sono rimaste le stesse: è cambiato solo come il file è scritto."
                    : "Le cifre registrate restano le stesse: cambia solo come il file è scritto."];
        }

        string[] counts =
        [
            .. Counted(detail.Changed, "con un altro importo", "con un altro importo"),
            .. Counted(detail.Added, "aggiunta", "aggiunte"), .. Counted(detail.Removed, "tolta", "tolte"),
        ];
        return counts.Length == 0 ? []
            :
            [
                (isTotalTheSame ? isDone ? "Il totale non è cambiato, ma sono cambiate delle voci: "
                    : "Il totale non cambia, ma cambiano delle voci: "
                    : isDone ? "Voci cambiate: " : "Voci che cambiano: ")
                + $"{string.Join(", ", counts)}. Una voce è ciò che il file dice di un fondo, un ente, un intervento "
                + "e un'area.",
            ];
    }

    private static IEnumerable<string> Counted(int count, string one, string many) =>
        count == 0 ? [] : [$"{Italian.Number(count)} {(count == 1 ? one : many)}"];

    private static IEnumerable<string> PartsOf(ChangeDetail detail, bool isDone)
    {
        string[] moved =
        [
            .. detail.Parts.Where(part => part != ChangedPart.Documents).Select(part => part switch
            {
                ChangedPart.Purpose => "l'intervento, il servizio o l'area",
                ChangedPart.Area => "l'area di intervento",
                ChangedPart.Basis => "il periodo coperto (colonna «base»)",
                ChangedPart.Qualifier => "quanto l'importo è certo",
                _ => throw new ArgumentOutOfRangeException(nameof(detail)),
            }),
        ];
        if (moved.Length > 0)
        {
            yield return $"Con lo stesso totale dell'ente {(isDone ? "è cambiato" : "cambia")}: "
                + $"{string.Join(", ", moved)}.";
        }

        if (detail.Parts.Contains(ChangedPart.Documents))
        {
            yield return isDone
                ? "Sono cambiati i documenti di spesa, il loro importo o il loro CUP."
                : "Cambiano i documenti di spesa, il loro importo o il loro CUP.";
        }
    }

    private static string NameOf(string? body, Ambito ambito) => body is null ? "Ambito nel suo insieme"
        : ambito.FindSender(body) is { } known ? $"{known.Name} ({body})" : body;

    private static string FigureOf(FundKey fund, EntryKind kind) =>
        string.Create(Italian.Culture, $"{fund.Fund} {fund.Year}, {KindNames.Italian(kind)}");

    // What is not reported has no difference.
    private static ChangeLine Line(string figure, Money? before, Money? after)
    {
        Money? difference = before is { } from && after is { } to ? to - from : null;
        return new ChangeLine(
            figure, before?.ToItalian(), after?.ToItalian(),
            difference is { } known ? (known > Money.Zero ? "+" : string.Empty) + known.ToItalian() : null);
    }
}
