using System.Globalization;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Xlsx;

/// <summary>Words for the faults of a sheet: PZ1002, since it is no table of this hub.</summary>
internal static class SheetFaultText
{
    /// <summary>The problem at its place.</summary>
    public static Problem Of(SheetRows rows)
    {
        string cell = Location.A1(rows.FaultColumn, rows.RowNumber);
        return rows.Fault == SheetFault.CellTooLong
            ? Refusal.NotReadable(
                new Location(rows.RowNumber, Cell: cell),
                $"la cella {cell} contiene un testo più lungo di quanto un foglio di calcolo ammetta",
                $"Accorciare il testo della cella {cell}, oppure controllare che il file sia davvero una tabella, e "
                    + $"inviarlo di nuovo.")
            : Refusal.NotReadable(
                new Location(rows.RowNumber),
                $"la riga {rows.RowNumber.ToString(CultureInfo.InvariantCulture)} ha più di "
                    + $"{Italian.Number(rows.FaultColumn)} colonne (cella {cell})",
                "Controllare che il foglio sia quello giusto e cancellare le colonne in più, poi salvare e inviare di "
                    + "nuovo.");
    }
}
