using System.Globalization;
using Newtonsoft.Json.Linq;
using PianoZona.Allocation;
using PianoZona.Allocation.Workflow;
using PianoZona.Configuration.Json;
using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Allocations;

/// <summary>A riparto, and what is in force in its year.</summary>
/// <param name="Document">The riparto.</param>
/// <param name="Register">What is in force.</param>
public sealed record AllocationInYear(AllocationDocument Document, AllocationRegister Register);

/// <summary>
/// The steps of a riparto: proposed, approved, in force. Every step may be repeated, at once or after a crash between
/// any two requests.
/// </summary>
/// <remarks>
/// Coming into force is one write, that of the register, which holds the file to deliver; delivering it may be repeated
/// until it has its receipt.
/// </remarks>
public sealed class AllocationPipeline(
    IAllocationStore store, AllocationDelivery delivery, PlanPopulation population, TimeProvider time)
{
    // Writers of one fund year, or of one year, that meet: each time, one of them goes on.
    private const int Attempts = 10;

    private static readonly string Busy = "Altri stanno modificando gli stessi riparti: riprovare fra poco.";

    /// <summary>
    /// Proposes a plan; the same plan as the last one of the fund year gives that one. A preview stores nothing.
    /// </summary>
    public async Task<Reply<AllocationInYear>> ProposeAsync(
        Ambito ambito, string by, FundKey fund, string json, bool preview, CancellationToken cancellationToken)
    {
        JsonMistakes mistakes = new();
        if (JsonText.Parse(json, mistakes) is not { } plan)
        {
            return new Reply<AllocationInYear>.Refused(mistakes.InOrder);
        }

        IReadOnlyList<Mistake> otherwise = await population.FillAsync(ambito, plan, cancellationToken);
        if (otherwise.Count > 0)
        {
            return new Reply<AllocationInYear>.Refused(otherwise);
        }

        await AddLastYearAsync(plan, ambito.Code, fund, cancellationToken);
        PlanReadResult read = AllocationPlanJson.Read(plan.ToString());
        if (read.Plan is null)
        {
            return new Reply<AllocationInYear>.Refused(read.Errors);
        }

        AllocationResult result = Allocator.Allocate(read.Plan);
        AllocationDocument draft = new(
            ambito.Code, fund, 0, plan, result, AllocationWorkflow.RowsOf(fund, result), by, time.GetUtcNow());
        AllocationRegister register = (await store.RegisterAsync(ambito.Code, fund.Year, cancellationToken)).Value;
        if (preview)
        {
            return new Reply<AllocationInYear>.Done(new AllocationInYear(draft, register), IsNew: false);
        }

        string sender = AllocationDelivery.SenderOf(ambito, register, by);
        IReadOnlyList<Problem> problems = await delivery.ProblemsOfAsync(
            sender, fund.Year, draft.Rows, cancellationToken);
        return problems.Count > 0
            ? new Reply<AllocationInYear>.Refused([.. problems.Select(InPlan)])
            : await StoreAsync(draft, register, cancellationToken);
    }

    /// <summary>Approves a riparto with an act.</summary>
    public async Task<Reply<AllocationInYear>> ApproveAsync(
        Ambito ambito,
        string by,
        FundKey fund,
        int number,
        string act,
        DateOnly date,
        CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindAsync(ambito.Code, fund, number, cancellationToken) is not { } found)
            {
                return new Reply<AllocationInYear>.NotFound();
            }

            Approval approval = new(act, date, by, time.GetUtcNow());
            Reply<AllocationDocument> step = AllocationWorkflow.Approve(found.Value, approval, RomeTime.Today(time));
            if (step is not Reply<AllocationDocument>.Done(AllocationDocument document, bool isNew))
            {
                return step.Of<AllocationInYear>();
            }

            AllocationRegister register = (
                await store.RegisterAsync(document.Ambito, fund.Year, cancellationToken)).Value;
            string sender = AllocationDelivery.SenderOf(ambito, register, by);

            // An act cannot be corrected later: what the ledger would refuse is refused now.
            IReadOnlyList<Problem> problems = isNew
                ? await delivery.ProblemsOfAsync(
                    sender, fund.Year, AllocationWorkflow.RowsInForce([], document), cancellationToken)
                : [];
            if (problems.Count > 0)
            {
                return new Reply<AllocationInYear>.Refused([.. problems.Select(InPlan)]);
            }

            if (!isNew || await store.StoreAsync(document, found.Version, cancellationToken))
            {
                return new Reply<AllocationInYear>.Done(new AllocationInYear(document, register), IsNew: isNew);
            }
        }

        return new Reply<AllocationInYear>.ConflictsOn(Busy);
    }

    /// <summary>Puts an approved riparto in force and sends it to the ledger.</summary>
    public async Task<Reply<AllocationInYear>> PutInForceAsync(
        Ambito ambito, string by, FundKey fund, int number, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindAsync(ambito.Code, fund, number, cancellationToken) is not { Value: { } document })
            {
                return new Reply<AllocationInYear>.NotFound();
            }

            // Before anything is read: whatever is sent by hand from now on is later than the file made here.
            DateTimeOffset now = time.GetUtcNow();
            Stored<AllocationRegister> found = await store.RegisterAsync(document.Ambito, fund.Year, cancellationToken);
            Reply<AllocationRegister> step = AllocationWorkflow.PutInForce(found.Value, document, by, now);
            if (step is not Reply<AllocationRegister>.Done(AllocationRegister register, bool isNew))
            {
                return step.Of<AllocationInYear>();
            }

            if (!isNew && await delivery.FindAsync(found.Value, cancellationToken) is { IsLost: false })
            {
                await delivery.DeliverAsync(found.Value, cancellationToken);
                return new Reply<AllocationInYear>.Done(new AllocationInYear(document, found.Value), IsNew: false);
            }

            (Delivery? file, Reply<AllocationInYear>? refusal) = await PrepareAsync(
                ambito, by, register, document, now, cancellationToken);
            if (file is null)
            {
                // What waits may be the file of a riparto that came into force after the register was read.
                Stored<AllocationRegister> later = await store.RegisterAsync(
                    document.Ambito, fund.Year, cancellationToken);
                if (later.Version != found.Version)
                {
                    continue;
                }

                return refusal!;
            }

            register = register with { Delivery = file };
            if (await store.StoreAsync(register, found.Version, cancellationToken))
            {
                await delivery.DeliverAsync(register, cancellationToken);
                return new Reply<AllocationInYear>.Done(new AllocationInYear(document, register), IsNew: isNew);
            }
        }

        return new Reply<AllocationInYear>.ConflictsOn(Busy);
    }

    private async Task<(Delivery? File, Reply<AllocationInYear>? Refusal)> PrepareAsync(
        Ambito ambito,
        string by,
        AllocationRegister register,
        AllocationDocument document,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        string sender = AllocationDelivery.SenderOf(ambito, register, by);
        if (await delivery.RowsBeforeAsync(register, sender, cancellationToken) is not { } before)
        {
            return (
                null,
                new Reply<AllocationInYear>.ConflictsOn(
                    $"Un file «riparto» del {register.Year.ToString(CultureInfo.InvariantCulture)} attende ancora il "
                        + $"suo esito: riprovare fra poco."));
        }

        IReadOnlyList<AllocatedRow> rows = AllocationWorkflow.RowsInForce(before, document);
        IReadOnlyList<Problem> problems = await delivery.ProblemsOfAsync(
            sender, register.Year, rows, cancellationToken);
        if (problems.Count > 0)
        {
            return (null, new Reply<AllocationInYear>.Refused([.. problems.Select(InPlan)]));
        }

        // Two clocks may differ: a delivery is always later than the one before.
        long sequence = Math.Max(UploadSequence.At(now), (register.Delivery?.Sequence ?? 0) + 1);
        return (
            new Delivery(sender, AllocationDelivery.FileNameOf(document.Fund, document.Number), sequence, rows), null);
    }

    private async Task<Reply<AllocationInYear>> StoreAsync(
        AllocationDocument draft, AllocationRegister register, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            AllocationDocument? last = await store.FindLastAsync(draft.Ambito, draft.Fund, cancellationToken);
            if (last is not null && JToken.DeepEquals(last.Plan, draft.Plan))
            {
                return new Reply<AllocationInYear>.Done(new AllocationInYear(last, register), IsNew: false);
            }

            AllocationDocument document = draft with { Number = (last?.Number ?? 0) + 1 };
            if (await store.StoreAsync(document, version: null, cancellationToken))
            {
                return new Reply<AllocationInYear>.Done(new AllocationInYear(document, register), IsNew: true);
            }
        }

        return new Reply<AllocationInYear>.ConflictsOn(Busy);
    }

    // Last year is what is in force for the fund year before, unless the plan says it.
    private async Task AddLastYearAsync(JObject plan, string ambito, FundKey fund, CancellationToken cancellationToken)
    {
        if (plan.ContainsKey("previous") || plan.ContainsKey("units"))
        {
            return;
        }

        FundKey before = fund with { Year = fund.Year - 1 };
        AllocationRegister register = (await store.RegisterAsync(ambito, before.Year, cancellationToken)).Value;
        JProperty[] shares =
        [
            .. (register.Delivery?.Rows ?? [])
                .Where(row => row.Fund == before)
                .GroupBy(row => row.Body, StringComparer.Ordinal)
                .Select(rows => new JProperty(
                    rows.Key,
                    rows.Aggregate(Money.Zero, (sum, row) => sum + row.Amount).ToString())),
        ];
        if (shares.Length > 0)
        {
            plan["previous"] = new JObject(shares.AsEnumerable<object>().ToArray());
        }
    }

    private static Mistake InPlan(Problem problem) => new(problem.Code, $"{problem.Message} {problem.Fix}");
}
