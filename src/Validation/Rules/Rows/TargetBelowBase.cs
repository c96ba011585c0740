using PianoZona.Contracts.Flows;
using PianoZona.Validation.Text;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ4012, on trial: an indicator whose target is below its start, which is right only where less is better (Lodi
/// L298-305, L644-651).
/// </summary>
internal sealed class TargetBelowBase : IDiscoveredRowRule
{
    public const string Code = "PZ4012";

    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow == Indicatori.Schema ? [new TargetBelowBase()] : [];

    public Breach? Check(RowView row)
    {
        (CellValue start, CellValue target) = (row.Values[Indicatori.Base], row.Values[Indicatori.Atteso]);
        return Measures.Sizes(start, target) is { } sizes && sizes.Second < sizes.First
            ? new Breach(Code, ("base", Measures.InItalian(start)), ("atteso", Measures.InItalian(target)))
            {
                At = Indicatori.Atteso,
            }
            : null;
    }
}
