using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Allocation;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Ports;
using PianoZona.Reconciliation;
using PianoZona.Web.Allocations;

namespace PianoZona.Functions.Answers;

/// <summary>Riparti, as data and as pages, for who may read them.</summary>
public sealed class AllocationAnswers(IAllocationStore store, AllocationForms forms, IReconciliationStore states)
{
    private const string What = "il riparto richiesto";

    /// <summary>What became of a step, with the riparto it is about.</summary>
    public async Task<IActionResult> ToStepAsync(Reply<AllocationInYear> reply, CancellationToken cancellationToken)
    {
        if (reply is not Reply<AllocationInYear>.Done({ Document: { } document, Register: { } register }, bool isNew))
        {
            return Answer.To(reply, done => done, What);
        }

        int status = isNew && document.Approval is null ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return Answer.JsonText(await forms.DetailAsync(document, register, cancellationToken), status);
    }

    /// <summary>What a plan would give.</summary>
    public static IActionResult ToPreview(Reply<AllocationInYear> reply) => reply is Reply<AllocationInYear>.Done done
        ? Answer.JsonText(AllocationPlanJson.Write(done.Value.Document.Result))
        : Answer.To(reply, none => none, What);

    /// <summary>The riparti of a fund year that the caller may read.</summary>
    public async Task<IActionResult> ListAsync(HttpRequest request, FundKey fund, CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        AllocationRegister register =
            (await store.RegisterAsync(caller.Ambito.Code, fund.Year, cancellationToken)).Value;
        IReadOnlyList<AllocationDocument> documents =
            await store.ListAsync(caller.Ambito.Code, fund, cancellationToken);
        AllocationDocument[] readable = [.. documents.Where(document => MayRead(caller, document))];
        return Answer.WantsPage(request)
            ? Answer.Page(AllocationListView.Of(
                await ReaderAsync(caller, fund, cancellationToken), fund, readable, register))
            : Answer.JsonText(AllocationForms.List(fund, readable, register));
    }

    /// <summary>A riparto, with its plan and result.</summary>
    public async Task<IActionResult> DetailAsync(
        HttpRequest request, FundKey fund, int number, CancellationToken cancellationToken)
    {
        Caller caller = request.Caller();
        if (await store.FindAsync(caller.Ambito.Code, fund, number, cancellationToken) is not { Value: { } document }
            || !MayRead(caller, document))
        {
            return Answer.NotFound(What);
        }

        AllocationRegister register =
            (await store.RegisterAsync(caller.Ambito.Code, fund.Year, cancellationToken)).Value;
        return Answer.WantsPage(request)
            ? await PageAsync(caller, document, register, cancellationToken)
            : Answer.JsonText(await forms.DetailAsync(document, register, cancellationToken));
    }

    private async Task<IActionResult> PageAsync(
        Caller caller, AllocationDocument document, AllocationRegister register, CancellationToken cancellationToken)
    {
        AllocationInForce? inForce = await forms.FindInForceAsync(document, register, cancellationToken);
        return Answer.Page(AllocationView.Of(
            await ReaderAsync(caller, document.Fund, cancellationToken), document, register, inForce?.LineFor(caller)));
    }

    // A link to a page that the caller may not read, or that is not there yet, would lead nowhere.
    private async Task<AllocationReader> ReaderAsync(
        Caller caller, FundKey fund, CancellationToken cancellationToken) =>
        new(
            caller.Ambito,
            caller.MayReadBalances,
            caller.MayReadBalances
                && (await states.LoadAsync(caller.Ambito.Code, fund, cancellationToken)).Version is not null);

    // A proposal is a matter of those who write and approve it.
    private static bool MayRead(Caller caller, AllocationDocument document) =>
        caller.MayReadBalances || document.Approval is not null;
}
