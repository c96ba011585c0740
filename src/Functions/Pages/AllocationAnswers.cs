using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Allocation;
using PianoZona.Allocation.Workflow;
using PianoZona.Configuration;
using PianoZona.Configuration.Json;
using PianoZona.Contracts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Functions.Identity;
using PianoZona.Hub;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Ports;
using PianoZona.Web.Allocations;

namespace PianoZona.Functions.Pages;

/// <summary>Riparti, for who may propose, approve or read them.</summary>
public sealed class AllocationAnswers(
    CallerReader callers, AllocationPipeline pipeline, IAllocationStore store, AllocationForms forms, IReconciliationStore states)
{
    private const int LongestBody = 4 * 1024 * 1024;
    private const string What = "il riparto richiesto";

    /// <summary>Proposes the plan of the body; with <c>?anteprima=si</c> only shows its result.</summary>
    public Task<IActionResult> ProposeAsync(HttpRequest request, string fund, int year, CancellationToken cancellationToken) =>
        ForAsync(request, fund, year, caller => caller.MayAllocate, async (caller, key) =>
        {
            if (await BodyAsync(request, cancellationToken) is not { } plan)
            {
                return NotJson();
            }

            bool preview = string.Equals(request.Query["anteprima"], "si", StringComparison.Ordinal);
            return await AnswerAsync(
                await pipeline.ProposeAsync(caller.Ambito, caller.Sender.Code, key, plan, preview, cancellationToken), preview, cancellationToken);
        }, cancellationToken);

    /// <summary>Approves a riparto: the body is <c>{ "atto": "12/2021", "data": "2021-05-20" }</c>.</summary>
    public Task<IActionResult> ApproveAsync(HttpRequest request, string fund, int year, int number, CancellationToken cancellationToken) =>
        ForAsync(request, fund, year, caller => caller.MayApproveAllocations, async (caller, key) =>
        {
            if (await BodyAsync(request, cancellationToken) is not { } body)
            {
                return NotJson();
            }

            JsonMistakes mistakes = new();
            (string Act, DateOnly? Date)? said = JsonText.Parse(body, mistakes) is { } root
                ? JsonObjectReader.Read(root, mistakes, o => (o.Text("atto", TextForm.Line), o.Date("data", required: true)))
                : null;
            return !mistakes.None || said is not { Date: { } date }
                ? Wrong(mistakes.InOrder)
                : await AnswerAsync(
                    await pipeline.ApproveAsync(caller.Ambito, caller.Sender.Code, key, number, said.Value.Act, date, cancellationToken),
                    false, cancellationToken);
        }, cancellationToken);

    /// <summary>Puts a riparto in force.</summary>
    public Task<IActionResult> PutInForceAsync(HttpRequest request, string fund, int year, int number, CancellationToken cancellationToken) =>
        ForAsync(request, fund, year, caller => caller.MayAllocate, async (caller, key) =>
            await AnswerAsync(
                await pipeline.PutInForceAsync(caller.Ambito, caller.Sender.Code, key, number, cancellationToken), false, cancellationToken),
            cancellationToken);

    /// <summary>The riparti of a fund year that the caller may read.</summary>
    public Task<IActionResult> ListAsync(HttpRequest request, string fund, int year, CancellationToken cancellationToken) =>
        ForAsync(request, fund, year, caller => caller.MayReadApprovedAllocations, async (caller, key) =>
        {
            AllocationRegister register = (await store.RegisterAsync(caller.Ambito.Code, year, cancellationToken)).Value;
            IReadOnlyList<AllocationDocument> documents = await store.ListAsync(caller.Ambito.Code, key, cancellationToken);
            AllocationDocument[] readable = [.. documents.Where(document => MayRead(caller, document))];
            return Answers.WantsPage(request)
                ? await Answers.PageAsync(AllocationListView.Of(
                    await ReaderAsync(caller, key, cancellationToken), key, readable, register))
                : Answers.JsonText(AllocationForms.List(key, readable, register));
        }, cancellationToken);

    /// <summary>A riparto, with its plan and result.</summary>
    public Task<IActionResult> DetailAsync(HttpRequest request, string fund, int year, int number, CancellationToken cancellationToken) =>
        ForAsync(request, fund, year, caller => caller.MayReadApprovedAllocations, async (caller, key) =>
        {
            if (await store.FindAsync(caller.Ambito.Code, key, number, cancellationToken) is not { } found || !MayRead(caller, found.Value))
            {
                return Answers.NotFound(What);
            }

            AllocationRegister register = (await store.RegisterAsync(caller.Ambito.Code, year, cancellationToken)).Value;
            return Answers.WantsPage(request)
                ? await Answers.PageAsync(AllocationView.Of(
                    await ReaderAsync(caller, key, cancellationToken), found.Value, register,
                    await forms.FindInForceAsync(found.Value, register, cancellationToken) is { } inForce
                        ? inForce.LineFor(caller)
                        : null))
                : Answers.JsonText(await forms.DetailAsync(found.Value, register, cancellationToken));
        }, cancellationToken);

    // A link to a page that the caller may not read, or that is not there yet, would lead nowhere.
    private async Task<AllocationReader> ReaderAsync(Caller caller, FundKey fund, CancellationToken cancellationToken) => new(
        caller.Ambito,
        caller.MayReadBalances,
        caller.MayReadBalances && (await states.LoadAsync(caller.Ambito.Code, fund, cancellationToken)).Version is not null);

    // A proposal is a matter of those who write and approve it.
    private static bool MayRead(Caller caller, AllocationDocument document) => caller.MayReadBalances || document.Approval is not null;

    private Task<IActionResult> ForAsync(
        HttpRequest request,
        string fund,
        int year,
        Func<Caller, bool> may,
        Func<Caller, FundKey, Task<IActionResult>> answer,
        CancellationToken cancellationToken) =>
        callers.ForAsync(
            request, may,
            async caller => caller.Ambito.FindFund(fund) is null || year is < 2000 or > 2099
                ? Answers.NotFound("il fondo o l'annualità")
                : await answer(caller, new FundKey(fund, year)),
            cancellationToken);

    private async Task<IActionResult> AnswerAsync(Reply<AllocationInYear> reply, bool preview, CancellationToken cancellationToken) => reply switch
    {
        Reply<AllocationInYear>.Done({ Document: { } document, Register: { } register }, bool isNew) => preview
            ? Answers.JsonText(AllocationPlanJson.Write(document.Result))
            : Answers.JsonText(await forms.DetailAsync(document, register, cancellationToken), isNew && document.Approval is null ? 201 : 200),
        Reply<AllocationInYear>.Refused refused => Wrong(refused.Mistakes),
        Reply<AllocationInYear>.ConflictsOn conflict => Answers.Conflict(conflict.Reason),
        _ => Answers.NotFound(What),
    };

    private static ContentResult Wrong(IReadOnlyList<ConfigurationError> mistakes) => Answers.Json(
        new
        {
            errore = "Ci sono errori: correggerli e inviare di nuovo.",
            errori = mistakes.Select(mistake => new { dove = mistake.Path, messaggio = mistake.Message }),
        },
        422);

    private static ContentResult NotJson() => Answers.Json(
        new { errore = "Serve un documento JSON (Content-Type: application/json) di 4 MB al massimo." }, 415);

    // Null when it is no JSON or too long. A form of another site cannot send JSON without asking first.
    private static async Task<string?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
        {
            return null;
        }

        using MemoryStream bytes = new();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LongestBody)
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
