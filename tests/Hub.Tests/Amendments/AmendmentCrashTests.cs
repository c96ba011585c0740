using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Amendments;
using PianoZona.Hub.Periods;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Tests.Memory;
using static PianoZona.Hub.Tests.Memory.Requests;

namespace PianoZona.Hub.Tests.Amendments;

/// <summary>Approved periods and amendments when the process dies, at any request.</summary>
public sealed class AmendmentCrashTests
{
    private const string Sender = "018030";
    private const string Quarter = "2031-T1";
    private static readonly string Flow = Rendicontazione.Schema.Code;

    [Fact]
    public async Task Process_ApprovedBetweenPostingAndReceipt_CountsAndDoesNotWait()
    {
        using MemoryHub hub = new();
        string name = $"{Sender}/{Flow}/{Quarter}/a.csv";
        ReceiptId id = hub.Put(name, File(10), 1);
        hub.Requests.Refuses = what => what.StartsWith(nameof(IReceiptStore), StringComparison.Ordinal);
        Assert.True(await CrashesAsync(() => hub.ProcessAsync(name)));
        hub.Requests.Refuses = null;
        await ApproveAsync(hub);

        await hub.ProcessAsync(name);

        Assert.Equal(Outcome.Accepted, (await hub.FindReceiptAsync(id))!.Outcome);
        Assert.Empty(await DecidedAsync(hub, id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Process_LateFileCrashingAtAnyRequest_WaitsOnRecordOnceAndPostsNothing(bool afterItIsDone)
    {
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            using MemoryHub hub = new();
            await SendAsync(hub, 10, 1);
            await ApproveAsync(hub);
            ReceiptId late = hub.Put($"{Sender}/{Flow}/{Quarter}/12.csv", File(12), 2);
            (hub.Requests.AfterItIsDone, hub.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await CrashesAsync(() => hub.ProcessAsync($"{Sender}/{Flow}/{Quarter}/12.csv"));
            hub.Requests.CrashAt = 0;
            await hub.ProcessAsync($"{Sender}/{Flow}/{Quarter}/12.csv");
            await hub.ReconcileAllAsync();

            Assert.Equal(1, (await hub.FindReceiptAsync(late))!.ProblemCounts["PZ1018"]);
            Assert.Single(await DecidedAsync(hub, late));
            Assert.Equal(Money.Parse("10.00"), (await hub.StateAsync("DDN", 2031)).Balances[0].Committed);
            Assert.InRange(at, 1, 30);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Decide_CrashAtAnyRequest_EndsAcceptedAndPostedOnce(bool afterItIsDone)
    {
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            using MemoryHub hub = new();
            ReceiptId late = await SendLateAsync(hub);

            (hub.Requests.AfterItIsDone, hub.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await CrashesAsync(() => DecideAsync(hub, late));
            hub.Requests.CrashAt = 0;
            await DecideAsync(hub, late);
            await hub.ReconcileAllAsync();

            Assert.Equal(Money.Parse("12.00"), (await hub.StateAsync("DDN", 2031)).Balances[0].Committed);
            Assert.Equal(2, (await DecidedAsync(hub, late)).Count);
            Assert.InRange(at, 1, 30);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Decide_SomebodyDecidesOtherwiseMeanwhile_OneIsToldSoAndTheBooksHoldWhatIsDecided(bool accepts)
    {
        for (int at = 1, done = 0; done == 0; at++)
        {
            using MemoryHub hub = new();
            ReceiptId late = await SendLateAsync(hub);
            Reply<Amendment>? others = null;
            hub.Requests.Instead = async () =>
            {
                hub.Requests.CrashAt = 0;
                others = await DecideAsync(hub, late, !accepts);
            };
            hub.Requests.CrashAt = at;
            Reply<Amendment> own = await DecideAsync(hub, late, accepts);
            done = others is null ? at : 0;
            hub.Requests.CrashAt = 0;
            others ??= await DecideAsync(hub, late, !accepts);
            await hub.ReconcileAllAsync();

            Assert.Single([own, others], reply => reply is Reply<Amendment>.Done);
            Amendment last = AmendmentDecision.Read((await DecidedAsync(hub, late))[^1]);
            Assert.Equal(accepts == own is Reply<Amendment>.Done, last.State == AmendmentState.Accepted);
            Assert.Equal(
                Money.Parse(last.State == AmendmentState.Accepted ? "12.00" : "10.00"),
                (await hub.StateAsync("DDN", 2031)).Balances[0].Committed);
            Assert.InRange(at, 1, 30);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Complete_AcceptanceThatCrashedAtAnyRequest_PostsWhatWasDecided(bool afterItIsDone)
    {
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            using MemoryHub hub = new();
            ReceiptId late = await SendLateAsync(hub);
            (hub.Requests.AfterItIsDone, hub.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await CrashesAsync(() => DecideAsync(hub, late));
            hub.Requests.CrashAt = 0;

            await hub.Get<AmendmentCompletion>().CompleteAsync(hub.Ambito, default);
            Assert.Equal(0, await hub.Get<AmendmentCompletion>().CompleteAsync(hub.Ambito, default));
            await hub.ReconcileAllAsync();

            bool isAccepted =
                AmendmentDecision.Read((await DecidedAsync(hub, late))[^1]).State == AmendmentState.Accepted;
            Assert.Equal(
                Money.Parse(isAccepted ? "12.00" : "10.00"), (await hub.StateAsync("DDN", 2031)).Balances[0].Committed);
            Assert.InRange(at, 1, 30);
        }
    }

    [Fact]
    public async Task Take_ApprovedWhileItIsClosedAgain_StaysApproved()
    {
        for (int at = 1, done = 0; done == 0; at++)
        {
            using MemoryHub hub = new();
            await SendAsync(hub, 10, 1);
            await TakeAsync(hub, PeriodStage.Aggregated);
            await SendAsync(hub, 12, 2);
            await TakeAsync(hub, PeriodStage.Aggregated);
            Reply<ReportingPeriod>? others = null;
            hub.Requests.Instead = async () =>
            {
                hub.Requests.CrashAt = 0;
                others = await TakeAsync(hub, PeriodStage.Approved);
            };
            hub.Requests.CrashAt = at;
            Reply<ReportingPeriod> own = await TakeAsync(hub, PeriodStage.Aggregated);
            done = others is null ? at : 0;
            hub.Requests.CrashAt = 0;
            others ??= await TakeAsync(hub, PeriodStage.Approved);

            Assert.IsType<Reply<ReportingPeriod>.Done>(others);
            ReportingPeriod period = await hub.Get<PeriodRegister>()
                .FindAsync(hub.Ambito, Flow, Period.Parse(Quarter), default);
            Assert.True(period.IsFrozen, $"request {at}: {own}");
            Assert.InRange(at, 1, 30);
        }
    }

    private static async Task DecideAsync(MemoryHub hub, ReceiptId late) =>
        Assert.IsType<Reply<Amendment>.Done>(await DecideAsync(hub, late, accepts: true));

    private static Task<Reply<Amendment>> DecideAsync(MemoryHub hub, ReceiptId late, bool accepts) =>
        hub.Get<AmendmentDesk>().DecideAsync(hub.Ambito, late, accepts, null, "ente-udp", default);

    private static Task<IReadOnlyList<Decision>> DecidedAsync(MemoryHub hub, ReceiptId id) =>
        hub.Get<IDecisionLog>().ListAsync(TestAmbito.Code, DecisionKinds.Amendment, id.Text, default);

    // What comes for a period that was approved.
    private static async Task<ReceiptId> SendLateAsync(MemoryHub hub)
    {
        await SendAsync(hub, 10, 1);
        await ApproveAsync(hub);
        return await SendAsync(hub, 12, 2);
    }

    private static async Task<ReceiptId> SendAsync(MemoryHub hub, int amount, long place)
    {
        string name = $"{Sender}/{Flow}/{Quarter}/{amount}.csv";
        ReceiptId id = hub.Put(name, File(amount), place);
        await hub.ProcessAsync(name);
        return id;
    }

    private static async Task ApproveAsync(MemoryHub hub)
    {
        foreach (PeriodStage stage in (PeriodStage[])[PeriodStage.Aggregated, PeriodStage.Approved])
        {
            Assert.IsType<Reply<ReportingPeriod>.Done>(await TakeAsync(hub, stage));
        }
    }

    private static Task<Reply<ReportingPeriod>> TakeAsync(MemoryHub hub, PeriodStage stage) =>
        hub.Get<PeriodRegister>().TakeAsync(
            hub.Ambito, Flow, Period.Parse(Quarter),
            new PeriodStep(stage, "Del. 4", new DateOnly(2031, 5, 1), null, []), "ente-udp", default);

    private static string File(int amount) =>
        Csv.Expenses(
            Sender, "DDN", 2031, ((string, string))(amount.ToString(CultureInfo.InvariantCulture) + ",00", "1,00"));
}
