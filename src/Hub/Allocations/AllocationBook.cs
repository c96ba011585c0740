using System.Globalization;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Ledger;
using PianoZona.Reconciliation;

namespace PianoZona.Hub.Allocations;

/// <summary>The riparti of a fund year.</summary>
/// <param name="Fund">The fund year.</param>
/// <param name="Documents">The riparti, by number.</param>
/// <param name="Register">What is in force in the year.</param>
/// <param name="IsReconciled">Whether the fund year was ever reconciled, as far as it was asked for.</param>
public sealed record AllocationsOfFund(
    FundKey Fund, IReadOnlyList<AllocationDocument> Documents, AllocationRegister Register, bool IsReconciled);

/// <summary>A riparto in force.</summary>
/// <param name="Entry">Since when, and by whom.</param>
/// <param name="Delivery">What became of its file.</param>
/// <param name="IsRegistered">
/// Whether the ledger has it. False also when a file sent by hand took the place of the year: the balances are then
/// those of that file.
/// </param>
public sealed record AllocationInForce(RegisterEntry Entry, DeliveryState Delivery, bool IsRegistered);

/// <summary>A riparto and how it stands.</summary>
/// <param name="Document">The riparto.</param>
/// <param name="Register">What is in force in its year.</param>
/// <param name="InForce">How it stands in force and in the ledger; null when it is not the one in force.</param>
/// <param name="IsReconciled">Whether its fund year was ever reconciled, as far as it was asked for.</param>
public sealed record AllocationStanding(
    AllocationDocument Document, AllocationRegister Register, AllocationInForce? InForce, bool IsReconciled);

/// <summary>Tells how riparti stand.</summary>
public sealed class AllocationBook(
    IAllocationStore store, AllocationDelivery delivery, ILedger ledger, IReconciliationStore states)
{
    /// <summary>The riparti of a fund year.</summary>
    /// <param name="ambito">Code of the Ambito.</param>
    /// <param name="fund">The fund year.</param>
    /// <param name="byAuthor">
    /// Whether who asks writes or approves riparti: a proposal is a matter of theirs alone, and so are balances.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<AllocationsOfFund> ListAsync(
        string ambito, FundKey fund, bool byAuthor, CancellationToken cancellationToken)
    {
        AllocationRegister register = (await store.RegisterAsync(ambito, fund.Year, cancellationToken)).Value;
        IReadOnlyList<AllocationDocument> documents = await store.ListAsync(ambito, fund, cancellationToken);
        return new AllocationsOfFund(
            fund,
            [.. documents.Where(document => IsShown(document, byAuthor))],
            register,
            byAuthor && await IsReconciledAsync(ambito, fund, cancellationToken));
    }

    /// <summary>A riparto; null when there is none of that number, or none that is shown to who asks.</summary>
    /// <param name="ambito">Code of the Ambito.</param>
    /// <param name="fund">The fund year.</param>
    /// <param name="number">Its number in the fund year.</param>
    /// <param name="byAuthor">Whether who asks writes or approves riparti.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<AllocationStanding?> FindAsync(
        string ambito, FundKey fund, int number, bool byAuthor, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(ambito, fund, number, cancellationToken) is not { Value: { } document }
            || !IsShown(document, byAuthor))
        {
            return null;
        }

        AllocationRegister register = (await store.RegisterAsync(ambito, fund.Year, cancellationToken)).Value;
        return new AllocationStanding(
            document,
            register,
            await FindInForceAsync(document, register, cancellationToken),
            byAuthor && await IsReconciledAsync(ambito, fund, cancellationToken));
    }

    /// <summary>What became of a step, with how its riparto stands after it.</summary>
    public async Task<Reply<AllocationStanding>> AfterAsync(
        Reply<AllocationInYear> step, CancellationToken cancellationToken) =>
        step is Reply<AllocationInYear>.Done({ Document: { } document, Register: { } register }, bool isNew)
            ? new Reply<AllocationStanding>.Done(
                new AllocationStanding(
                    document,
                    register,
                    await FindInForceAsync(document, register, cancellationToken),
                    IsReconciled: false),
                isNew)
            : step.Of<AllocationStanding>();

    private static bool IsShown(AllocationDocument document, bool byAuthor) =>
        byAuthor || document.Approval is not null;

    private async Task<bool> IsReconciledAsync(string ambito, FundKey fund, CancellationToken cancellationToken) =>
        (await states.LoadAsync(ambito, fund, cancellationToken)).Version is not null;

    private async Task<AllocationInForce?> FindInForceAsync(
        AllocationDocument document, AllocationRegister register, CancellationToken cancellationToken)
    {
        if (register.InForce(document.Fund) is not { } entry
            || entry.Number != document.Number
            || await delivery.FindAsync(register, cancellationToken) is not { } state)
        {
            return null;
        }

        UploadSlot slot = new(
            document.Ambito,
            register.Delivery!.Sender,
            Riparto.Schema.Code,
            register.Year.ToString(CultureInfo.InvariantCulture));
        CurrentUpload? current = await ledger.FindCurrentAsync(slot, cancellationToken);
        return new AllocationInForce(entry, state, current?.ReceiptId == state.ReceiptId.Text);
    }
}
