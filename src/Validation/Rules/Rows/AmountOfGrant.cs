using PianoZona.Contracts.Flows;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ3001, PZ3007 between two cells: a grant has an amount, unless it is not granted yet; and what is not granted yet
/// has none, not even zero.
/// </summary>
internal sealed class AmountOfGrant : IDiscoveredRowRule
{
    public const string Code = MissingValue.Code;

    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow == Assegnazioni.Schema ? [new AmountOfGrant()] : [];

    public Breach? Check(RowView row)
    {
        if (row.Values.Text(Assegnazioni.Stato) is not { } state || row.Failed(Assegnazioni.Importo))
        {
            return null;
        }

        bool granted = !string.Equals(state, Assegnazioni.NonAncoraAssegnato, StringComparison.Ordinal);
        return (granted, row.Values[Assegnazioni.Importo].HasValue) switch
        {
            (true, false) => MissingValue.Found with { At = Assegnazioni.Importo },
            (false, true) => NotAllowed.WithAmount(Assegnazioni.Stato),
            _ => null,
        };
    }
}
