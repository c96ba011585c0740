using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Sending;

namespace PianoZona.Hub.Filling;

/// <summary>What is known of a table before anything is typed in it.</summary>
/// <param name="Current">What is in force in its place; null = nothing is.</param>
/// <param name="Rows">What it is shown with, and what is taken of it.</param>
/// <param name="HasYearBefore">Whether there is what it was a year before.</param>
/// <param name="Units">How many service units it begins with; null = it is not begun with any.</param>
public sealed record KnownTable(PriorTable? Current, SheetRows Rows, bool HasYearBefore, int? Units)
{
    /// <summary>How many rows it begins with, where no page takes as many; null = a page does.</summary>
    public int? TooMany => Current is { Current.Rows: > OnlineForm.MostRows } inForce ? inForce.Current.Rows
        : Current is null && Units > OnlineForm.MostRows ? Units
        : null;
}

/// <summary>Finds what a table begins with: what is in force, a year before, or known by other files.</summary>
public sealed class KnownTables(PriorTables priors, UnitReview review)
{
    /// <summary>What is known of the table of a sender.</summary>
    /// <param name="most">How many rows in force are wanted at most: of more of them none is read.</param>
    /// <param name="asksUnits">Whether the units of the sender are looked for, in a review of them.</param>
    public async Task<KnownTable> FindAsync(
        SendingParty party, FillingSheet sheet, int most, bool asksUnits, CancellationToken cancellationToken)
    {
        PriorTable? current = await FindAsync(sheet.Period.Text, most);
        // Rows say something of a year later where they are few: then they are filled in on a page.
        PriorTable? before = sheet.Flow.Online is not null && sheet.YearBefore() is { } year
            ? await FindAsync(year, OnlineForm.MostRows) : null;
        IReadOnlyList<IReadOnlyList<string>>? begun = asksUnits
            ? await review.FindAsync(party, sheet, cancellationToken) : null;
        return new KnownTable(
            current,
            new SheetRows(sheet, RowsOf(current), RowsOf(before), begun),
            before is not null && before.Rows.Any(sheet.IsForIt),
            begun?.Count(sheet.IsForIt));

        // Figures of a body that the sender may send for no longer are no other's.
        IReadOnlyList<IReadOnlyList<string>> RowsOf(PriorTable? table) =>
            [.. (table?.Rows ?? []).Where(sheet.MayHold)];

        Task<PriorTable?> FindAsync(string period, int rows) => priors.FindAsync(
            new UploadSlot(party.Ambito.Code, party.Body.Code, sheet.Flow.Code, period), rows, cancellationToken);
    }
}
