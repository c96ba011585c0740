using System.CommandLine;
using PianoZona.Cli.Local;
using PianoZona.Cli.Reports;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Uploads;
using PianoZona.Reading;
using PianoZona.Validation;

namespace PianoZona.Cli.Commands;

/// <summary><c>validate FILE --flow F</c>: the hub's own validation, without a hub.</summary>
internal static class ValidateCommand
{
    private const long Megabyte = 1024 * 1024;

    private static string AllFlows => string.Join(", ", FlowCatalogue.All.Select(schema => schema.Code));

    public static Command Create()
    {
        Argument<string> file = new("FILE") { Description = "Il file da controllare." };
        Option<string> flow = new("--flow") { Description = $"Il flusso: {AllFlows}.", Required = true };
        Option<string?> sender = new("--sender") { Description = "Codice del mittente; senza, le competenze non si controllano." };
        Option<string?> period = new("--period") { Description = "Periodo, ad esempio 2025 o 2025-T3; senza, quello dell'anno in corso." };
        Option<string?> ambito = new("--ambito") { Description = "Configurazione dell'Ambito (ambito.json)." };
        Option<bool> json = new("--json") { Description = "Stampa l'esito in JSON." };
        Option<bool> nil = new("--nulla") { Description = "Il file dichiara che non ci sono dati." };
        Option<string> rules = new("--rules")
        {
            Description = $"Versione delle regole, per rifare un esito: {string.Join(", ", RuleSets.All)}.",
            DefaultValueFactory = _ => RuleSets.Latest,
        };
        Option<string?> received = new("--received") { Description = "Giorno di ricezione, ad esempio 2026-06-30; senza, i termini non si controllano." };
        Option<string?> rows = new("--righe") { Description = "Righe di dati che il mittente dichiara." };
        Option<string?> amount = new("--importo") { Description = "Totale che il mittente dichiara, ad esempio 1234.56." };
        Option<int> megabytes = new("--max-mb")
        {
            Description = "Dimensione massima del file, in MB.",
            DefaultValueFactory = _ => (int)(new ReadLimits().MaxBytes / Megabyte),
        };
        Command command = new("validate", "Controlla un file come farebbe il punto di raccolta, senza inviarlo.")
        {
            file, flow, sender, period, ambito, json, nil, rules, received, rows, amount, megabytes,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Request(parsed.GetRequiredValue(file), parsed.GetRequiredValue(flow), parsed.GetValue(sender), parsed.GetValue(period),
                parsed.GetValue(ambito), parsed.GetValue(json), parsed.GetValue(rules)!, parsed.GetValue(megabytes),
                new Submission(parsed.GetValue(nil), DayOf(parsed.GetValue(received)), new DeclaredTotals(parsed.GetValue(rows), parsed.GetValue(amount)))),
            TimeProvider.System,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Request request, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(request.File))
        {
            throw new UsageException($"Il file {request.File} non esiste.");
        }

        if (!RuleSets.All.Contains(request.Rules, StringComparer.Ordinal))
        {
            throw new UsageException($"Le regole «{request.Rules}» non esistono: scegliere fra {string.Join(", ", RuleSets.All)}.");
        }

        FlowSchema[] flows = [.. FlowCatalogue.In(request.Rules)];
        if (Array.Find(flows, schema => schema.Code == request.Flow) is not { } flow)
        {
            string all = string.Join(", ", flows.Select(schema => schema.Code));
            throw new UsageException($"Il flusso «{request.Flow}» non esiste: scegliere fra {all}.");
        }

        Ambito ambito = request.Ambito is { } path ? DataFolder.ReadAmbito(path).Ambito : OfflineAmbito.For(request.Sender);
        DateTimeOffset now = time.GetUtcNow();
        string sender = request.Sender ?? OfflineAmbito.SenderOf(ambito);
        string period = request.Period ?? OfflineAmbito.PeriodFor(flow, now);
        string name = $"{sender}/{flow.Code}/{period}/{Path.GetFileName(request.File)}";
        EnvelopeResult envelope = Envelope.Check(name, code => ambito.FindSender(code) is null ? null : ambito, request.Rules);
        envelope = envelope with { Context = envelope.Context is { } known ? known with { PeriodIsKnown = request.Period is not null } : null };
        UploadExamination examination = new(new UploadReader(new ReadLimits(request.Megabytes * Megabyte)), new UploadValidator { Version = request.Rules })
        {
            GathersPosting = false,
        };
        Examination found = await examination.ExamineAsync(envelope, new FileContent(request.File), request.Submission, cancellationToken);
        Receipt receipt = found.Receipt(ReceiptId.For(name, UploadSequence.At(now), string.Empty), now, time.GetUtcNow());
        Console.WriteLine(request.Json ? ReceiptJson.Write(receipt) : ReceiptText.Render(receipt));
        return receipt.Outcome switch
        {
            Outcome.Accepted => ExitCodes.Done,
            Outcome.AcceptedWithWarnings => ExitCodes.Warnings,
            Outcome.Refused => ExitCodes.Refused,
            _ => ExitCodes.Quarantined,
        };
    }

    private static DateOnly? DayOf(string? text) => text is null ? null
        : IsoDay.TryParse(text, out DateOnly day) ? day
        : throw new UsageException($"«{text}» non è un giorno: scriverlo come 2026-06-30.");

    private sealed record Request(
        string File, string Flow, string? Sender, string? Period, string? Ambito, bool Json, string Rules, int Megabytes, Submission Submission);
}
