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

    private static readonly Argument<string> FileArgument = new("FILE") { Description = "Il file da controllare." };

    private static readonly Option<string> FlowOption = new("--flow")
    {
        Description = $"Il flusso: {AllFlows}.",
        Required = true,
    };

    private static readonly Option<string?> SenderOption = new("--sender")
    {
        Description = "Codice del mittente; senza, le competenze non si controllano.",
    };

    private static readonly Option<string?> PeriodOption = new("--period")
    {
        Description = "Periodo, ad esempio 2025 o 2025-T3; senza, quello dell'anno in corso.",
    };

    private static readonly Option<string?> AmbitoOption = new("--ambito")
    {
        Description = "Configurazione dell'Ambito (ambito.json).",
    };

    private static readonly Option<bool> JsonOption = new("--json") { Description = "Stampa l'esito in JSON." };

    private static readonly Option<bool> NilOption = new("--nulla")
    {
        Description = "Il file dichiara che non ci sono dati.",
    };

    private static readonly Option<string> RulesOption = new("--rules")
    {
        Description = $"Versione delle regole, per rifare un esito: {string.Join(", ", RuleSets.All)}.",
        DefaultValueFactory = _ => RuleSets.Latest,
    };

    private static readonly Option<string?> ReceivedOption = new("--received")
    {
        Description = "Giorno di ricezione, ad esempio 2026-06-30; senza, i termini non si controllano.",
    };

    private static readonly Option<string?> RowsOption = new("--righe")
    {
        Description = "Righe di dati che il mittente dichiara.",
    };

    private static readonly Option<string?> AmountOption = new("--importo")
    {
        Description = "Totale che il mittente dichiara, ad esempio 1234.56.",
    };

    private static readonly Option<int> MegabytesOption = new("--max-mb")
    {
        Description = "Dimensione massima del file, in MB.",
        DefaultValueFactory = _ => (int)(new ReadLimits().MaxBytes / Megabyte),
    };

    private static string AllFlows => string.Join(", ", FlowCatalogue.All.Select(schema => schema.Code));

    public static Command Create()
    {
        Command command = new("validate", "Controlla un file come farebbe il punto di raccolta, senza inviarlo.")
        {
            FileArgument, FlowOption, SenderOption, PeriodOption, AmbitoOption, JsonOption, NilOption, RulesOption,
            ReceivedOption, RowsOption, AmountOption, MegabytesOption,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(RequestOf(parsed), TimeProvider.System, cancellationToken));
        return command;
    }

    private static Request RequestOf(ParseResult parsed) => new(
        parsed.GetRequiredValue(FileArgument),
        parsed.GetRequiredValue(FlowOption),
        parsed.GetValue(SenderOption),
        parsed.GetValue(PeriodOption),
        parsed.GetValue(AmbitoOption),
        parsed.GetValue(JsonOption),
        parsed.GetValue(RulesOption)!,
        parsed.GetValue(MegabytesOption),
        new Submission(
            parsed.GetValue(NilOption),
            DayOf(parsed.GetValue(ReceivedOption)),
            new DeclaredTotals(parsed.GetValue(RowsOption), parsed.GetValue(AmountOption))));

    private static async Task<int> RunAsync(Request request, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(request.File))
        {
            throw new UsageException($"Il file {request.File} non esiste.");
        }

        FlowSchema flow = FlowOf(request);
        Ambito ambito = request.Ambito is { } path
            ? DataFolder.ReadAmbito(path).Ambito
            : OfflineAmbito.For(request.Sender);
        DateTimeOffset now = time.GetUtcNow();
        string sender = request.Sender ?? OfflineAmbito.SenderOf(ambito);
        string period = request.Period ?? OfflineAmbito.PeriodFor(flow, now);
        string name = $"{sender}/{flow.Code}/{period}/{Path.GetFileName(request.File)}";
        EnvelopeResult envelope = Envelope.Check(
            name, code => ambito.FindSender(code) is null ? null : ambito, request.Rules);
        envelope = envelope with
        {
            Context = envelope.Context is { } known ? known with { PeriodIsKnown = request.Period is not null } : null,
        };
        UploadExamination examination = new(
            new UploadReader(new ReadLimits(request.Megabytes * Megabyte)),
            new UploadValidator { Version = request.Rules })
        {
            GathersPosting = false,
        };
        Examination found = await examination.ExamineAsync(
            envelope, new FileContent(request.File), request.Submission, cancellationToken);
        Receipt receipt = found.Receipt(
            ReceiptId.For(name, UploadSequence.At(now), string.Empty), now, time.GetUtcNow());
        Console.WriteLine(request.Json ? ReceiptJson.Write(receipt) : ReceiptText.Render(receipt));
        return ExitCodeOf(receipt.Outcome);
    }

    private static FlowSchema FlowOf(Request request)
    {
        if (!RuleSets.All.Contains(request.Rules, StringComparer.Ordinal))
        {
            throw new UsageException(
                $"Le regole «{request.Rules}» non esistono: scegliere fra {string.Join(", ", RuleSets.All)}.");
        }

        FlowSchema[] flows = [.. FlowCatalogue.In(request.Rules)];
        string all = string.Join(", ", flows.Select(schema => schema.Code));
        return Array.Find(flows, schema => schema.Code == request.Flow)
            ?? throw new UsageException($"Il flusso «{request.Flow}» non esiste: scegliere fra {all}.");
    }

    private static int ExitCodeOf(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => ExitCodes.Done,
        Outcome.AcceptedWithWarnings => ExitCodes.Warnings,
        Outcome.Refused => ExitCodes.Refused,
        _ => ExitCodes.Quarantined,
    };

    private static DateOnly? DayOf(string? text) => text is null ? null
        : IsoDay.TryParse(text, out DateOnly day) ? day
        : throw new UsageException($"«{text}» non è un giorno: scriverlo come 2026-06-30.");

    private sealed record Request(
        string File,
        string Flow,
        string? Sender,
        string? Period,
        string? Ambito,
        bool Json,
        string Rules,
        int Megabytes,
        Submission Submission);
}
