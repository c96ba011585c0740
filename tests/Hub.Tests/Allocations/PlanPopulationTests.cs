using PianoZona.Contracts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Allocations;

/// <summary>A riparto by residents uses those that were received.</summary>
public sealed class PlanPopulationTests
{
    private static readonly FundKey Fund = new("FNPS", 2021);

    [Fact]
    public async Task Propose_ResidentsAreNotSaid_AreThoseReceived()
    {
        using MemoryHub hub = new();
        await ReceiveAsync(hub);

        AllocationInYear proposed = Assert.IsType<Reply<AllocationInYear>.Done>(await ProposeAsync(hub, "{}")).Value;

        // 40,00 € by 300 and 100.
        Assert.Equal(["30.00", "10.00"], proposed.Document.Rows.Select(row => row.Amount.ToString()));
    }

    [Fact]
    public async Task Propose_ResidentsOtherThanReceived_AreAMistake()
    {
        using MemoryHub hub = new();
        await ReceiveAsync(hub);

        Mistake mistake = Assert.Single(Assert.IsType<Reply<AllocationInYear>.Refused>(
            await ProposeAsync(hub, """{ "popolazione": 301 }""")).Mistakes);

        Assert.Equal("beneficiaries[0].indicators.popolazione", mistake.Path);
        Assert.Contains("sono 300", mistake.Message, StringComparison.Ordinal);
    }

    private static Task<Reply<AllocationInYear>> ProposeAsync(MemoryHub hub, string indicators) =>
        hub.Get<AllocationPipeline>().ProposeAsync(hub.Ambito, "ente-udp", Fund, $$"""
            { "amount": "40.00", "criteria": [ { "indicator": "popolazione", "weight": 1 } ],
              "bases": [ { "indicator": "popolazione", "year": 2020 } ],
              "beneficiaries": [ { "code": "018030", "indicators": {{indicators}} }, { "code": "018041", "indicators": {} } ] }
            """, preview: true, default);

    private static async Task ReceiveAsync(MemoryHub hub)
    {
        const string Name = "ente-udp/popolazione/2020/p.csv";
        hub.Put(
            Name, "codice_istat;anno;totale\n018030;2020;300\n018041;2020;100\n",
            UploadSequence.At(new DateTimeOffset(2026, 2, 1, 9, 0, 0, TimeSpan.Zero)));
        await hub.ProcessAsync(Name);
    }
}
