using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Changes;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Filling;

/// <summary>A declaration that there is nothing to report, before it is made.</summary>
/// <param name="Flow">Of which flow.</param>
/// <param name="Period">For which period.</param>
/// <param name="Replaces">What counts now and would count no longer; null = nothing does.</param>
/// <param name="ToldBy">Who else has told figures of the body, which a declaration does not take away.</param>
public sealed record NothingState(
    FlowSchema Flow, Period Period, CurrentUpload? Replaces, IReadOnlyList<Sender> ToldBy);

/// <summary>
/// Declarations that there is nothing to report: a file with a header alone, that is sent like any other.
/// </summary>
public sealed class NothingDesk(
    IDraftStore drafts, SendingDesk sending, DraftExamination examination, OtherTellings tellings)
{
    private static readonly Reply<DraftKey>.ConflictsOn Changed = new(
        "da quando hai aperto la pagina è cambiato ciò che la dichiarazione sostituisce: guarda di nuovo e conferma");

    /// <summary>What a declaration would be about.</summary>
    /// <returns>
    /// Null when there is no such flow or period, the rules would refuse a file without rows, it is begun for another
    /// body, or what counts now holds the rows of others.
    /// </returns>
    public async Task<NothingState?> FindAsync(
        SendingParty party, string flow, string period, CancellationToken cancellationToken)
    {
        if (!await MayDeclareAsync(party, flow, period, cancellationToken))
        {
            return null;
        }

        UploadSlot slot = new(party.Ambito.Code, party.Body.Code, flow, period);
        PlaceTellings told = await tellings.FindAsync(party.Ambito, slot, [party.Body.Code], cancellationToken);
        return HoldsOthers(told.Own, party.Body) ? null : new NothingState(
            FlowCatalogue.Find(flow)!, Period.Parse(period), told.Own,
            [
                .. told.Others
                    .Where(other => party.Ambito.CodeOf(other.Slot.Sender) != party.Body.Code
                        && other.Bodies.Contains(party.Body.Code, StringComparer.Ordinal)
                        && Period.Parse(other.Slot.Period).Meets(Period.Parse(period)))
                    .Select(other => party.Ambito.FindSender(other.Slot.Sender)).OfType<Sender>().Distinct(),
            ]);
    }

    /// <summary>Whether the rules would accept that a sender declares that it has nothing to report.</summary>
    public async Task<bool> MayDeclareAsync(
        SendingParty party, string flow, string period, CancellationToken cancellationToken)
    {
        // A file without rows is of its sender alone: it says nothing of another body.
        if (party.For is not null
            || FlowCatalogue.Find(flow) is not { } schema
            || !Period.TryParse(period, out Period? known)
            || !schema.Periods.HasFlag(known.Kind))
        {
            return false;
        }

        DraftKey key = FillingKeys.OfNothing(party.Body.Code, flow, period);
        (_, Receipt found) = await examination.LookAsync(
            key, FactsOf(party, flow, period), new TextUpload(TableFile.Write(schema, [])), cancellationToken);
        return found.Outcome is Outcome.Accepted or Outcome.AcceptedWithWarnings;
    }

    /// <summary>
    /// Declares it. Doing so again, at the same time or while what was declared counts or is taken in, is the same
    /// declaration.
    /// </summary>
    /// <param name="replaces">
    /// Number of the receipt of what was shown as what it would replace; null = nothing was.
    /// </param>
    /// <returns>
    /// The draft that was sent or, where the same was declared already, that says so; not found as of
    /// <see cref="FindAsync"/>; a conflict when it would replace something else, or a file that is on its way.
    /// </returns>
    public async Task<Reply<DraftKey>> DeclareAsync(
        SendingParty party, string flow, string period, string? replaces, CancellationToken cancellationToken)
    {
        if (await FindAsync(party, flow, period, cancellationToken) is not { } state)
        {
            return new Reply<DraftKey>.NotFound();
        }

        DraftKey key = FillingKeys.OfNothing(party.Body.Code, flow, period);
        if (await sending.FindAsync(party, key, cancellationToken) is { Receipt: { } declared } sent
            && (!sent.HasReceipt || declared.Text == state.Replaces?.ReceiptId))
        {
            return new Reply<DraftKey>.Done(key, IsNew: false);
        }

        if (state.Replaces?.ReceiptId != replaces)
        {
            return Changed;
        }

        await StoreAsync(key, TableFile.Write(state.Flow, []), FactsOf(party, flow, period), cancellationToken);
        DraftState? draft = await sending.FindAsync(party, key, cancellationToken);
        if (draft is not { Check.IsSame: false })
        {
            return new Reply<DraftKey>.Done(key, IsNew: false);
        }

        DraftSeen seen = new(draft.Version, replaces, draft.Check.ToldMark);
        Reply<ReceiptId> reply = await sending.SendAsync(party, key, seen, cancellationToken);
        if (reply is Reply<ReceiptId>.Done { IsNew: var isNew })
        {
            return new Reply<DraftKey>.Done(key, isNew);
        }

        // Who declared the same meanwhile has sent it: that stays.
        await sending.DiscardAsync(key, cancellationToken);
        return await sending.FindAsync(party, key, cancellationToken) is { Receipt: not null }
            ? new Reply<DraftKey>.Done(key, IsNew: false)
            : reply is Reply<ReceiptId>.ConflictsOn conflict ? conflict.Of<DraftKey>() : Changed;
    }

    // Who declares the same at the same time has stored the same: what is there is left as it is, and sent once.
    private async Task StoreAsync(DraftKey key, byte[] file, DraftFacts facts, CancellationToken cancellationToken)
    {
        string? version;
        await using (DraftFile? there = await drafts.TryOpenAsync(key, cancellationToken))
        {
            if (there is { Facts.Sequence: null })
            {
                return;
            }

            version = there?.Content.Version;
        }

        await using MemoryStream content = new(file);
        await drafts.TryStoreAsync(key, content, facts, version, cancellationToken);
    }

    // What others reported through the sender would count no longer, and of them nothing is declared.
    private static bool HoldsOthers(CurrentUpload? current, Sender body) =>
        current is { Rows: > 0 } && current.Bodies.Any(code => code != body.Code);

    private static DraftFacts FactsOf(SendingParty party, string flow, string period) =>
        new($"{flow}-{period}-nessun-dato.csv", party.By, flow, period) { NilReturn = true };
}
