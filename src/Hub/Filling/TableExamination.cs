using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Filling;

/// <summary>Looks at the rows of a table as at the file that they become.</summary>
public sealed class TableExamination(DraftExamination examination)
{
    /// <summary>
    /// The receipt it would get. Where personal data stop the file, beside them is what is found in the other cells:
    /// who types sees all that is to be corrected at once.
    /// </summary>
    /// <param name="rows">The rows of the file, a cell for each column of the flow.</param>
    public async Task<Receipt> LookAsync(
        DraftKey key, DraftFacts facts, FlowSchema flow, IReadOnlyList<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken)
    {
        Receipt found = await LookAtAsync(key, facts, flow, rows, cancellationToken);
        if (found.Outcome != Outcome.Quarantined)
        {
            return found;
        }

        Receipt beside = await LookAtAsync(
            key, facts, flow, [.. rows.Select(row => WithoutPersons(flow, row))], cancellationToken);
        return beside.Outcome == Outcome.Quarantined ? found : found with
        {
            // What such a cell held is not known: nothing is said of it, nor of its row as a whole.
            Problems =
            [
                .. found.Problems,
                .. beside.Problems.Where(one => one is { Row: { } row, Column: { } column }
                    && !IsOfPerson(flow, rows.ElementAtOrDefault(row - TableFile.FirstRow), column)),
            ],
        };
    }

    private static IReadOnlyList<string> WithoutPersons(FlowSchema flow, IReadOnlyList<string> row) =>
        [.. row.Select((cell, index) =>
            PersonalDataScan.Find(cell, flow.Columns[index]) is null ? cell : string.Empty)];

    private static bool IsOfPerson(FlowSchema flow, IReadOnlyList<string>? row, string name) =>
        row is not null && flow.Columns.FirstOrDefault(column => column.Name == name) is { } column
        && PersonalDataScan.Find(row[column.Ordinal], column) is not null;

    private async Task<Receipt> LookAtAsync(
        DraftKey key, DraftFacts facts, FlowSchema flow, IReadOnlyList<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken) =>
        (await examination.LookAsync(
            key, facts, new TextUpload(TableFile.Write(flow, rows)), cancellationToken)).Receipt;
}
