using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Mail;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Periods;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Tests;

/// <summary>
/// Every other step that may be repeated: the process dies at any request of it, it is taken again, and all is as if
/// nothing had happened.
/// </summary>
public sealed class StepCrashTests
{
    private const string Sender = "018030";
    private const string Name = $"{Sender}/spesa-sociale/2020/a.csv";

    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 2, 1);

    private static readonly Dictionary<string, Step> All = new(StringComparer.Ordinal)
    {
        ["a deadline is moved"] = new(_ => Task.CompletedTask, MoveAsync, MovedAsync),
        ["a discrepancy is justified"] = new(SendAsync, JustifyAsync, JustifiedAsync),
        ["contacts are added"] = new(_ => Task.CompletedTask, AddContactAsync, ContactsAsync),
        ["a period is closed"] = new(SendAsync, CloseAsync, PeriodAsync),
        ["the night"] = new(SendAsync, hub => hub.Get<NightlyPipeline>().RunAsync(default), BalancesAsync),
        ["the sweep"] = new(PutAsync, hub => hub.Get<SweepPipeline>().SweepAsync(default), AnnouncedAsync),
        ["a file that fails"] = new(
            PutAsync,
            hub => hub.Get<UploadEvents>().QuarantineAsync(Created, default),
            ReceiptAsync),
    };

    private static BlobCreatedEvent Created => new(
        "1", BlobCreatedEvent.BlobCreated, $"/blobServices/default/containers/caricamenti/blobs/{Name}", Now);

    public static TheoryData<string, bool> Steps => Step.Each(All.Keys);

    [Theory]
    [MemberData(nameof(Steps))]
    public Task Step_CrashedAtAnyRequestAndTakenAgain_EndsAsIfItHadNot(string name, bool afterItIsDone) =>
        All[name].EndsAlikeAsync(afterItIsDone);

    private static Task PutAsync(MemoryHub hub)
    {
        hub.Put(Name, Csv.Spending(Sender, 2020, ("ANZIANI", "1,00")), 1);
        return Task.CompletedTask;
    }

    private static async Task SendAsync(MemoryHub hub)
    {
        await PutAsync(hub);
        await hub.ProcessAsync(Name);
    }

    private static Task MoveAsync(MemoryHub hub) =>
        hub.Get<DeadlineRegister>()
            .MoveAsync(
                hub.Ambito,
                new DeadlineMove(
                    "spesa-sociale",
                    "2025",
                    null,
                    new DateOnly(2026, 7, 31),
                    null,
                    "slitta",
                    null,
                    "ente-udp",
                    Now),
                default);

    // A mail may be asked for twice: it goes out once.
    private static async Task<string> MovedAsync(MemoryHub hub)
    {
        DeadlineMoves moves = await hub.Get<DeadlineRegister>().MovesAsync(hub.Ambito, default);
        return $"{Assert.Single(moves.InForce).Date} {Assert.Single(hub.Queues.Mail.Distinct())}";
    }

    private static async Task JustifyAsync(MemoryHub hub)
    {
        DiscrepancyRegister register = hub.Get<DiscrepancyRegister>();
        DiscrepancyState one = (await register.ListAsync(hub.Ambito, Today, default))[0];
        Assert.IsType<Reply<DiscrepancyState>.Done>(await register.JustifyAsync(
            hub.Ambito, DiscrepancyRegister.NumberOf(one.Key), "ente-udp", "va bene", null, Today, default));
    }

    private static async Task<string> JustifiedAsync(MemoryHub hub)
    {
        IReadOnlyList<DiscrepancyState> all = await hub.Get<DiscrepancyRegister>()
            .ListAsync(hub.Ambito, Today, default);
        int decided = (
            await hub.Get<IDecisionLog>().ListAsync(TestAmbito.Code, DecisionKinds.Justification, default).ToListAsync()
        ).Count;
        return $"{decided} {Assert.Single(all, one => one.Status == DiscrepancyStatus.Justified).Justification!.Reason}";
    }

    private static Task AddContactAsync(MemoryHub hub) => hub.Get<ContactBook>().AddAsync(
        hub.Ambito, Sender, [new Contact("sociale@comune.example", ContactWishes.Default)], Sender, default);

    private static async Task<string> ContactsAsync(MemoryHub hub)
    {
        Ambito ambito = await hub.Get<ContactBook>().WithContactsAsync(hub.Ambito, default);
        return string.Join(' ', ambito.FindSender(Sender)!.Contacts);
    }

    private static async Task CloseAsync(MemoryHub hub) => Assert.IsType<Reply<ReportingPeriod>.Done>(
        await hub.Get<PeriodRegister>().TakeAsync(
            hub.Ambito, SpesaSociale.Schema.Code, Period.Parse("2020"),
            new PeriodStep(PeriodStage.Aggregated, null, null, null, []), "ente-udp", default));

    private static async Task<string> PeriodAsync(MemoryHub hub)
    {
        ReportingPeriod period = await hub.Get<PeriodRegister>()
            .FindAsync(hub.Ambito, SpesaSociale.Schema.Code, Period.Parse("2020"), default);
        return $"{period.Stage} {period.Steps.Count}";
    }

    private static async Task<string> BalancesAsync(MemoryHub hub)
    {
        List<FundState> states = await hub.Get<PianoZona.Reconciliation.IReconciliationStore>()
            .ListAsync(TestAmbito.Code, default)
            .ToListAsync();
        return string.Join('\n', states.SelectMany(state => state.Balances));
    }

    private static Task<string> AnnouncedAsync(MemoryHub hub) =>
        Task.FromResult(
            string.Join(' ', hub.Queues.Uploads.Select(created => created.Id).Distinct(StringComparer.Ordinal)));

    private static async Task<string> ReceiptAsync(MemoryHub hub)
    {
        ReceiptId id = ReceiptId.For(Name, 1, string.Empty);
        return $"{(await hub.FindReceiptAsync(id))!.Outcome} {hub.Waiting.Count}";
    }
}
