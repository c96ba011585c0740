using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Text;
using PianoZona.Reading;

namespace PianoZona.Hub.Sending;

/// <summary>What a file says of itself.</summary>
/// <param name="Flow">The flow whose columns its header has; null = none, or more than one.</param>
/// <param name="Period">The period in its first row, or of its events; null = its columns do not tell.</param>
/// <param name="Year">The year in its first row; null = its columns do not tell.</param>
public sealed record Recognised(FlowSchema? Flow, Period? Period, int? Year)
{
    /// <summary>Nothing is known.</summary>
    public static Recognised Nothing { get; } = new(null, null, null);
}

/// <summary>Tells of which flow a file is by its header, and of which period by its first row.</summary>
public sealed class FlowRecognition(UploadReader reader)
{
    private const string WhichSheet = "PZ1006";

    /// <summary>Reads a file's header and first row.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="likely">Flows whose sheets are looked for first, in a workbook of several sheets.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Recognised> OfAsync(
        IUploadContent content, IEnumerable<string> likely, CancellationToken cancellationToken)
    {
        (Recognised? alone, bool isOneOfSheets) = await OfSheetAsync(content, sheet: null, cancellationToken);
        if (alone is not null || !isOneOfSheets)
        {
            return alone ?? Recognised.Nothing;
        }

        foreach (string flow in likely.Concat(FlowCatalogue.All.Select(one => one.Code))
            .Distinct(StringComparer.Ordinal))
        {
            if (await OfSheetAsync(content, flow, cancellationToken) is { Found: { Flow: not null } found })
            {
                return found;
            }
        }

        return Recognised.Nothing;
    }

    // None is found in what cannot be read so; a workbook of several sheets may be read by the name of one.
    private async Task<(Recognised? Found, bool IsOneOfSheets)> OfSheetAsync(
        IUploadContent content, string? sheet, CancellationToken cancellationToken)
    {
        ReadResult read = await reader.OpenAsync(content, sheet, cancellationToken);
        await using IRowSource? source = read.Source;
        if (source is null)
        {
            return (null, read.Problems.Any(problem => problem.Code == WhichSheet));
        }

        FlowSchema? flow = OfHeader(source.Header);
        if (flow is null || !await source.ReadAsync(cancellationToken))
        {
            return (new Recognised(flow, null, null), false);
        }

        Recognised told = OfFirstRow(flow, source);
        return flow.Events is { } events
            ? (told with { Period = await OfEventsAsync(events, source, cancellationToken) }, false)
            : (told, false);
    }

    // What happened on one day is about that day; the yearly check, and what happened on several days, about the year.
    private static async Task<Period?> OfEventsAsync(
        EventRows events, IRowSource rows, CancellationToken cancellationToken)
    {
        int day = PlaceOf(rows, events.Day);
        (int Place, string Word)? check = events.Check is var (column, word)
            ? (PlaceOf(rows, column), TextKey.Compact(word)) : null;
        HashSet<DateOnly> days = [];
        bool isCheck = false;
        do
        {
            if (WrittenDay.TryParse(rows.Cell(day), out DateOnly found))
            {
                days.Add(found);
                isCheck |= check is var (state, told) && TextKey.Compact(rows.Cell(state)) == told;
            }
        }
        while (await rows.ReadAsync(cancellationToken));

        int[] years = [.. days.Select(one => one.Year).Distinct()];
        string? period = days.Count == 1 && !isCheck ? IsoDay.Text(days.Single())
            : years.Length == 1 ? years[0].ToString(CultureInfo.InvariantCulture)
            : null;
        return Period.TryParse(period ?? string.Empty, out Period? known) ? known : null;
    }

    private static int PlaceOf(IRowSource rows, Column column) =>
        rows.Header.ToList().FindIndex(name => TextKey.Compact(name) == TextKey.Compact(column.Name));

    // The flow that has most of the header's columns among those whose required columns are all there.
    private static FlowSchema? OfHeader(IReadOnlyList<string> header)
    {
        HashSet<string> names = header.Select(name => TextKey.Compact(name)).ToHashSet(StringComparer.Ordinal);
        (FlowSchema Flow, int Found)[] fitting =
        [
            .. from flow in FlowCatalogue.All
               let known = flow.Columns.Where(column => names.Contains(TextKey.Compact(column.Name))).ToArray()
               where known.Length > 0
                   && known.Count(column => column.Required) == flow.Columns.Count(column => column.Required)
               orderby known.Length descending
               select (flow, known.Length),
        ];
        return fitting.Length == 1 || (fitting.Length > 1 && fitting[0].Found > fitting[1].Found)
            ? fitting[0].Flow
            : null;
    }

    private static Recognised OfFirstRow(FlowSchema flow, IRowSource row)
    {
        Dictionary<string, int> places = row.Header.Select((name, index) => (Key: TextKey.Compact(name), index))
            .DistinctBy(one => one.Key, StringComparer.Ordinal)
            .ToDictionary(one => one.Key, one => one.index, StringComparer.Ordinal);
        Period? period = flow.Columns.Where(column => column.Kind == ColumnKind.Period)
            .Select(column => Period.TryParse(Cell(column), out Period? found) ? found : null)
            .FirstOrDefault(found => found is not null && flow.Periods.HasFlag(found.Kind));
        // A fund's year is not that of the file.
        int? year = flow.Columns.Where(column => column is { Kind: ColumnKind.Year, Name: "anno" })
            .Select(column => Period.TryParse(Cell(column), out Period? found) ? found.Year : (int?)null)
            .FirstOrDefault();
        return new Recognised(flow, period, year);

        string Cell(Column column) => places.TryGetValue(TextKey.Compact(column.Name), out int index)
            ? row.Cell(index).Trim().ToString()
            : string.Empty;
    }
}
