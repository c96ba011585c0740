using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Home;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Uploads;
using PianoZona.Testing;
using Xunit.Abstractions;

namespace PianoZona.EndToEnd;

/// <summary>What an upload costs in storage transactions, the unit of the bill.</summary>
public sealed class CostTests(AzuriteFixture azurite, ITestOutputHelper output) : IClassFixture<AzuriteFixture>
{
    // The event's message is taken and deleted, and so is the reconciliation's: the host makes these four.
    private const int TriggerTransactions = 4;

    [Fact]
    public async Task Upload_WarmOf500Rows_CostsAtMostFifteenTransactions()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        (string, string)[] rows = [.. Enumerable.Range(1, 500).Select(i => ($"{i},00", $"{i},00"))];
        foreach (int year in (int[])[2020, 2021, 2022])
        {
            string name = $"018110/rendicontazione/{year}/a.csv";
            ReceiptId id = await hub.PutAsync(name, Csv.Expenses("018110", "DDN", 2020, rows), year);
            int cost =
                await CostAsync(hub, () => hub.ProcessAsync(name))
                + await CostAsync(
                    hub, () => hub.ReconcileOnceAsync("018110", year, id.Text, "rendicontazione", "DDN", 2020))
                + TriggerTransactions;
            output.WriteLine($"500 rows, {year}: {cost} storage transactions");

            Assert.Equal(
                (Outcome.Accepted, 500),
                ((await hub.FindReceiptAsync(id))!.Outcome, (await hub.FindReceiptAsync(id))!.Rows.Read));
            Assert.InRange(cost, 8, 15);
        }
    }

    [Fact]
    public async Task BodyPages_OfABodyThatHasSentMuch_CostAsOfOneThatHasSentOnce()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        Ambito ambito = (await hub.Get<IAmbitoDirectory>().GetAsync(default)).Find(TestAmbito.Code)!;
        Sender body = ambito.FindSender("018190")!;
        await SendAsync(1);
        Assert.InRange(await HomeAsync(), 1, 5); // What others sent is remembered for a time.
        (int Home, int List) few = (await HomeAsync(), await ListAsync());
        await SendAsync(40);
        (int Home, int List) many = (await HomeAsync(), await ListAsync());

        output.WriteLine($"home {few.Home} then {many.Home}, list {few.List} then {many.List} storage transactions");
        Assert.Equal(few, many);
        Assert.InRange(many.Home, 1, 4);
        Assert.InRange(many.List, 1, 3);

        async Task SendAsync(int times)
        {
            for (int i = 1; i <= times; i++)
            {
                await hub.PutAsync("018190/rendicontazione/2023/a.csv", Csv.Expenses("018190", "DDN", 2020), i);
                await hub.ProcessAsync("018190/rendicontazione/2023/a.csv");
            }
        }

        Task<int> HomeAsync() =>
            CostAsync(hub, () => hub.Get<BodyHome>().FindAsync(ambito, body, default));

        Task<int> ListAsync() =>
            CostAsync(hub, () => hub.Get<SentFiles>().ListAsync(ambito, [body], default));
    }

    private static async Task<int> CostAsync(QuietHub hub, Func<Task> step)
    {
        int before = hub.Faults.Calls;
        await step();
        return hub.Faults.Calls - before;
    }
}
