using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reading;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Ledger;

namespace PianoZona.Hub.Sending;

/// <summary>
/// Whose figures in force a file of several bodies would take away: it replaces the one before it whole, and who sends
/// for others says of whom it means to.
/// </summary>
public sealed class LeftOutBodies(ILedger ledger, DraftExamination examination)
{
    /// <summary>Why a file is not sent; null = all that it leaves out are said to be left out.</summary>
    /// <param name="leftOut">Codes of the bodies that it leaves out.</param>
    /// <param name="remedy">What to do, in Italian.</param>
    public static Reply<ReceiptId>.ConflictsOn? Conflict(
        SendingParty party, IReadOnlyList<string> leftOut, string remedy) =>
        leftOut.All(body => party.LeavesOut.Contains(body, StringComparer.Ordinal)) ? null
            : new Reply<ReceiptId>.ConflictsOn(
                "nel file mancano le righe di "
                + string.Join(", ", leftOut.Select(body => $"{party.Ambito.NameOf(body)} ({body})"))
                + $", che sono nell'invio in vigore: {remedy}");

    /// <summary>Whether a file may leave somebody out: what is in force in its place has figures of others.</summary>
    public async Task<bool> MayLeaveOutAsync(
        SendingParty party, string flow, string period, CancellationToken cancellationToken) =>
        party.Ambito.Senders.Any(
            one => one.Code != party.Body.Code && SendingBodies.MaySendFor(party.Ambito, party.Body, one, flow))
        && HasOthers(await CurrentAsync(party, flow, period, cancellationToken), party);

    /// <summary>Codes of the bodies that a file leaves out, ascending; none where it would not be accepted.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(
        SendingParty party, DraftKey key, DraftFacts facts, IUploadContent content, CancellationToken cancellationToken)
    {
        CurrentUpload? current = await CurrentAsync(party, facts.Flow!, facts.Period!, cancellationToken);
        if (!HasOthers(current, party))
        {
            return [];
        }

        (Examination found, _) = await examination.LookAsync(key, facts, content, cancellationToken);
        return found.Bodies is { } bodies ? [.. current!.Bodies.Except(bodies, StringComparer.Ordinal)] : [];
    }

    private static bool HasOthers(CurrentUpload? current, SendingParty party) =>
        current is { Rows: > 0 } && current.Bodies.Any(body => body != party.Body.Code);

    private Task<CurrentUpload?> CurrentAsync(
        SendingParty party, string flow, string period, CancellationToken cancellationToken) =>
        ledger.FindCurrentAsync(
            new UploadSlot(party.Ambito.Code, party.Body.Code, flow, period), cancellationToken);
}
