using PianoZona.Contracts.Flows;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ3001, PZ3007 between two cells: a funded request has an amount, one that waits or was excluded has none.
/// </summary>
internal sealed class AmountOfRequest : IDiscoveredRowRule
{
    public const string Code = MissingValue.Code;

    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow == MisuraB2.Schema ? [new AmountOfRequest()] : [];

    public Breach? Check(RowView row)
    {
        if (row.Values.Text(MisuraB2.Esito) is not { } outcome || row.Failed(MisuraB2.Importo))
        {
            return null;
        }

        return (outcome, row.Values.Money(MisuraB2.Importo)) switch
        {
            (MisuraB2.Finanziata, null) => MissingValue.Found with { At = MisuraB2.Importo },
            (not MisuraB2.Finanziata and not MisuraB2.Chiusa, { Cents: > 0 }) => NotAllowed.RequestWithAmount(
                MisuraB2.Esito),
            _ => null,
        };
    }
}
