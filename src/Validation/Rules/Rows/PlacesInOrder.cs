using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Text;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ4007 on places: contracted ≤ accredited ≤ authorised, among those that are given.</summary>
internal sealed class PlacesInOrder : IDiscoveredRowRule
{
    public const string Code = PaidWithinCommitted.Code;

    private static readonly Column[] Order =
    [
        UnitaOfferta.PostiContrattualizzati,
        UnitaOfferta.PostiAccreditati,
        UnitaOfferta.PostiAutorizzati,
    ];

    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow == UnitaOfferta.Schema ? [new PlacesInOrder()] : [];

    public Breach? Check(RowView row)
    {
        List<(Column Column, long Places)> given =
        [
            .. Order.Where(column => row.Values[column].HasValue).Select(column => (column, row.Values[column].Number)),
        ];
        for (int next = 1; next < given.Count; next++)
        {
            if (given[next - 1].Places > given[next].Places)
            {
                return Exceeds(given[next - 1].Column, given[next - 1].Places, given[next].Column, given[next].Places);
            }
        }

        return null;
    }

    private static Breach Exceeds(Column column, long places, Column limit, long most) =>
        new(
            Code,
            ("importo", Italian.Number(places)),
            ("minore", limit.Name),
            ("importominore", Italian.Number(most)),
            ("quali", "valori"),
            ("ordine", "i posti contrattualizzati non superano quelli accreditati, né questi quelli autorizzati"))
        {
            At = column,
        };
}
