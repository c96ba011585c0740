using System.Globalization;
using System.Text;
using CsvHelper;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Hub.Units;

namespace PianoZona.Functions.Answers.Downloads;

/// <summary>
/// Service units as a table for an Italian Excel: byte order mark, semicolons, days as <c>27/11/2026</c>. What is not
/// known is an empty cell.
/// </summary>
internal static class UnitCsv
{
    private static readonly string[] Head =
    [
        "Codice", "Denominazione", "Tipologia", "Codice ISTAT", "Comune", "Ente gestore", "Nome dell'ente gestore",
        "Posti autorizzati", "Posti accreditati", "Posti a contratto", "Data della CPE", "Data dell'evento", "Stato",
        "Esito", "Riga", "Anno dei dati", "Utenti", "Ore", "Costi", "Esito dei dati", "Riga dei dati",
    ];

    /// <summary>The file.</summary>
    public static async Task<byte[]> WriteAsync(UnitList list, Ambito ambito, CancellationToken cancellationToken)
    {
        using MemoryStream stream = new();
        stream.Write(Encoding.UTF8.Preamble);
        await using (
            CsvWriter csv = CsvWriter.Create(
                stream, new CsvWriterOptions { Separator = ';', NewLine = "\r\n" }, leaveOpen: true))
        {
            await csv.WriteRecordAsync(Head, cancellationToken);
            foreach (ServiceUnit unit in list.Units)
            {
                await csv.WriteRecordAsync([.. Cells(unit, ambito).Select(ReportCsv.Guarded)], cancellationToken);
            }
        }

        return stream.ToArray();
    }

    private static string[] Cells(ServiceUnit unit, Ambito ambito) =>
    [
        unit.Code, unit.Name ?? string.Empty, unit.Kind, unit.Comune, NameOf(unit.Comune, ambito), unit.RunBy,
        NameOf(unit.RunBy, ambito), Number(unit.Places.Authorised), Number(unit.Places.Accredited),
        Number(unit.Places.Contracted), unit.Noticed is { } day ? Italian.Day(day) : string.Empty,
        Italian.Day(unit.Happened), UnitPages.StateOf(unit.State).Word, unit.Origin.Receipt, Number(unit.Origin.Row),
        .. Cells(unit.Year),
    ];

    private static string[] Cells(UnitYear? year) =>
    [
        Number(year?.Year), Number(year?.Users), year?.Hours?.ToString("0.####", Italian.Culture) ?? string.Empty,
        year?.Costs?.ToItalian() ?? string.Empty, year?.Origin.Receipt ?? string.Empty, Number(year?.Origin.Row),
    ];

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private static string NameOf(string code, Ambito ambito) => ambito.NameOf(code);
}
