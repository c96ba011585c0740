using PianoZona.Contracts.Decisions;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Sending;

/// <summary>
/// Whether a draft that somebody confirms is sent now: it would be accepted, is what was shown, and no other file of
/// its flow and period is confirmed at the same time.
/// </summary>
public sealed class DraftConfirmation(
    IDraftStore drafts, DraftRecognition recognition, DraftDelivery delivery, IDecisionLog decisions,
    TimeProvider time)
{
    private const string OnItsWay = "un altro file dello stesso flusso e periodo è in lavorazione: attendi l'esito";

    // For so long a file that was confirmed may not be in the inbox yet; then who confirmed it was interrupted.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What was confirmed of the flow and period of a draft; null when it is gone, was sent, or they are not known.
    /// </summary>
    public async Task<PlaceConfirmations?> FindAsync(
        SendingParty party, DraftKey key, CancellationToken cancellationToken)
    {
        await using DraftFile? file = await drafts.TryOpenAsync(key, cancellationToken);
        if (file is null or { Facts.Sequence: not null })
        {
            return null;
        }

        DraftFacts facts = await recognition.RecogniseAsync(party, file, cancellationToken);
        return SubjectOf(key, facts) is { } subject
            ? new PlaceConfirmations(
                subject,
                await decisions.ListAsync(party.Ambito.Code, DecisionKinds.Sending, subject, cancellationToken))
            : null;
    }

    /// <summary>
    /// Why a draft that was not sent yet is not sent now, in Italian; null = it is, and nobody else sends another of
    /// its flow and period until then.
    /// </summary>
    /// <param name="seen">What was shown to who confirms it; null = it was made just now, and shown to nobody.</param>
    /// <param name="before">What was confirmed before the draft was looked at; null = nothing is compared.</param>
    public async Task<string?> ConflictAsync(
        SendingParty party, DraftState draft, DraftSeen? seen, PlaceConfirmations? before,
        CancellationToken cancellationToken)
    {
        if (draft.Check is not { MaySend: true } check)
        {
            return draft.Check is { IsSame: true }
                ? "il file è identico a quello già accettato: non c'è nulla da inviare"
                : "il file ha errori da correggere: così com'è non sarebbe accettato";
        }

        if (seen is null)
        {
            return null;
        }

        // What is on its way would be replaced before anybody has seen what it changes.
        return seen != DraftSeen.Of(draft) || before?.Subject != SubjectOf(draft.Key, draft.Facts)
            ? "da quando hai aperto la pagina è cambiato il file, ciò che sostituisce o ciò che altri hanno inviato "
                + "degli stessi dati: guarda di nuovo e conferma"
            : LeftOutBodies.Conflict(
                party, check.LeftOut, "aggiungile, o conferma che non devono contare più")?.Reason
            ?? (await delivery.IsAnotherOnItsWayAsync(draft.Key, draft.Facts, cancellationToken)
                || await IsBeingSentAsync(draft.Key, before!, cancellationToken)
                || !await IsFirstAsync(party, draft.Key, before!, cancellationToken)
                    ? OnItsWay
                    : null);
    }

    private async Task<bool> IsBeingSentAsync(
        DraftKey key, PlaceConfirmations before, CancellationToken cancellationToken) =>
        before.All is [.., { } last]
        && last.Content != ContentOf(key)
        && time.GetUtcNow() - last.At < Patience
        && DraftKey.Parse(key.Sender, last.Content.Trim('"')) is { } other
        && await delivery.FindSentAsync(other, cancellationToken) is not { HasReceipt: true };

    // Of several who confirm upon the same, one; the same draft again is the same.
    private async Task<bool> IsFirstAsync(
        SendingParty party, DraftKey key, PlaceConfirmations before, CancellationToken cancellationToken)
    {
        Decision sending = new(DecisionKinds.Sending, before.Subject, ContentOf(key), party.By, time.GetUtcNow());
        return await decisions.AppendAfterAsync(party.Ambito.Code, sending, before.All.Count, cancellationToken)
            is not null;
    }

    private static string ContentOf(DraftKey key) => $"\"{key.Id}\"";

    private static string? SubjectOf(DraftKey key, DraftFacts facts) =>
        facts is { Flow: { } flow, Period: { } period } ? $"{key.Sender}|{flow}|{period}" : null;
}

/// <summary>What was confirmed of the files of a sender for a flow and period.</summary>
/// <param name="Subject">Of which sender, flow and period.</param>
/// <param name="All">The confirmations, in their order: each has the id of its draft.</param>
public sealed record PlaceConfirmations(string Subject, IReadOnlyList<Decision> All);
