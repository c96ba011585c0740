using PianoZona.Contracts.Flows;
using PianoZona.Validation.Rules.Cells;

namespace PianoZona.Validation.Rules.Rows;

/// <summary>
/// PZ3009 between two cells: a value that is not of the unit of its row: a yes where a number is due, or the other way
/// round.
/// </summary>
internal sealed class MeasureOfUnit(Column measure) : IDiscoveredRowRule
{
    public const string Code = WrongFormat.Code;

    private static readonly Column[] Measures = [Indicatori.Base, Indicatori.Atteso, Indicatori.Valore];

    public static IEnumerable<IRowRule> For(UploadContext context) =>
        context.Flow == Indicatori.Schema ? Measures.Select(measure => new MeasureOfUnit(measure)) : [];

    public Breach? Check(RowView row)
    {
        CellValue value = row.Values[measure];
        if (!value.HasValue
            || value.Text == Indicatori.NonRilevato
            || row.Values.Text(Indicatori.Unita) is not { } unit)
        {
            return null;
        }

        bool number = value.Text is null;
        bool answer = value.Text is "SI" or "NO";
        return unit switch
        {
            Indicatori.SiNo when !answer => WrongFormat.NotOfUnit(measure, "serve SI o NO", "SI"),
            Indicatori.Rapporto when answer => WrongFormat.NotOfUnit(measure, "serve un rapporto come 1:20", "1:20"),
            Indicatori.Numero or Indicatori.Percento or Indicatori.Punteggio when !number => WrongFormat.NotOfUnit(
                measure,
                "serve un numero",
                "12,5"),
            _ => null,
        };
    }
}
