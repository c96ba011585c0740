using System.Globalization;
using PianoZona.Contracts.Flows;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ4004: two rows with the same key would count twice. A missing part of the key counts as a value.
/// </summary>
internal sealed class DuplicateKey(IReadOnlyList<Column> key, Fingerprints keys) : IRowRule
{
    public const string Code = "PZ4004";

    public Breach? Check(RowView row)
    {
        foreach (Column column in key)
        {
            if (row.Failed(column) || (column.ValueRequired && !row.Values[column].HasValue))
            {
                return null;
            }
        }

        return keys.FirstWith(row.HashOf(keys), row.Values.Number) is { } first
            ? new Breach(
                Code,
                ("prima", first.ToString(CultureInfo.InvariantCulture)),
                ("chiave", string.Join(", ", key.Select(column => column.Name))))
            : null;
    }
}
