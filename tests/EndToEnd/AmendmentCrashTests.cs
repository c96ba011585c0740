using PianoZona.Contracts;
using PianoZona.Contracts.Decisions;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Amendments;
using PianoZona.Hub.Periods;
using PianoZona.Hub.Ports;
using PianoZona.Testing;

namespace PianoZona.EndToEnd;

/// <summary>An amendment when the process dies after any storage request; the rest is in tests/Hub.Tests.</summary>
public sealed class AmendmentCrashTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Sender = "018030";
    private static readonly string Flow = Rendicontazione.Schema.Code;

    [Fact]
    public async Task Decide_CrashAtAnyRequest_EndsAcceptedAndPostedOnce()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        const string Quarter = "2032-T1";
        await SendAsync(hub, Quarter, 10, 1);
        await ApproveAsync(hub, Quarter);
        ReceiptId late = await SendAsync(hub, Quarter, 12, 2);
        Assert.Equal(1, (await hub.FindReceiptAsync(late))!.ProblemCounts["PZ1018"]);

        hub.Faults.AfterTheService = true;
        for (int request = 1; await CrashesAsync(hub, request, late); request++)
        {
            Assert.InRange(request, 1, 30);
        }

        await hub.ReconcileAllAsync();
        Assert.Equal(
            Money.Parse("12.00"), (await hub.StateAsync("DDN", Period.Parse(Quarter).Year)).Balances[0].Committed);
        Assert.Equal(
            2,
            (
                await hub.Get<IDecisionLog>().ListAsync(TestAmbito.Code, DecisionKinds.Amendment, late.Text, default)
            ).Count);
    }

    private static async Task<bool> CrashesAsync(QuietHub hub, int request, ReceiptId late)
    {
        AmbitoSet known = await hub.Get<IAmbitoDirectory>().GetAsync(default);
        hub.Faults.CrashAt = request;
        try
        {
            Assert.IsType<Reply<Amendment>.Done>(
                await hub.Get<AmendmentDesk>()
                    .DecideAsync(known.Find(TestAmbito.Code)!, late, true, null, "ente-udp", default));
            return false;
        }
        catch (SimulatedCrash)
        {
            return true;
        }
        finally
        {
            hub.Faults.CrashAt = 0;
        }
    }

    private static async Task<ReceiptId> SendAsync(QuietHub hub, string period, int amount, long place)
    {
        string name = $"{Sender}/{Flow}/{period}/{amount}.csv";
        ReceiptId id = await hub.PutAsync(name, File(amount, Period.Parse(period).Year), place);
        await hub.ProcessAsync(name);
        return id;
    }

    private static async Task ApproveAsync(QuietHub hub, string period)
    {
        PeriodRegister register = hub.Get<PeriodRegister>();
        foreach (PeriodStage stage in (PeriodStage[])[PeriodStage.Aggregated, PeriodStage.Approved])
        {
            PeriodStep step = new(stage, "Del. 4", new DateOnly(2031, 5, 1), null, []);
            Reply<ReportingPeriod> reply = await register.TakeAsync(
                (await hub.Get<IAmbitoDirectory>().GetAsync(default)).Find(TestAmbito.Code)!,
                Flow,
                Period.Parse(period),
                step,
                "ente-udp",
                default);
            Assert.IsType<Reply<ReportingPeriod>.Done>(reply);
        }
    }

    private static string File(int amount, int year) =>
        Csv.Expenses(
            Sender,
            "DDN",
            year,
            ((string, string))(amount.ToString(System.Globalization.CultureInfo.InvariantCulture) + ",00", "1,00"));
}
