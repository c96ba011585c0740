using PianoZona.Testing;
using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Ledger.Tests.Support;
using PianoZona.Storage.Tests.Support;

namespace PianoZona.Storage.Tests.Tables;

/// <summary>More rows than the service gives in one answer, which is a thousand.</summary>
[Collection(AzuriteLedger.Collection)]
public sealed class PagingTests(AzuriteLedger azurite)
{
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    [Fact]
    public async Task ListAsync_StateAstrideTwoPages_ComesWholeAmongAllOthers()
    {
        // 998 rows, three of one state, 30 more: the first page ends within that state.
        string ambito = AzuriteLedger.NewAmbito();
        await Parallel.ForAsync(0, 1_029, AtOnce, async (index, token) =>
            Assert.True(await azurite.Store().SaveAsync(State(ambito, index, index == 998 ? 20_000 : 1), token)));

        List<FundState> states = await azurite.Store().ListAsync(ambito, CancellationToken.None).ToListAsync();

        Assert.Equal(Enumerable.Range(0, 1_029).Select(FundOf), states.Select(state => state.Fund));
        Assert.Equal(20_000, states[998].Contributions.Single().Entries.Count);
        Assert.StartsWith("3|", states[998].Version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListCurrentAndPostings_OverThousandSenders_GiveEachOnce()
    {
        string ambito = AzuriteLedger.NewAmbito();
        await Parallel.ForAsync(
            0,
            1_005,
            AtOnce,
            async (index, token) =>
                await azurite
                    .Ledger()
                    .RecordAsync(
                        Postings.Of(
                            Postings.Slot(ambito, SenderOf(index)),
                            1,
                            index,
                            Postings.Entry("FNPS", 2021, index)),
                        token));
        RequestPolicy policy = new();

        List<CurrentUpload> current = await Seen.CurrentAsync(azurite.Ledger(policy), Postings.Slot(ambito));
        List<Posting> postings = await azurite.Ledger().ListPostingsAsync(ambito, CancellationToken.None).ToListAsync();

        Assert.Equal(2, policy.Count);
        Assert.Equal(Enumerable.Range(0, 1_005).Select(SenderOf), current.Select(upload => upload.Slot.Sender));
        Assert.Equal(
            Enumerable.Range(0, 1_005).Select(index => (long)index),
            postings.Select(posting => posting.Entries.Single().Amount.Cents).Order());
    }

    [Fact]
    public async Task ListAsync_CancelledBetweenPages_Ends()
    {
        string ambito = AzuriteLedger.NewAmbito();
        await Parallel.ForAsync(0, 1_005, AtOnce, async (index, token) =>
            Assert.True(await azurite.Store().SaveAsync(State(ambito, index, 1), token)));
        using CancellationTokenSource source = new();
        int seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (FundState state in azurite.Store().ListAsync(ambito, source.Token))
            {
                seen++;
                await source.CancelAsync();
            }
        });

        Assert.InRange(seen, 1, 1_000);
    }

    private static FundKey FundOf(int index) => new(string.Create(CultureInfo.InvariantCulture, $"F{index:D5}"), 2021);

    private static string SenderOf(int index) => string.Create(CultureInfo.InvariantCulture, $"ente-{index:D5}");

    private static FundState State(string ambito, int index, int entries) =>
        new(
            ambito,
            FundOf(index),
            Version: null,
            [
                new Contribution(
                    Postings.Slot(ambito),
                    7,
                    "019021_rendicontazione_2021_0000000000000007",
                    LargePosting.Entries(entries)),
            ],
            [],
            []);
}
