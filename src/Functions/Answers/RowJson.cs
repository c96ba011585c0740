using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Uploads;
using PianoZona.Web.Rows;

namespace PianoZona.Functions.Answers;

/// <summary>Rows of a file as they were sent, as data and as a page: where a figure comes from.</summary>
internal static class RowJson
{
    /// <summary>The rows as data.</summary>
    public static object Of(Receipt receipt, RowSet asked, FoundRows found) => new
    {
        esito = receipt.Id,
        righe = asked.ToString(),
        colonne = found.Header,
        celle = found.Rows.Select(row => new { riga = row.Number, valori = row.Cells }),
    };

    public static RowListView PageOf(Receipt receipt, string sender, RowSet asked, FoundRows found) => new(
        receipt.FileName, sender, receipt.Id, asked.ToString(), found.Rows.Count < asked.Count, found.Header,
        [.. found.Rows.Select(row => new RowLine(row.Number, row.Cells))]);
}
