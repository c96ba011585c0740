using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PianoZona.Functions.Hosting;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Identity;
using PianoZona.Notification.Sending;
using PianoZona.Storage;

namespace PianoZona.Functions.Health;

/// <summary>
/// Whether functions, storage, uploads and configuration are in order: the state to anybody, what is wrong to staff.
/// </summary>
public sealed partial class HubHealth(
    StorageProbe probe,
    IFunctionRoster roster,
    IMailbox mailbox,
    CallerReader callers,
    IOptions<HubOptions> options,
    TimeProvider time,
    ILogger<HubHealth> logger)
{
    private readonly DateTimeOffset runningSince = time.GetUtcNow();
    private readonly Lock gate = new();
    private (bool IsInOrder, DateTimeOffset Since)? latest;

    /// <summary>200 when all is well, else 503; to anybody.</summary>
    public async Task<IActionResult> AnswerAsync(CancellationToken cancellationToken)
    {
        (string state, int status) = StateOf(FaultsOf(await probe.ViewAsync(cancellationToken)));
        return Answer.Json(new { stato = state }, status);
    }

    /// <summary>The same, and to staff what is wrong and since when.</summary>
    public async Task<IActionResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        StorageView view = await probe.ViewAsync(cancellationToken);
        IReadOnlyList<string> faults = FaultsOf(view);
        (string state, int status) = StateOf(faults);
        return await IsStaffAsync(request, cancellationToken)
            ? Answer.Json(Details(state, faults, view), status)
            : Answer.Json(new { stato = state }, status);
    }

    /// <summary>The page of the same, to anybody: which parts are in order, and no more.</summary>
    public async Task<IActionResult> PageAsync(CancellationToken cancellationToken)
    {
        StorageView view = await probe.ViewAsync(cancellationToken);
        IReadOnlyList<string> faults = FaultsOf(view);
        return Answer.Page(StatusParts.Of(
            faults, view.At, SinceOf(faults.Count == 0, view.At), hasMailbox: mailbox is not NoMailbox));
    }

    // Since this process first saw it so: what was before it started is not known.
    private DateTimeOffset SinceOf(bool isInOrder, DateTimeOffset at)
    {
        lock (gate)
        {
            latest = latest is { } known && known.IsInOrder == isInOrder ? known : (isInOrder, at);
            return latest.Value.Since;
        }
    }

    private IReadOnlyList<string> FaultsOf(StorageView view) =>
        HealthFaults.Of(roster.Missing, view, options.Value.HealthPatience, runningSince);

    private static (string State, int Status) StateOf(IReadOnlyList<string> faults) =>
        faults.Count == 0 ? ("in ordine", 200) : ("non in ordine", 503);

    private static object Details(string state, IReadOnlyList<string> faults, StorageView view) => new
    {
        stato = state,
        problemi = faults,
        verificatoAlle = view.At,
        attesaControllataAlle = view.Mark?.At,
        fileInAttesaDal = view.Mark?.OldestWaiting,
        minutiDiAttesa = view.Mark?.Wait is { } wait ? (long?)wait.TotalMinutes : null,
    };

    // From memory first: staff are told what is wrong also when the storage, that knows who they are, does not answer.
    private async Task<bool> IsStaffAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (callers.Recall(request)?.As(CallerReader.Chosen(request)) is { } known)
        {
            return known.IsStaff;
        }

        try
        {
            return await callers.ReadAsync(request, cancellationToken) is { IsStaff: true };
        }
        catch (Exception exception)
            when (StorageProbe.IsFailure(exception) && !cancellationToken.IsCancellationRequested)
        {
            LogUnknownCaller(exception.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(
        502, LogLevel.Warning, "Health: who asks is not known, because the configuration cannot be read ({Failure}).")]
    private partial void LogUnknownCaller(string failure);
}
