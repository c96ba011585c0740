using System.Globalization;
using Newtonsoft.Json.Linq;
using PianoZona.Allocation;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Contracts.Text;
using PianoZona.Hub.Allocations;
using PianoZona.Web.Allocations;

namespace PianoZona.Functions.Answers;

/// <summary>Riparti as answers show them.</summary>
internal static class AllocationForms
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
    public static string Detail(AllocationStanding standing)
    {
        (AllocationDocument document, AllocationRegister register, AllocationInForce? inForce, _) = standing;
        return new JObject
        {
            ["ambito"] = document.Ambito,
            ["fondo"] = document.Fund.Fund,
            ["annualita"] = document.Fund.Year,
            ["numero"] = document.Number,
            ["stato"] = Standing.WordOf(document.StateIn(register)),
            ["propostoDa"] = document.ProposedBy,
            ["propostoIl"] = Moment(document.ProposedAt),
            ["approvazione"] = Act(document.Approval),
            ["vigore"] = InForce(inForce),
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
    }

    private static JObject? InForce(AllocationInForce? inForce) =>
        inForce is null
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
