using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Hub.Deadlines;
using PianoZona.Ledger;
using PianoZona.Notification.Planning;
using PianoZona.Notification.Sending;

namespace PianoZona.Hub.Mail;

/// <summary>What reminders are made from: contacts, deadlines as they were moved, and what was sent.</summary>
public sealed class ReminderPlans(ILedger ledger, IOutbox outbox, ContactBook contacts, DeadlineRegister deadlines)
{
    /// <summary>The reminders of an Ambito by a run of the caller's.</summary>
    public async Task<ReminderRunResult> RunAsync(
        ReminderRun run, Ambito ambito, DateOnly day, TimeOnly? hour, CancellationToken cancellationToken) =>
        await run.RunAsync(
            await contacts.WithContactsAsync(ambito, cancellationToken),
            await deadlines.MovesAsync(ambito, cancellationToken),
            await UploadsAsync(ambito, cancellationToken),
            day,
            hour,
            cancellationToken);

    /// <summary>What would be sent to the senders of an Ambito on a day, if nobody sent anything until then.</summary>
    public async Task<ReminderPlan> PreviewAsync(Ambito ambito, DateOnly day, CancellationToken cancellationToken) =>
        await ReminderRun.PreviewAsync(
            outbox,
            await contacts.WithContactsAsync(ambito, cancellationToken),
            await deadlines.MovesAsync(ambito, cancellationToken),
            await UploadsAsync(ambito, cancellationToken),
            day,
            cancellationToken);

    /// <summary>The accepted uploads in force.</summary>
    public async Task<IReadOnlyList<CurrentUpload>> UploadsAsync(Ambito ambito, CancellationToken cancellationToken) =>
        await ledger.ListCurrentAsync(ambito.Code, cancellationToken).ToListAsync(cancellationToken);
}
