using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Filling;
using PianoZona.Ledger;

namespace PianoZona.Hub.Sending;

/// <summary>The one place in which a sender's file of a flow and period holds what several bodies owe.</summary>
/// <param name="For">The body whose duty is begun.</param>
/// <param name="InForce">What counts there now, which a new file replaces whole; null = nothing does.</param>
/// <param name="MayDeclareItself">
/// Whether the rules would accept that the body itself declares that there is nothing: a file without its rows says
/// nothing of it, and leaves its duty open.
/// </param>
public sealed record SharedPlace(Sender For, CurrentUpload? InForce, bool MayDeclareItself)
{
    /// <summary>What the body has sent itself and counts, beside the sender's; null = nothing.</summary>
    public CurrentUpload? Own { get; init; }

    /// <summary>Whose figures of the body count where both tell them; <see cref="FactSource.Shared"/> = all.</summary>
    public FactSource Source { get; init; } = FactSource.Shared;
}

/// <summary>What a sender is told who begins or has sent what others owe.</summary>
public sealed class SharedPlaces(
    ILedger ledger, NothingDesk nothing, DeadlineRegister deadlines, TimeProvider time)
{
    /// <summary>The place of a file that is begun for another body.</summary>
    /// <returns>Null when it is begun for no other.</returns>
    public async Task<SharedPlace?> FindAsync(
        SendingParty party, string flow, string period, CancellationToken cancellationToken)
    {
        if (party.For is not { } body)
        {
            return null;
        }

        UploadSlot slot = new(party.Ambito.Code, party.Body.Code, flow, period);
        return new SharedPlace(
            body,
            await ledger.FindCurrentAsync(slot, cancellationToken),
            await nothing.MayDeclareAsync(party with { Body = body, For = null }, flow, period, cancellationToken))
        {
            Source = FlowCatalogue.Find(flow) is { IsToldOncePerBody: true }
                ? party.Ambito.SettingsOf(flow, body.Code).Source : FactSource.Shared,
            Own = await ledger.FindCurrentAsync(slot with { Sender = body.Code }, cancellationToken),
        };
    }

    /// <summary>Codes of those whose figures a file took away when it came into force: it has none of theirs.</summary>
    /// <param name="version">The file, as the ledger has it.</param>
    public async Task<IReadOnlyList<string>> TakenAwayAsync(
        RecordedVersion version, CancellationToken cancellationToken)
    {
        (Posting posting, string? replaced) = (version.Posting, version.CameIntoForce ? version.Replaced : null);
        return replaced is not null
            && await ledger.ReadVersionAsync(posting.Slot, replaced, cancellationToken) is { } before
                ? [.. before.Posting.Bodies.Except(posting.Bodies, StringComparer.Ordinal)]
                : [];
    }

    /// <summary>The others that a sender sends for and that still owe a flow and period, by name.</summary>
    /// <param name="flow">Code of the flow.</param>
    /// <param name="period">The period, as paths write it.</param>
    public async Task<IReadOnlyList<Sender>> StillDueAsync(
        Ambito ambito, Sender sender, string flow, string period, CancellationToken cancellationToken)
    {
        Sender[] others =
        [
            .. ambito.Senders.Where(one => one.Code != sender.Code
                && SendingBodies.MaySendFor(ambito, sender, one, flow)),
        ];
        if (others.Length == 0)
        {
            return [];
        }

        Obligations calendar = await deadlines.CalendarOfAsync(
            ambito, [sender, .. others], RomeTime.Today(time), cancellationToken);
        return
        [
            .. calendar.Open
                .Where(one => one.Rule.Flow == flow && one.Period.Text == period && others.Contains(one.Body)
                    && SendingBodies.MaySendFor(ambito, sender, one.Body, flow, one.Period))
                .Select(one => one.Body)
                .DistinctBy(one => one.Code, StringComparer.Ordinal)
                .OrderBy(one => one.Name, StringComparer.Ordinal),
        ];
    }
}
