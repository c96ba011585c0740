using PianoZona.Contracts.Flows;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>PZ3001 between cells: a fund is named with its year, and a share that a fund pays names the fund.</summary>
internal sealed class FundOfService : IDiscoveredRowRule
{
    public const string Code = MissingValue.Code;

    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow == Prestazioni.Schema ? [new FundOfService()] : [];

    public Breach? Check(RowView row)
    {
        bool fund = row.Values[Prestazioni.Fondo].HasValue || row.Failed(Prestazioni.Fondo);
        bool year = row.Values[Prestazioni.Annualita].HasValue || row.Failed(Prestazioni.Annualita);
        bool paid = row.Values.Money(Prestazioni.QuotaFondo) is { Cents: > 0 };
        return (fund, year, paid) switch
        {
            (true, false, _) => MissingValue.Found with { At = Prestazioni.Annualita },
            (false, true, _) or (false, _, true) => MissingValue.Found with { At = Prestazioni.Fondo },
            _ => null,
        };
    }
}
