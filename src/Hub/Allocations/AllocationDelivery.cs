using System.Globalization;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Ledger;
using PianoZona.Validation;

namespace PianoZona.Hub.Allocations;

/// <summary>What became of a delivery.</summary>
/// <param name="ReceiptId">The number that its receipt has, or will have.</param>
/// <param name="Receipt">Its receipt; null = it is on its way.</param>
public sealed record DeliveryState(ReceiptId ReceiptId, Receipt? Receipt)
{
    /// <summary>Whether the ledger has it, or will: only a refusal or a quarantine says that it will not.</summary>
    public bool IsLost => Receipt is { Outcome: Outcome.Refused or Outcome.Quarantined };
}

/// <summary>
/// Brings riparti to the ledger by the way every file takes: a file of flow <c>riparto</c> in the folder of the Ufficio
/// di Piano, with a receipt.
/// </summary>
/// <remarks>
/// That flow has one place for a year, whatever the funds: the file holds what is in force of all funds, so the rows of
/// the others are taken over from the file before it, be it the hub's or one that was sent by hand.
/// </remarks>
public sealed class AllocationDelivery(
    IInbox inbox,
    IReceiptStore receipts,
    ILedger ledger,
    UploadExamination examination,
    IAmbitoDirectory ambiti,
    TimeProvider time)
{
    /// <summary>
    /// In whose folder the files of a year go: always the same, because each replaces the one before.
    /// </summary>
    public static string SenderOf(Ambito ambito, AllocationRegister register, string caller) =>
        register.Delivery?.Sender
        ?? ambito.Office?.Code
        ?? caller;

    /// <summary>The name of the file that brings a riparto into force.</summary>
    public static string FileNameOf(FundKey fund, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"riparto-{fund.Fund}-{fund.Year}-{number}.csv");

    /// <summary>
    /// The rows in force in a year before a change; null when a file that others sent still waits, or one of a later
    /// state of the register, so that they cannot be known.
    /// </summary>
    /// <param name="register">What the hub delivered last.</param>
    /// <param name="sender">In whose folder.</param>
    /// <param name="cancellationToken">Interrupts the requests.</param>
    public async Task<IReadOnlyList<AllocatedRow>?> RowsBeforeAsync(
        AllocationRegister register, string sender, CancellationToken cancellationToken)
    {
        string period = PeriodOf(register.Year);
        string folder = $"{sender}/{Riparto.Schema.Code}/{period}";
        HashSet<string> own = new(
            register.Entries.Select(entry => $"{folder}/{FileNameOf(entry.Fund, entry.Number)}"),
            StringComparer.Ordinal);
        if ((await inbox.ListFolderAsync(folder, cancellationToken)).Any(file =>
                !file.IsOfTheHub || !own.Contains(file.Name)))
        {
            return null;
        }

        Posting? current = await ledger.ReadCurrentAsync(
            new UploadSlot(register.Ambito, sender, Riparto.Schema.Code, period), cancellationToken);
        return register.Delivery is { } last && (current is null || current.Sequence <= last.Sequence)
            ? last.Rows
            :
            [
                .. (current?.Entries ?? [])
                    .Where(entry => entry.Kind == EntryKind.Allocated && entry.Beneficiary is not null)
                    .Select(entry => new AllocatedRow(
                        entry.Fund,
                        entry.Beneficiary!,
                        entry.Amount,
                        entry.Purpose,
                        null,
                        null)),
            ];
    }

    /// <summary>What would be wrong with a file of rows; nothing is written.</summary>
    public async Task<IReadOnlyList<Problem>> ProblemsOfAsync(
        string sender, int year, IReadOnlyList<AllocatedRow> rows, CancellationToken cancellationToken)
    {
        AmbitoSet known = await ambiti.GetAsync(cancellationToken);
        string name = $"{sender}/{Riparto.Schema.Code}/{PeriodOf(year)}/riparto.csv";
        Submission submission = new(NilReturn: false, RomeTime.Today(time));
        Examination found = await examination.ExamineAsync(
            Envelope.Check(name, known.OfSender),
            new TextUpload(AllocationFile.Write(rows)),
            submission,
            cancellationToken);
        return found.IsAccepted ? [] : found.Verdict.Problems;
    }

    /// <summary>Whether the last delivery of a year has its receipt.</summary>
    public async Task<DeliveryState?> FindAsync(AllocationRegister register, CancellationToken cancellationToken)
    {
        if (register.Delivery is not { } delivery)
        {
            return null;
        }

        ReceiptId id = ReceiptId.For(PathOf(register, delivery), delivery.Sequence, string.Empty);
        return new DeliveryState(id, await receipts.FindAsync(id, cancellationToken));
    }

    /// <summary>
    /// Puts the last delivery of a year into the inbox, unless it has its receipt. Repeating it changes nothing.
    /// </summary>
    public async Task<DeliveryState> DeliverAsync(AllocationRegister register, CancellationToken cancellationToken)
    {
        Delivery delivery = register.Delivery ?? throw new ArgumentException("Nothing is in force.", nameof(register));
        DeliveryState state = (await FindAsync(register, cancellationToken))!;
        if (state.Receipt is null)
        {
            await inbox.PutAsync(
                PathOf(register, delivery), AllocationFile.Write(delivery.Rows), delivery.Sequence, cancellationToken);
        }

        return state;
    }

    private static string PathOf(AllocationRegister register, Delivery delivery) =>
        $"{delivery.Sender}/{Riparto.Schema.Code}/{PeriodOf(register.Year)}/{delivery.FileName}";

    private static string PeriodOf(int year) => year.ToString(CultureInfo.InvariantCulture);
}
