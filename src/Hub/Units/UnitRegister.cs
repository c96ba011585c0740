using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Hub.Filling;
using PianoZona.Ledger;

namespace PianoZona.Hub.Units;

/// <summary>The service units of a body on a day.</summary>
/// <param name="Day">That on which a unit is open or not: what is announced for later has not happened.</param>
/// <param name="Units">
/// Each as the last row that names it tells, by kind, Comune and code; also those that closed.
/// </param>
/// <param name="Unread">
/// Receipts of files in force of which rows were left out: there are too many of them, or they are no longer as the
/// rules want them.
/// </param>
public sealed record UnitList(DateOnly Day, IReadOnlyList<ServiceUnit> Units, IReadOnlyList<string> Unread);

/// <summary>
/// The service units of each body, derived from its files in force alone: nobody keeps a list of them.
/// </summary>
public sealed class UnitRegister(ILedger ledger, RowsInForce rows)
{
    /// <summary>Files that are read at most, the latest first: there is one for each event, and one a year.</summary>
    public int MostFiles { get; init; } = 100;

    /// <summary>Rows that are read at most.</summary>
    public int MostRows { get; init; } = 20_000;

    /// <summary>The units that a body has reported.</summary>
    /// <remarks>
    /// One listing of what is in force of the body, then each of the body's files in force is read once: as many as
    /// there are events and years, however often each was sent, and <see cref="MostFiles"/> at most.
    /// </remarks>
    /// <exception cref="InvalidOperationException">A file in force is not in the archive.</exception>
    /// <param name="today">Today in Italy: what is announced for later has not happened yet.</param>
    public async Task<UnitList> FindAsync(
        Ambito ambito, Sender body, DateOnly today, CancellationToken cancellationToken)
    {
        List<CurrentUpload> own = await ledger.ListCurrentOfAsync(ambito.Code, [body.Code], cancellationToken)
            .Where(one => one.Rows > 0)
            .ToListAsync(cancellationToken);
        List<string> unread = [];
        List<(ServiceUnit Unit, long Sequence)> said = [];
        int left = MostRows;
        foreach ((int place, CurrentUpload file) in Latest(own, UnitaOfferta.Schema).Index())
        {
            if (place >= MostFiles || file.Rows > left)
            {
                unread.Add(file.ReceiptId);
                continue;
            }

            left -= file.Rows;
            UnitRows read = new(file);
            await rows.ReadAsync(file, read, cancellationToken);
            said.AddRange(read.All.Select(unit => (unit, file.Sequence)));
            if (read.All.Count != file.Rows)
            {
                unread.Add(file.ReceiptId);
            }
        }

        Dictionary<string, UnitYear> years =
            said.Count == 0 ? [] : await YearsAsync(own, unread, cancellationToken);
        return new UnitList(
            today,
            [
                .. said.GroupBy(one => one.Unit.Code, StringComparer.OrdinalIgnoreCase)
                    .Select(one => LastOf(one, today))
                    .Select(unit => unit with { Year = years.GetValueOrDefault(unit.Code) })
                    .OrderBy(unit => unit.Kind, StringComparer.Ordinal)
                    .ThenBy(unit => unit.Comune, StringComparer.Ordinal)
                    .ThenBy(unit => unit.Code, StringComparer.Ordinal),
            ],
            unread);
    }

    // The later event wins, however late the file of an earlier one came; of one event the later file, its later row.
    // One that is only announced is told where nothing else is known of the unit.
    private static ServiceUnit LastOf(IEnumerable<(ServiceUnit Unit, long Sequence)> said, DateOnly today) => said
        .MaxBy(one => (one.Unit.Happened <= today, one.Unit.Happened, one.Sequence, one.Unit.Origin.Row))
        .Unit;

    private static IEnumerable<CurrentUpload> Latest(List<CurrentUpload> own, FlowSchema flow) => own
        .Where(one => one.Slot.Flow == flow.Code)
        .OrderByDescending(one => Period.Parse(one.Slot.Period).Last)
        .ThenByDescending(one => one.Sequence);

    private async Task<Dictionary<string, UnitYear>> YearsAsync(
        List<CurrentUpload> own, List<string> unread, CancellationToken cancellationToken)
    {
        if (Latest(own, FsrRilevazione.Schema).FirstOrDefault() is not { } last)
        {
            return [];
        }

        UnitYearRows read = new(last);
        if (last.Rows <= MostRows)
        {
            await rows.ReadAsync(last, read, cancellationToken);
        }

        if (read.Count != last.Rows)
        {
            unread.Add(last.ReceiptId);
        }

        return read.ByUnit;
    }
}
