using System.Globalization;
using Newtonsoft.Json.Linq;
using PianoZona.Allocation;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Text;
using PianoZona.Contracts.Uploads;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Allocations;
using PianoZona.Ledger;
using PianoZona.Web.Allocations;

namespace PianoZona.Functions.Answers;

/// <summary>Riparti as answers show them.</summary>
public sealed class AllocationForms(AllocationDelivery delivery, ILedger ledger)
{
    /// <summary>The riparti of a fund year in a few words each.</summary>
    public static string List(FundKey fund, IEnumerable<AllocationDocument> documents, AllocationRegister register) =>
        new JObject
        {
            ["fondo"] = fund.Fund,
            ["annualita"] = fund.Year,
            ["riparti"] = new JArray(
                documents.Select(document => new JObject
                {
                    ["numero"] = document.Number,
                    ["stato"] = Standing.WordOf(document.StateIn(register)),
                    ["totale"] = document.Result.Total.ToString(),
                    ["propostoIl"] = Moment(document.ProposedAt),
                    ["approvazione"] = Act(document.Approval),
                })),
        }.ToString();

    /// <summary>A riparto with its plan, its result, and the receipt by which the ledger has it.</summary>
    public async Task<string> DetailAsync(
        AllocationDocument document, AllocationRegister register, CancellationToken cancellationToken) =>
        new JObject
        {
            ["ambito"] = document.Ambito,
            ["fondo"] = document.Fund.Fund,
            ["annualita"] = document.Fund.Year,
            ["numero"] = document.Number,
            ["stato"] = Standing.WordOf(document.StateIn(register)),
            ["propostoDa"] = document.ProposedBy,
            ["propostoIl"] = Moment(document.ProposedAt),
            ["approvazione"] = Act(document.Approval),
            ["vigore"] = await InForceAsync(document, register, cancellationToken),
            ["superatoDa"] = register.SupersededBy(document.Fund, document.Number),
            ["piano"] = document.Plan,
            ["risultato"] = AllocationResultJson.Describe(document.Result),
            ["righe"] = new JArray(
                document.Rows.Select(row => new JObject
                {
                    ["ente"] = row.Body,
                    ["importo"] = row.Amount.ToString(),
                    ["criterio"] = row.Criterion,
                })),
        }.ToString();

    /// <summary>How a riparto stands in force and in the ledger; null when it is not the one in force.</summary>
    public async Task<AllocationInForce?> FindInForceAsync(
        AllocationDocument document, AllocationRegister register, CancellationToken cancellationToken)
    {
        if (register.InForce(document.Fund) is not { } entry
            || entry.Number != document.Number
            || await delivery.FindAsync(register, cancellationToken) is not { } state)
        {
            return null;
        }

        UploadSlot slot = new(
            document.Ambito,
            register.Delivery!.Sender,
            Riparto.Schema.Code,
            register.Year.ToString(CultureInfo.InvariantCulture));
        CurrentUpload? current = await ledger.FindCurrentAsync(slot, cancellationToken);
        return new AllocationInForce(entry, state, current?.ReceiptId == state.ReceiptId.Text);
    }

    private async Task<JObject?> InForceAsync(
        AllocationDocument document, AllocationRegister register, CancellationToken cancellationToken) =>
        await FindInForceAsync(document, register, cancellationToken) is not { } inForce
            ? null
            : new JObject
            {
                ["da"] = inForce.Entry.By,
                ["dal"] = Moment(inForce.Entry.At),
                ["esito"] = inForce.Delivery.ReceiptId.Text,
                ["registrato"] = inForce.IsRegistered,
            };

    private static JObject? Act(Approval? approval) =>
        approval is null
            ? null
            : new JObject
            {
                ["atto"] = approval.Act,
                ["data"] = IsoDay.Text(approval.Date),
                ["da"] = approval.By,
                ["il"] = Moment(approval.At),
            };

    private static string Moment(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture);
}

/// <summary>A riparto in force.</summary>
/// <param name="Entry">Since when, and by whom.</param>
/// <param name="Delivery">What became of its file.</param>
/// <param name="IsRegistered">
/// Whether the ledger has it. False also when a file sent by hand took the place of the year: the balances are then
/// those of that file.
/// </param>
public sealed record AllocationInForce(RegisterEntry Entry, DeliveryState Delivery, bool IsRegistered)
{
    /// <summary>The same for a page, with the receipt if the caller may read it.</summary>
    public InForceLine LineFor(Caller caller)
    {
        Registration registration = this switch
        {
            { IsRegistered: true } => Registration.Done,
            { Delivery.IsLost: true } => Registration.Lost,
            { Delivery.Receipt: null } => Registration.OnItsWay,
            _ => Registration.Replaced,
        };
        bool isReadable = Delivery.Receipt is not null && caller.MayRead(Delivery.ReceiptId);
        return new InForceLine(RomeTime.DayOf(Entry.At), registration, isReadable ? Delivery.ReceiptId.Text : null);
    }
}
