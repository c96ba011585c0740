using PianoZona.Contracts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Allocations;

/// <summary>How riparti stand, for those who write them and for the Comuni.</summary>
public sealed class AllocationBookTests
{
    private static readonly FundKey Fund = new("FNPS", 2021);
    private static readonly long Later = UploadSequence.At(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Find_ApprovedAndNotInForce_IsShownToAllAndStandsInNoLedger()
    {
        using MemoryHub hub = new();
        await AllocationSteps.ApprovedAsync(hub, Fund);

        AllocationStanding found = (await FindAsync(hub, byAuthor: false))!;
        Assert.NotNull(found.Document.Approval);
        Assert.Null(found.InForce);
        Assert.Single((await hub.Get<AllocationBook>().ListAsync(TestAmbito.Code, Fund, false, default)).Documents);
    }

    [Fact]
    public async Task Find_Proposal_IsShownOnlyToWhoWritesRiparti()
    {
        using MemoryHub hub = new();
        await AllocationSteps.ProposedAsync(hub, Fund);

        Assert.Null(await FindAsync(hub, byAuthor: false));
        Assert.NotNull(await FindAsync(hub, byAuthor: true));
        AllocationBook book = hub.Get<AllocationBook>();
        Assert.Empty((await book.ListAsync(TestAmbito.Code, Fund, byAuthor: false, default)).Documents);
        Assert.Single((await book.ListAsync(TestAmbito.Code, Fund, byAuthor: true, default)).Documents);
    }

    [Fact]
    public async Task Find_InForce_IsRegisteredOnceItsFileIsBooked()
    {
        using MemoryHub hub = new();
        await AllocationSteps.AllStepsAsync(hub, Fund);

        AllocationInForce waits = (await FindAsync(hub, byAuthor: true))!.InForce!;
        Assert.Equal((false, null), (waits.IsRegistered, waits.Delivery.Receipt));

        await hub.ProcessAsync(Assert.Single(AllocationSteps.Waiting(hub, Fund)));
        AllocationInForce booked = (await FindAsync(hub, byAuthor: true))!.InForce!;
        Assert.Equal((true, false), (booked.IsRegistered, booked.Delivery.IsLost));
        Assert.NotNull(booked.Delivery.Receipt);
    }

    [Fact]
    public async Task Find_AnotherFileTookThePlaceOfTheYear_IsNoLongerRegistered()
    {
        using MemoryHub hub = new();
        await AllocationSteps.AllStepsAsync(hub, Fund);
        await hub.ProcessAsync(Assert.Single(AllocationSteps.Waiting(hub, Fund)));

        const string ByHand = "ente-udp/riparto/2021/a-mano.csv";
        hub.Put(ByHand, "fondo;annualita;ente;importo\r\nFNPS;2021;018030;40,00\r\n", Later);
        await hub.ProcessAsync(ByHand);

        Assert.False((await FindAsync(hub, byAuthor: true))!.InForce!.IsRegistered);
    }

    [Fact]
    public async Task Find_FundYear_IsReconciledAfterItsReconciliationAndOnlyForWhoReadsBalances()
    {
        using MemoryHub hub = new();
        await AllocationSteps.AllStepsAsync(hub, Fund);
        await hub.ProcessAsync(Assert.Single(AllocationSteps.Waiting(hub, Fund)));
        Assert.False((await FindAsync(hub, byAuthor: true))!.IsReconciled);

        await hub.ReconcileAllAsync();
        Assert.True((await FindAsync(hub, byAuthor: true))!.IsReconciled);
        Assert.False((await FindAsync(hub, byAuthor: false))!.IsReconciled);
    }

    private static Task<AllocationStanding?> FindAsync(MemoryHub hub, bool byAuthor) =>
        hub.Get<AllocationBook>().FindAsync(TestAmbito.Code, Fund, 1, byAuthor, default);
}
