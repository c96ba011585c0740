using System.Globalization;
using CsvHelper;
using PianoZona.Contracts;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Reporting;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Discrepancies;
using PianoZona.Notification.Messages;

namespace PianoZona.Cli.Reports;

/// <summary>
/// The CSV files of <c>run</c>: UTF-8, <c>;</c>, amounts as <c>1234.56</c>. Their columns are a contract.
/// </summary>
internal static class CsvReport
{
    private static readonly string[] BalanceColumns =
    [
        "fondo",
        "annualita",
        "ente",
        "assegnato",
        "incassato",
        "ripartito",
        "impegnato",
        "liquidato",
        "prestato",
        "residuo",
    ];

    private static readonly string[] DiscrepancyColumns =
        ["codice", "gravita", "fondo", "annualita", "ente", "dichiarato", "calcolato", "differenza", "testo", "prove"];

    private static readonly string[] TrialColumns =
    [
        "regola",
        "gravita",
        "mittente",
        "flusso",
        "periodo",
        "esito",
        "segnalazioni",
    ];

    /// <summary><c>saldi.csv</c>.</summary>
    public static Task WriteBalancesAsync(string path, IEnumerable<AmbitoReport> reports) =>
        WriteAsync(
            path,
            BalanceColumns,
            from report in reports
            from state in report.Funds
            from balance in state.Balances
            select new[]
            {
                balance.Fund.Fund,
                Number(balance.Fund.Year),
                balance.Body ?? ReportColumns.WholeAmbito,
                Amount(balance.Assigned),
                Amount(balance.Cashed),
                Amount(balance.Allocated),
                Amount(balance.Committed),
                Amount(balance.Paid),
                Amount(balance.Delivered),
                Amount(balance.Residual),
            });

    /// <summary><c>scarti.csv</c>.</summary>
    public static Task WriteDiscrepanciesAsync(string path, IEnumerable<AmbitoReport> reports) =>
        WriteAsync(
            path,
            DiscrepancyColumns,
            reports
                .SelectMany(report => report.Discrepancies.Concat(report.Missing))
                .OrderBy(found => found.Code, StringComparer.Ordinal)
                .ThenBy(found => found.Fund?.Fund, StringComparer.Ordinal)
                .ThenBy(found => found.Year)
                .ThenBy(found => found.Body, StringComparer.Ordinal)
                .Select(Row));

    private static string[] Row(Discrepancy found) =>
        [
            found.Code,
            ReportColumns.Severity(found.Severity),
            found.Fund?.Fund ?? string.Empty,
            found.Year is { } year ? Number(year) : string.Empty,
            found.Body ?? ReportColumns.WholeAmbito,
            Amount(found.Declared),
            Amount(found.Computed),
            Amount(found.Difference),
            found.Text,
            string.Join(' ', found.Evidence.Select(evidence => evidence.ToString())),
        ];

    /// <summary><c>promemoria.csv</c>: a line for each deadline and step of a message.</summary>
    public static Task WriteRemindersAsync(string path, IEnumerable<ReminderDigest> digests) =>
        WriteAsync(path, ReminderColumns, ReminderRows(digests));

    /// <summary>The columns of <c>promemoria.csv</c>.</summary>
    public static string[] ReminderColumns { get; } = ["data", "scadenza", "destinatario", "enti", "passo", "oggetto"];

    /// <summary>The lines of <c>promemoria.csv</c>.</summary>
    public static IEnumerable<string[]> ReminderRows(IEnumerable<ReminderDigest> digests) =>
        from digest in digests
        from duty in digest.Reminders.GroupBy(one => (one.Deadline, one.Period, one.Step))
        select new[]
        {
            IsoDay.Text(digest.Day), duty.Key.Deadline, digest.Recipient,
            string.Join(' ', duty.Select(one => one.Body)), Number(duty.Key.Step), MailMessages.SubjectOf(digest),
        };

    /// <summary><c>prova.csv</c>: the uploads in force that the rules on trial would refuse.</summary>
    public static Task WriteTrialsAsync(string path, IEnumerable<TrialFailure> failures) =>
        WriteAsync(
            path,
            TrialColumns,
            failures.Select(failure =>
                new[]
                {
                    failure.Rule.Code,
                    ReportColumns.Severity(failure.Rule.Severity),
                    failure.Slot.Sender,
                    failure.Slot.Flow,
                    failure.Slot.Period,
                    failure.ReceiptId,
                    Number(failure.Breaches),
                }));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Amount(Money? amount) => amount?.ToString() ?? string.Empty;

    private static async Task WriteAsync(string path, string[] columns, IEnumerable<string[]> rows)
    {
        // The old report stays until the new one is whole.
        string draft = path + ".parziale";
        await using (FileStream stream = File.Create(draft))
        await using (
            CsvWriter csv = CsvWriter.Create(
                stream, new CsvWriterOptions { Separator = ';', NewLine = "\n" }, leaveOpen: true))
        {
            foreach (string[] row in rows.Prepend(columns))
            {
                await csv.WriteRecordAsync(row, CancellationToken.None);
            }
        }

        File.Move(draft, path, overwrite: true);
    }
}
