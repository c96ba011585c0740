using System.Globalization;
using System.Text;
using CsvHelper;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Text;
using PianoZona.Functions.Answers.Pages;
using PianoZona.Hub.Uploads;

namespace PianoZona.Functions.Answers.Downloads;

/// <summary>
/// Files that were sent as a table for an Italian Excel: byte order mark, semicolons, days as <c>27/11/2026</c>.
/// </summary>
internal static class SentCsv
{
    private static readonly string[] Head =
    [
        "Numero", "Ente", "Nome", "Flusso", "Periodo", "Ricevuto il", "Ora", "Stato", "Righe", "Importo",
        "Sostituito da", "SHA-256", "Enti",
    ];

    /// <summary>The file.</summary>
    public static async Task<byte[]> WriteAsync(
        IEnumerable<SentFile> files, Ambito ambito, CancellationToken cancellationToken)
    {
        using MemoryStream stream = new();
        stream.Write(Encoding.UTF8.Preamble);
        await using (
            CsvWriter csv = CsvWriter.Create(
                stream, new CsvWriterOptions { Separator = ';', NewLine = "\r\n" }, leaveOpen: true))
        {
            await csv.WriteRecordAsync(Head, cancellationToken);
            foreach (SentFile one in files)
            {
                await csv.WriteRecordAsync([.. Cells(one, ambito).Select(ReportCsv.Guarded)], cancellationToken);
            }
        }

        return stream.ToArray();
    }

    private static string[] Cells(SentFile one, Ambito ambito)
    {
        string sender = one.Receipt.Id.Sender;
        DateTimeOffset at = one.Receipt.ReceivedAt;
        bool isKnown = at.Year >= Period.FirstYear;
        return
        [
            one.Receipt.Id.Text, sender, ambito.NameOf(sender),
            Spoken.OfFlow(one.Receipt.Id.Flow), one.Receipt.Id.Period,
            isKnown ? Italian.Day(RomeTime.DayOf(at)) : string.Empty,
            isKnown ? RomeTime.TimeOfDay(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture) : string.Empty,
            SentWords.State(one).Word, one.Receipt.Rows.ToString(CultureInfo.InvariantCulture),
            one.Receipt.Amount?.ToItalian() ?? string.Empty,
            one.ReplacedBy ?? string.Empty, one.Receipt.Sha256, string.Join(' ', one.Bodies ?? []),
        ];
    }
}
