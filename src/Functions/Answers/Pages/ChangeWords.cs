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
        BodyChange[] bodies = [.. (areSeveral || sums.Count == 0) && !IsFirst(change, isDone) ? detail.Bodies : []];
        return new ChangeMore(
            [
                .. change.ReplacesNone ? []
                    : (string[])
                    [
                        .. RowsOf(change, isDone), .. CountsOf(detail, change.Beside, isDone),
                        .. PartsOf(detail, isDone),
                    ],
                .. bodies.Length > MostBodies
                    ? (string[])[$"Per ente sono elencate {MostBodies} cifre su {Italian.Number(bodies.Length)}."] : [],
                .. TurnWords.Of(change.Beside, ambito, isDone),
            ],
            [
                .. bodies.Take(MostBodies).Select(one => Line(
                    $"{TurnWords.NameOf(one.Body, ambito)}: {FigureOf(one.Fund, one.Kind)}", one.Before, one.After)),
            ])
        {
            Uncounted = [.. change.Beside.Uncounted.Select(one => Line(
                $"{TurnWords.NameOf(one.Change.Body, ambito)}: {FigureOf(one.Change.Fund, one.Change.Kind)} — "
                    + $"non conta: vale quanto ha inviato {TurnWords.NameOf(one.Sender, ambito)}",
                one.Change.Before, one.Change.After))],
            Totals = [.. (change.Beside.Totals ?? []).Where(one => one.Before != one.After).Select(TotalOf)],
        };
    }

    // All that a first file told was new: its receipt says how much it was.
    private static bool IsFirst(FoundChange change, bool isDone) => change.ReplacesNone && isDone;

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

        string different = change.Beside.DifferentRows switch
        {
            null => ".",
            0 => $", tutte uguali: {(isDone ? "è cambiato" : "cambia")} solo come il file è scritto.",
            { } rows => $"; righe diverse: {Italian.Number(rows)}.",
        };
        yield return before == change.RowsAfter
            ? $"Righe: {Italian.Number(before)}, quante {(isDone ? "prima" : "ora")}{different}"
            : $"Righe: {(isDone ? "prima" : "ora")} {Italian.Number(before)}, "
                + $"{(isDone ? "dopo" : "con questo file")} {Italian.Number(change.RowsAfter)}{different}";
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
                    ? "Le cifre che contano sono rimaste le stesse: sono cambiate cifre che non contano."
                    : "Le cifre che contano restano le stesse: cambiano cifre che non contano."]
                : detail.Same == 0 || beside.PostsNothing ? [] : [SameOf(beside.DifferentRows, isDone)];
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

    // Not every column is in a figure.
    private static string SameOf(int? different, bool isDone) =>
        (isDone ? "Le cifre registrate sono rimaste le stesse" : "Le cifre registrate restano le stesse")
        + different switch
        {
            null => isDone ? "; altri dati possono essere cambiati." : "; altri dati possono cambiare.",
            0 => isDone ? ": è cambiato solo come il file è scritto." : ": cambia solo come il file è scritto.",
            { } rows => $"; {(isDone ? "sono cambiati" : "cambiano")} altri dati (righe: {Italian.Number(rows)} "
                + $"{(rows == 1 ? "diversa" : "diverse")}).",
        };

    private static IEnumerable<string> Counted(int count, string one, string many) =>
        count == 0 ? [] : [$"{Italian.Number(count)} {(count == 1 ? one : many)}"];

    private static IEnumerable<string> PartsOf(ChangeDetail detail, bool isDone)
    {
        string[] moved =
        [
            .. detail.Parts.Where(part => part < ChangedPart.Documents).Select(part => part switch
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
                ? "Sono cambiati i documenti di spesa o ciò che se ne dice (importo, tipo di costo, CUP)."
                : "Cambiano i documenti di spesa o ciò che se ne dice (importo, tipo di costo, CUP).";
        }

        if (detail.Parts.Contains(ChangedPart.Expense))
        {
            yield return isDone
                ? "È cambiato ciò che si dice di una spesa oltre all'importo: CUP, tipo di costo o totale."
                : "Cambia ciò che si dice di una spesa oltre all'importo: CUP, tipo di costo o totale.";
        }
    }

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
internal sealed record FoundChange(ChangeDetail? Detail, ChangeBeside Beside, int? RowsBefore, int RowsAfter)
{
    /// <summary>Whether nothing was in force in its place: all that it tells is new.</summary>
    public bool ReplacesNone { get; init; }
}
