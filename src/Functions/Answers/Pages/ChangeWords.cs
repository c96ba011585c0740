using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Changes;
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
    /// <param name="change">What was found.</param>
    /// <param name="sums">The sums that change.</param>
    /// <param name="ambito">Knows the names of bodies.</param>
    /// <param name="isDone">Whether it has changed already.</param>
    public static ChangeMore MoreOf(FoundChange change, IReadOnlyList<ChangeLine> sums, Ambito ambito, bool isDone)
    {
        if (change.Detail is not { } detail)
        {
            return ChangeMore.Nothing;
        }

        bool areSeveral = detail.Bodies.Select(one => one.Body).Distinct(StringComparer.Ordinal).Count() > 1;
        BodyChange[] bodies = [.. areSeveral || sums.Count == 0 ? detail.Bodies : []];
        return new ChangeMore(
            [
                .. RowsOf(change, isDone), .. CountsOf(detail, change.Beside, isDone), .. PartsOf(detail, isDone),
                .. bodies.Length > MostBodies
                    ? (string[])[$"Per ente sono elencate {MostBodies} cifre su {Italian.Number(bodies.Length)}."] : [],
                .. change.Beside.Uncounted.Count > 0
                    ? (string[])["Le cifre che non contano non sono nelle somme: un dato inviato da più mittenti conta "
                        + "una volta sola."] : [],
            ],
            [
                .. bodies.Take(MostBodies).Select(one =>
                    Line($"{NameOf(one.Body, ambito)}: {FigureOf(one.Fund, one.Kind)}", one.Before, one.After)),
            ])
        {
            Uncounted = [.. change.Beside.Uncounted.Select(one => Line(
                $"{NameOf(one.Change.Body, ambito)}: {FigureOf(one.Change.Fund, one.Change.Kind)} — "
                    + TurnOf(one, ambito),
                one.Change.Before, one.Change.After))],
            Totals = [.. (change.Beside.Totals ?? []).Where(one => one.Before != one.After).Select(TotalOf)],
        };
    }

    // «non conta: vale quanto ha inviato Comune di Prova (018030)»
    private static string TurnOf(UncountedChange one, Ambito ambito)
    {
        string sender = NameOf(one.Sender, ambito);
        return one.Turn switch
        {
            CountingTurn.Neither => $"non conta: vale quanto ha inviato {sender}",
            CountingTurn.Ends => $"non conta più: vale quanto ha inviato {sender}",
            CountingTurn.Begins => $"ora conta: prima valeva quanto ha inviato {sender}",
            _ => throw new ArgumentOutOfRangeException(nameof(one)),
        };
    }

    private static ChangeLine TotalOf(TotalChange total)
    {
        decimal? difference = total is { Before: { } before, After: { } after }
            ? Number(after) - Number(before) : null;
        string? canonical = difference?.ToString(
            total.After!.Contains('.', StringComparison.Ordinal) ? "0.00##" : "0.####", CultureInfo.InvariantCulture);
        return new ChangeLine(
            total.Fund is { } fund ? $"{total.Column}, {fund}" : total.Column,
            total.Before is null ? null : Italian.Figure(total.Before),
            total.After is null ? null : Italian.Figure(total.After),
            canonical is null ? null : (difference > 0 ? "+" : string.Empty) + Italian.Figure(canonical));
    }

    private static decimal Number(string canonical) =>
        decimal.Parse(canonical, NumberStyles.Number, CultureInfo.InvariantCulture);

    // Where sums tell nothing, at least how many rows there are.
    private static IEnumerable<string> RowsOf(FoundChange change, bool isDone)
    {
        if (!change.Beside.PostsNothing || change.RowsBefore is not { } before)
        {
            yield break;
        }

        yield return before == change.RowsAfter
            ? $"Righe: {Italian.Number(before)}, quante {(isDone ? "prima" : "ora")}."
            : $"Righe: {(isDone ? "prima" : "ora")} {Italian.Number(before)}, "
                + $"{(isDone ? "dopo" : "con questo file")} {Italian.Number(change.RowsAfter)}.";
        if (change.Beside.IsTotalTheSame && change.Detail is { Changed: 0, Added: 0, Removed: 0 })
        {
            yield return $"I totali delle colonne {(isDone ? "sono rimasti" : "restano")} gli stessi.";
        }
    }

    private static IEnumerable<string> CountsOf(ChangeDetail detail, ChangeBeside beside, bool isDone)
    {
        if (detail.IsNone)
        {
            return beside.ChangesUncounted
                ? [isDone
                    ? "Le cifre che contano sono rimaste le stesse: sono cambiate solo cifre che non contano."
                    : "Le cifre che contano restano le stesse: cambiano solo cifre che non contano."]
                : detail.Same == 0 ? []
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
                (beside.IsTotalTheSame ? isDone ? "Il totale non è cambiato, ma sono cambiate delle voci: "
                    : "Il totale non cambia, ma cambiano delle voci: "
                    : isDone ? "Voci cambiate: " : "Voci che cambiano: ")
                + $"{string.Join(", ", counts)}. "
                + (beside.PostsNothing ? "Una voce è una cifra del file, con ciò di cui parla."
                    : "Una voce è ciò che il file dice di un fondo, un ente, un intervento e un'area."),
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

/// <summary>What a file changes, or changed, as far as it was looked for.</summary>
/// <param name="Detail">Closer than by sums; null = it was not looked for.</param>
/// <param name="Beside">What is to be known beside it.</param>
/// <param name="RowsBefore">Rows of what was in force; null = nothing was.</param>
/// <param name="RowsAfter">Rows of the file.</param>
internal sealed record FoundChange(ChangeDetail? Detail, ChangeBeside Beside, int? RowsBefore, int RowsAfter);
