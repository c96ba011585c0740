using Newtonsoft.Json.Linq;
using PianoZona.Allocation;
using PianoZona.Allocation.Workflow;
using PianoZona.Contracts;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Tests.Laws;

/// <summary>What holds for every store of riparti: who writes names the version it changes.</summary>
public abstract class AllocationLaws
{
    private static readonly FundKey Fund = new("FNPS", 2021);
    private static int counter;

    private protected abstract IAllocationStore Store { get; }

    [Fact]
    public async Task Store_Document_IsWrittenOnlyOverTheVersionThatIsThere()
    {
        string ambito = NewAmbito();
        Assert.Null(await Store.FindAsync(ambito, Fund, 1, default));
        Assert.True(await Store.StoreAsync(Of(ambito, Fund, 1, "a"), version: null, default));
        Assert.False(await Store.StoreAsync(Of(ambito, Fund, 1, "b"), version: null, default));
        Stored<AllocationDocument> first = (await Store.FindAsync(ambito, Fund, 1, default))!;
        Assert.True(await Store.StoreAsync(Of(ambito, Fund, 1, "c"), first.Version, default));
        Assert.False(await Store.StoreAsync(Of(ambito, Fund, 1, "d"), first.Version, default));

        Assert.Equal(
            ("a", "c"), (first.Value.ProposedBy, (await Store.FindAsync(ambito, Fund, 1, default))!.Value.ProposedBy));
    }

    [Fact]
    public async Task List_DocumentsOfAFundYear_AreInTheOrderOfTheirNumbers()
    {
        string ambito = NewAmbito();
        Assert.Null(await Store.FindLastAsync(ambito, Fund, default));
        foreach (int number in (int[])[10, 9, 1])
        {
            await Store.StoreAsync(Of(ambito, Fund, number, "a"), version: null, default);
        }

        await Store.StoreAsync(Of(ambito, Fund with { Year = 2022 }, 11, "a"), version: null, default);
        await Store.StoreAsync(Of(ambito, new FundKey("FNA", 2021), 12, "a"), version: null, default);

        Assert.Equal([1, 9, 10], (await Store.ListAsync(ambito, Fund, default)).Select(document => document.Number));
        Assert.Equal(10, (await Store.FindLastAsync(ambito, Fund, default))!.Number);
    }

    [Fact]
    public async Task Store_Register_IsWrittenOnlyOverTheVersionThatIsThere()
    {
        string ambito = NewAmbito();
        Stored<AllocationRegister> none = await Store.RegisterAsync(ambito, 2021, default);
        Assert.Equal((null, 0, (Delivery?)null), (none.Version, none.Value.Entries.Count, none.Value.Delivery));
        Assert.True(await Store.StoreAsync(Of(ambito, 2021, "a.csv"), none.Version, default));
        Assert.False(await Store.StoreAsync(Of(ambito, 2021, "b.csv"), none.Version, default));
        Stored<AllocationRegister> first = await Store.RegisterAsync(ambito, 2021, default);
        Assert.True(await Store.StoreAsync(Of(ambito, 2021, "c.csv"), first.Version, default));
        Assert.False(await Store.StoreAsync(Of(ambito, 2021, "d.csv"), first.Version, default));

        Assert.Equal("c.csv", (await Store.RegisterAsync(ambito, 2021, default)).Value.Delivery!.FileName);
    }

    [Fact]
    public async Task ListRegisters_OfAnAmbito_AreInTheOrderOfTheYearsBesideItsDocuments()
    {
        string ambito = NewAmbito();
        await Store.StoreAsync(Of(ambito, 2022, "b.csv"), version: null, default);
        await Store.StoreAsync(Of(ambito, 2021, "a.csv"), version: null, default);
        await Store.StoreAsync(Of(ambito, Fund, 1, "a"), version: null, default);
        await Store.StoreAsync(Of(NewAmbito(), 2020, "c.csv"), version: null, default);

        Assert.Equal([2021, 2022], (await Store.ListRegistersAsync(ambito, default)).Select(register => register.Year));
    }

    private static string NewAmbito() => $"ambito-{Interlocked.Increment(ref counter)}";

    private static AllocationDocument Of(string ambito, FundKey fund, int number, string by) =>
        new(
            ambito, fund, number, new JObject { ["amount"] = "1.00" },
            new AllocationResult([], new Money(100), Allocator.Method), [], by, DateTimeOffset.UnixEpoch);

    private static AllocationRegister Of(string ambito, int year, string file) =>
        new(ambito, year, [], new Delivery("ente-udp", file, 1, []));
}
