using PianoZona.Contracts.Flows;

namespace PianoZona.Hub.Filling;

/// <summary>A row of a table that is shown.</summary>
/// <param name="Cells">A cell for each column of the flow.</param>
/// <param name="Before">The row of the same key a year before; null = there was none.</param>
/// <param name="FileRow">Where it is in the file that is kept (header = 1); null = it is not in it.</param>
public sealed record SheetRow(
    IReadOnlyList<string> Cells, IReadOnlyList<string>? Before, int? FileRow);

/// <summary>The rows of a table: what was typed among what is suggested.</summary>
/// <param name="sheet">The columns.</param>
/// <param name="inForce">What is in force in its place: a new file takes the place of all of it.</param>
/// <param name="yearBefore">What is in force a year before.</param>
/// <param name="begun">
/// Rows as they begin, of what the hub knows by other files, in place of those of a year before; null = it knows
/// nothing.
/// </param>
public sealed class SheetRows(
    FillingSheet sheet,
    IReadOnlyList<IReadOnlyList<string>> inForce,
    IReadOnlyList<IReadOnlyList<string>> yearBefore,
    IReadOnlyList<IReadOnlyList<string>>? begun = null)
{
    private const int BlankRows = 3;

    private readonly Dictionary<string, IReadOnlyList<string>> before = yearBefore
        .GroupBy(sheet.KeyOf, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);

    private readonly IReadOnlyList<IReadOnlyList<string>> suggested =
        Suggested(sheet, [.. inForce.Concat(begun ?? yearBefore).Where(sheet.IsForIt)]);

    private readonly IReadOnlyList<IReadOnlyList<string>> structures =
        [.. inForce.Select(row => Structure(sheet, row))];

    /// <summary>What is in force in its place, a cell for each column as a table of the sender has it.</summary>
    public IReadOnlyList<IReadOnlyList<string>> InForce => [.. inForce.Select(Fixed)];

    /// <summary>
    /// The table to be shown: what is suggested in its order, each with what was typed for it, then what was typed
    /// besides.
    /// </summary>
    /// <remarks>
    /// For one body among others nothing is suggested of these: what of them is in force, or was typed, follows.
    /// </remarks>
    /// <param name="typed">Rows of the file that is kept; null = none is: what is in force is shown.</param>
    /// <param name="isBehind">
    /// Whether something came into force since: the others than the bodies that it is and was filled in for have what
    /// is in force of them and, where it is for none, whoever has no row in what was typed.
    /// </param>
    /// <param name="typedFor">Code of the body that it was filled in for; null = for none among others.</param>
    public IReadOnlyList<SheetRow> Show(
        IReadOnlyList<IReadOnlyList<string>>? typed, bool isBehind = false, string? typedFor = null)
    {
        List<(IReadOnlyList<string> Cells, int? FileRow)> left = typed is null
            ? [.. inForce.Select(row => (Fixed(row), (int?)null))]
            :
            [
                .. typed.Select((row, index) => (Cells: Fixed(row), FileRow: (int?)(index + TableFile.FirstRow)))
                    .Where(row => !isBehind || IsMeant(row.Cells)),
                .. (isBehind ? OfOthersThan(typed, IsMeant) : []).Select(row => (Fixed(row), (int?)null)),
            ];
        Dictionary<string, IReadOnlyList<string>> asked = suggested.ToDictionary(sheet.KeyOf, StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<string>> first = typed is null ? Begun() : [];
        List<(IReadOnlyList<string> Cells, int? FileRow)> shown = [];
        foreach ((string key, IReadOnlyList<string> row) in asked)
        {
            int before = left.Count;
            Move(one => sheet.KeyOf(one) == key);
            if (before == left.Count)
            {
                Move(one => !asked.ContainsKey(sheet.KeyOf(one)) && sheet.Completes(row, one));
            }

            if (before == left.Count)
            {
                shown.Add((first.GetValueOrDefault(key, row), null));
            }
        }

        if (sheet.For is not null && !shown.Concat(left).Any(row => sheet.IsForIt(row.Cells)))
        {
            shown.Add((sheet.BlankRow(), null));
        }

        shown.AddRange(left);
        return shown.Count > 0
            ? [.. shown.Select(row => new SheetRow(
                row.Cells, before.GetValueOrDefault(sheet.KeyOf(row.Cells)), row.FileRow))]
            : [.. Enumerable.Repeat(new SheetRow(sheet.BlankRow(), null, null), BlankRows)];

        bool IsMeant(IReadOnlyList<string> row) =>
            sheet.IsForIt(row) || (sheet.Flow.BodyColumn is { } body && row[body.Ordinal].Trim() == typedFor);

        void Move(Predicate<IReadOnlyList<string>> isMeant)
        {
            shown.AddRange(left.Where(one => isMeant(one.Cells)));
            left.RemoveAll(one => isMeant(one.Cells));
        }
    }

    /// <summary>Rows as they were sent by a page: in the file is what holds anything that was typed.</summary>
    public IReadOnlyList<SheetRow> Take(IReadOnlyList<IReadOnlyList<string>> sent)
    {
        int next = TableFile.FirstRow;
        return
        [
            .. sent.Select(Fixed).Select(row => new SheetRow(
                row, before.GetValueOrDefault(sheet.KeyOf(row)), IsLeftOut(row) ? null : next++)),
        ];
    }

    // Where something is in force already, what it lacks is only suggested: it may be left out.
    private Dictionary<string, IReadOnlyList<string>> Begun() => inForce.Any(sheet.IsForIt)
        ? []
        : (begun ?? []).Select(Fixed).DistinctBy(sheet.KeyOf, StringComparer.Ordinal)
            .ToDictionary(sheet.KeyOf, StringComparer.Ordinal);

    // What was suggested and got no figure, or lost it, was not filled in; missing is not zero.
    private bool IsLeftOut(IReadOnlyList<string> row) => sheet.IsBlank(row)
        || (sheet.HasNoFigures(row)
            && suggested.Concat(structures).Any(one => sheet.IsSameStructure(row, one)));

    private IEnumerable<IReadOnlyList<string>> OfOthersThan(
        IReadOnlyList<IReadOnlyList<string>> typed, Predicate<IReadOnlyList<string>> isMeant) =>
        sheet.For is not null ? inForce.Where(row => !isMeant(row))
        : sheet.Flow.BodyColumn is { Ordinal: int body }
            ? inForce.Where(row => !typed.Any(one => one[body].Trim() == row[body].Trim()))
        : [];

    // A draft may be of a time when less was known of its sender.
    private IReadOnlyList<string> Fixed(IReadOnlyList<string> row) =>
        [.. sheet.Columns.Select(column => column.Fixed ?? row[column.Column.Ordinal])];

    private static IReadOnlyList<IReadOnlyList<string>> Suggested(
        FillingSheet sheet, IReadOnlyList<IReadOnlyList<string>> known) =>
        [
            .. (known.Count == 0 ? First(sheet) : known)
                .Select(row => Structure(sheet, row))
                .DistinctBy(sheet.KeyOf, StringComparer.Ordinal),
        ];

    private static IReadOnlyList<string> Structure(FillingSheet sheet, IReadOnlyList<string> row) =>
        [.. sheet.Columns.Select(column =>
            column.Fixed ?? (column.IsCarried ? row[column.Column.Ordinal] : string.Empty))];

    private static IEnumerable<IReadOnlyList<string>> First(FillingSheet sheet)
    {
        if (sheet.Form.RowForEach is not { } column)
        {
            return [];
        }

        SheetColumn each = sheet.Columns[column.Ordinal];
        IReadOnlyList<string> blank = sheet.BlankRow();
        return each.Fixed is not null || (sheet.For is not null && column == sheet.Flow.BodyColumn)
            ? [blank]
            : each.Choices.Take(OnlineForm.MostRows).Select(choice => (IReadOnlyList<string>)
                [.. blank.Select((cell, index) => index == column.Ordinal ? choice.Value : cell)]);
    }
}
