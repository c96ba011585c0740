using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Units;

namespace PianoZona.Hub.Filling;

/// <summary>The yearly review of the service units, as it begins: each unit that is open, as unchanged.</summary>
public sealed class UnitReview(UnitRegister units, TimeProvider time)
{
    private static readonly Dictionary<Column, Func<ServiceUnit, string?>> Cells = new()
    {
        [UnitaOfferta.CodiceUnita] = unit => unit.Code,
        [UnitaOfferta.Denominazione] = unit => unit.Name,
        [UnitaOfferta.Tipologia] = unit => unit.Kind,
        [UnitaOfferta.CodiceIstat] = unit => unit.Comune,
        [UnitaOfferta.EnteGestore] = unit => unit.RunBy,
        [UnitaOfferta.PostiAutorizzati] = unit => Whole(unit.Places.Authorised),
        [UnitaOfferta.PostiAccreditati] = unit => Whole(unit.Places.Accredited),
        [UnitaOfferta.PostiContrattualizzati] = unit => Whole(unit.Places.Contracted),
        [UnitaOfferta.DataCpe] = unit => unit.Noticed is { } day ? Italian.Day(day) : null,
        [UnitaOfferta.Stato] = _ => UnitaOfferta.Confermata,
    };

    /// <summary>
    /// A row for each unit of a sender that is open at the end of the year, or today when that is to come, a cell for
    /// each column of the flow. The day of the review is left to be told.
    /// </summary>
    /// <returns>Null when the table is no review, or no unit was ever told.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<string>>?> FindAsync(
        SendingParty party, FillingSheet sheet, CancellationToken cancellationToken)
    {
        if (!IsOf(sheet))
        {
            return null;
        }

        DateOnly today = RomeTime.Today(time);
        DateOnly day = sheet.Period.Last < today ? sheet.Period.Last : today;
        UnitList known = await units.FindAsync(party.Ambito, party.Body, day, cancellationToken);
        return known.Units.Count == 0
            ? null
            :
            [
                .. known.Units.Where(unit => unit.IsOpenOn(day))
                    .Select(unit => (IReadOnlyList<string>)
                    [
                        .. sheet.Flow.Columns.Select(column =>
                            Cells.GetValueOrDefault(column)?.Invoke(unit) ?? string.Empty),
                    ])
                    .Where(sheet.MayHold),
            ];
    }

    private static bool IsOf(FillingSheet sheet) =>
        sheet.Flow == UnitaOfferta.Schema && sheet.Period.Kind == PeriodKinds.Year;

    private static string? Whole(long? places) => places?.ToString(CultureInfo.InvariantCulture);
}
