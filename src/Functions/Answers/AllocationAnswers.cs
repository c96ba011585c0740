using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PianoZona.Allocation;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Functions.Identity;
using PianoZona.Hub.Allocations;
using PianoZona.Web.Allocations;

namespace PianoZona.Functions.Answers;

/// <summary>Riparti, as data and as pages.</summary>
internal static class AllocationAnswers
{
    private const string What = "il riparto richiesto";

    /// <summary>What became of a step, with the riparto it is about.</summary>
    public static IActionResult ToStep(Reply<AllocationStanding> reply)
    {
        if (reply is not Reply<AllocationStanding>.Done({ } standing, bool isNew))
        {
            return Answer.To(reply, done => done, What);
        }

        int status =
            isNew && standing.Document.Approval is null ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return Answer.JsonText(AllocationForms.Detail(standing), status);
    }

    /// <summary>What a plan would give.</summary>
    public static IActionResult ToPreview(Reply<AllocationInYear> reply) => reply is Reply<AllocationInYear>.Done done
        ? Answer.JsonText(AllocationPlanJson.Write(done.Value.Document.Result))
        : Answer.To(reply, none => none, What);

    /// <summary>The riparti of a fund year.</summary>
    public static IActionResult ToList(HttpRequest request, AllocationsOfFund found) =>
        Answer.WantsPage(request)
            ? Answer.Page(AllocationListView.Of(
                Reader(request.Caller(), found.IsReconciled), found.Fund, found.Documents, found.Register))
            : Answer.JsonText(AllocationForms.List(found.Fund, found.Documents, found.Register));

    /// <summary>A riparto, with its plan and result.</summary>
    /// <param name="request">Who asks, and in which form.</param>
    /// <param name="found">The riparto; null when there is none that the caller may read.</param>
    public static IActionResult ToDetail(HttpRequest request, AllocationStanding? found)
    {
        if (found is null)
        {
            return Answer.NotFound(What);
        }

        Caller caller = request.Caller();
        return Answer.WantsPage(request)
            ? Answer.Page(AllocationView.Of(
                Reader(caller, found.IsReconciled), found.Document, found.Register, LineOf(found.InForce, caller)))
            : Answer.JsonText(AllocationForms.Detail(found));
    }

    // A link to a page that the caller may not read, or that is not there yet, would lead nowhere.
    private static AllocationReader Reader(Caller caller, bool isReconciled) =>
        new(caller.Ambito, caller.MayReadBalances, caller.MayReadBalances && isReconciled);

    private static InForceLine? LineOf(AllocationInForce? inForce, Caller caller)
    {
        if (inForce is null)
        {
            return null;
        }

        Registration registration = inForce switch
        {
            { IsRegistered: true } => Registration.Done,
            { Delivery.IsLost: true } => Registration.Lost,
            { Delivery.Receipt: null } => Registration.OnItsWay,
            _ => Registration.Replaced,
        };
        DeliveryState delivery = inForce.Delivery;
        bool isReadable = delivery.Receipt is not null && caller.MayRead(delivery.ReceiptId);
        return new InForceLine(
            RomeTime.DayOf(inForce.Entry.At), registration, isReadable ? delivery.ReceiptId.Text : null);
    }
}
