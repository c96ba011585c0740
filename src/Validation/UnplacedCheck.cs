using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;
using PianoZona.Validation.Persons;

namespace PianoZona.Validation;

/// <summary>
/// Looks at a file of which it is not known for what it is sent: what is wrong with it whatever it is.
/// </summary>
public static class UnplacedCheck
{
    // Where several flows have a column of one name, that of document numbers: fewer false alarms.
    private static readonly Dictionary<string, Column> Columns = FlowCatalogue.All
        .SelectMany(flow => flow.Columns)
        .GroupBy(column => TextKey.Compact(column.Name), StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => group.FirstOrDefault(column => column.HoldsReferences) ?? group.First(),
            StringComparer.Ordinal);

    /// <summary>Goes through all of it, as the check of a known flow does: personal data first.</summary>
    /// <param name="source">The rows, before the first read.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>
    /// Personal data (PZ1013), or why it cannot be read to its end; null = neither, so it may be told what it is.
    /// </returns>
    public static async Task<ValidationResult?> CheckAsync(IRowSource source, CancellationToken cancellationToken)
    {
        ProblemLog log = new(RuleSets.Latest);
        Column?[] columns = [.. source.Header.Select(name => Columns.GetValueOrDefault(TextKey.Compact(name)))];
        PersonalDataSearch personal = new(source, index => index < columns.Length ? columns[index] : null, log);
        personal.LookAroundRows();
        int read = 0;
        while (await source.ReadAsync(cancellationToken))
        {
            read++;
            personal.LookAtRow();
        }

        if (source.Failure is { } failure)
        {
            log.Add(failure);
        }

        return log.Worst is null
            ? null
            : ValidationResult.From(log, new RowCounts(read, 0, 0, read), [], [], refused: source.Failure is not null);
    }
}
