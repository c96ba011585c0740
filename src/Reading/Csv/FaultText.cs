using System.Globalization;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;

namespace PianoZona.Reading.Csv;

/// <summary>Words for the faults of the grammar: PZ1002, since from there on the text is no table.</summary>
internal static class FaultText
{
    /// <summary>The problem at its place.</summary>
    public static Problem Of(CsvFault fault)
    {
        string row = fault.Row.ToString(CultureInfo.InvariantCulture);
        string cell = Location.A1(fault.Column, fault.Row);
        (string reason, string remedy) = fault.Kind switch
        {
            CsvFaultKind.UnclosedQuote => (
                $"nella cella {cell} si aprono delle virgolette (\") che non vengono chiuse",
                $"Aprire il file con Excel o LibreOffice, togliere le virgolette all'inizio della cella {cell} e "
                    + $"salvare di nuovo come «CSV UTF-8»."),
            CsvFaultKind.CellTooLong => (
                $"la cella {cell} contiene un testo più lungo di quanto un foglio di calcolo ammetta",
                $"Accorciare il testo della cella {cell}, oppure controllare che il file sia davvero una tabella, e "
                    + $"inviarlo di nuovo."),
            _ => (
                $"la riga {row} ha più di {Italian.Number(fault.Column)} celle",
                "Controllare che il file sia quello giusto e cancellare le colonne in più, poi salvare di nuovo come "
                    + "«CSV UTF-8»."),
        };
        return Refusal.NotReadable(
            new Location(fault.Row, Cell: fault.Kind == CsvFaultKind.TooManyColumns ? null : cell), reason, remedy);
    }
}
