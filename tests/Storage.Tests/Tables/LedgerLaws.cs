using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Uploads;
using PianoZona.Ledger;
using PianoZona.Ledger.Tests.Support;
using PianoZona.Storage.Tests.Support;
using PianoZona.Testing;

namespace PianoZona.Storage.Tests.Tables;

/// <summary>What holds for every ledger: the model in memory and the tables pass the same laws.</summary>
public abstract class LedgerLaws
{
    protected abstract int Cases { get; }

    protected abstract ILedger NewLedger();

    private protected static FundKey[] Keys(params ReadOnlySpan<string> keys)
    {
        List<FundKey> parsed = [];
        foreach (string key in keys)
        {
            parsed.Add(FundKey.Parse(key));
        }

        return [.. parsed];
    }

    [Fact]
    public void RecordAsync_AnyOrderWithRepetitions_LeavesTheLatestOfEachSlotInForce()
    {
        Gen<(string Ambito, Posting[] Uploads, Posting[] Arrivals)> replays =
            from ambito in Gen.Fresh(AzuriteLedger.NewAmbito)
            from uploads in Postings.Uploads(ambito)
            from arrivals in Gen.Shuffle([.. uploads, .. uploads.Take(3)])
            select (ambito, uploads, arrivals);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases), Prop.ForAll(replays.ToArbitrary(), replay =>
            ReplayAsync(replay.Ambito, replay.Uploads, replay.Arrivals).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task FindCurrentAsync_NothingRecorded_IsNull()
    {
        ILedger ledger = NewLedger();
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());

        Assert.Null(await ledger.FindCurrentAsync(slot, CancellationToken.None));
        Assert.Null(await ledger.ReadCurrentAsync(slot, CancellationToken.None));
        Assert.Empty(await Seen.CurrentAsync(ledger, slot));
        Assert.Empty(await Seen.PostingsAsync(ledger, slot.Ambito));
    }

    [Fact]
    public async Task RecordAsync_Replacement_TouchesOldAndNewFundYears()
    {
        ILedger ledger = NewLedger();
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());

        Reply<RecordedPosting> first = await ledger.RecordAsync(
            Postings.Of(slot, 1, 1, Postings.Entry("FNPS", 2020, 5), Postings.Entry("QSFP", 2020, 5)),
            CancellationToken.None);
        Reply<RecordedPosting> second = await ledger.RecordAsync(
            Postings.Of(slot, 2, 2, Postings.Entry("FNPS", 2021, 7)), CancellationToken.None);

        Assert.True(Posted.Now(first).CameIntoForce);
        Assert.Equal(Keys("FNPS/2020", "QSFP/2020"), Posted.Now(first).TouchedKeys);
        Assert.True(Posted.Now(second).CameIntoForce);
        Assert.Equal(Keys("FNPS/2020", "FNPS/2021", "QSFP/2020"), Posted.Now(second).TouchedKeys);
    }

    [Fact]
    public async Task RecordAsync_SameEventTwice_ChangesNothingAndTellsTheSameKeys()
    {
        ILedger ledger = NewLedger();
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());
        Posting second = Postings.Of(slot, 2, 2, Postings.Entry("FNPS", 2021, 7));
        await ledger.RecordAsync(Postings.Of(slot, 1, 1, Postings.Entry("QSFP", 2020, 5)), CancellationToken.None);
        Reply<RecordedPosting> recorded = await ledger.RecordAsync(second, CancellationToken.None);

        Reply<RecordedPosting> repeated = await ledger.RecordAsync(second, CancellationToken.None);
        await ledger.RecordAsync(Postings.Of(slot, 3, 3), CancellationToken.None);
        Reply<RecordedPosting> repeatedLater = await ledger.RecordAsync(second, CancellationToken.None);

        Assert.Equal(Keys("FNPS/2021", "QSFP/2020"), Posted.Before(repeated).TouchedKeys);
        Assert.Equal(Posted.Now(recorded).TouchedKeys, Posted.Before(repeated).TouchedKeys);
        Assert.Equal(Posted.Now(recorded).TouchedKeys, Posted.Before(repeatedLater).TouchedKeys);
        await Seen.AssertInForceAsync(ledger, slot.Ambito, [Postings.Of(slot, 3, 3)]);
    }

    [Fact]
    public async Task RecordAsync_OlderUploadArrivingLate_IsKeptButNotInForce()
    {
        ILedger ledger = NewLedger();
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());
        Posting late = Postings.Of(slot, 1, 1, Postings.Entry("QSFP", 2020, 5));
        Posting inForce = Postings.Of(slot, 2, 2, Postings.Entry("FNPS", 2021, 7));
        await ledger.RecordAsync(inForce, CancellationToken.None);

        RecordedPosting reply = Posted.Now(await ledger.RecordAsync(late, CancellationToken.None));

        Assert.False(reply.CameIntoForce);
        Assert.Empty(reply.TouchedKeys);
        Posted.Before(await ledger.RecordAsync(late, CancellationToken.None));
        await Seen.AssertInForceAsync(ledger, slot.Ambito, [inForce]);
    }

    [Fact]
    public async Task ReadVersionAsync_EveryUpload_IsKeptWithWhatItReplaced()
    {
        ILedger ledger = NewLedger();
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());
        Posting first = Postings.Of(slot, 1, 1, Postings.Entry("QSFP", 2020, 5));
        Posting last = Postings.Of(slot, 3, 3, Postings.Entry("FNPS", 2021, 7)) with
        {
            Documents = [Postings.Claim("FNPS", 2021, 7)],
            Memos = [Postings.Memo("FNA", 2021, 7)],
            Totals = [new KindTotal(EntryKind.Committed, new Money(7))],
        };
        Posting late = Postings.Of(slot, 2, 2, Postings.Entry("FNPS", 2021, 6));
        foreach (Posting posting in (Posting[])[first, last, late])
        {
            await ledger.RecordAsync(posting, CancellationToken.None);
        }

        await AssertVersionAsync(ledger, first, true, null);
        await AssertVersionAsync(ledger, last, true, first.ReceiptId);
        await AssertVersionAsync(ledger, late, false, null);
        Assert.Null(await ledger.ReadVersionAsync(slot, Postings.Of(slot, 4, 4).ReceiptId, CancellationToken.None));
        Assert.Null(
            await ledger.ReadVersionAsync(slot with { Period = "2020" }, first.ReceiptId, CancellationToken.None));
        Assert.Equal(last.Totals, (await ledger.ReadCurrentAsync(slot, CancellationToken.None))!.Totals);
    }

    [Theory]
    [InlineData(nameof(Posting.Documents))]
    [InlineData(nameof(Posting.Memos))]
    [InlineData(nameof(Posting.Sha256))]
    [InlineData(nameof(Posting.Rows))]
    [InlineData(nameof(Posting.Bodies))]
    [InlineData(nameof(Posting.Entries))]
    public async Task RecordAsync_SameReceiptOtherContent_ConflictsAndWritesNothing(string field)
    {
        ILedger ledger = NewLedger();
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());
        Posting stored = Postings.Of(slot, 1, 1, Postings.Entry("FNPS", 2020, 5));
        await ledger.RecordAsync(stored, CancellationToken.None);
        Posting other = field switch
        {
            nameof(Posting.Sha256) => stored with { Sha256 = new string('e', 64) },
            nameof(Posting.Rows) => stored with { Rows = 99 },
            nameof(Posting.Bodies) => stored with { Bodies = ["019086"] },
            nameof(Posting.Documents) => stored with { Documents = [Postings.Claim("FNPS", 2020, 5)] },
            nameof(Posting.Memos) => stored with { Memos = [Postings.Memo("FNPS", 2020, 5)] },
            _ => stored with { Entries = [Postings.Entry("FNPS", 2020, 6)] },
        };

        Reply<RecordedPosting> reply = await ledger.RecordAsync(other, CancellationToken.None);

        Assert.Equal(field, Assert.IsType<Reply<RecordedPosting>.ConflictsOn>(reply).Reason);
        await Seen.AssertInForceAsync(ledger, slot.Ambito, [stored]);
    }

    [Fact]
    public async Task RecordAsync_ManyWritersAtOnce_EndAsIfOneAfterTheOther()
    {
        ILedger ledger = NewLedger();
        UploadSlot slot = Postings.Slot(AzuriteLedger.NewAmbito());
        Posting[] postings =
        [
            .. Enumerable.Range(1, 6).Select(i => Postings.Of(slot, i, i, Postings.Entry("FNPS", 2015 + i, i))),
        ];

        Reply<RecordedPosting>[] replies = await Task.WhenAll(
            postings
                .Concat(postings)
                .Select(posting => Task.Run(() => ledger.RecordAsync(posting, CancellationToken.None))));

        Assert.Equal(6, replies.OfType<Reply<RecordedPosting>.Done>().Count(reply => reply.IsNew));
        Assert.Equal(6, replies.OfType<Reply<RecordedPosting>.Done>().Count(reply => !reply.IsNew));
        await Seen.AssertInForceAsync(ledger, slot.Ambito, [postings[^1]]);

        // Each posting that came into force told its own key, and the one that replaced it told it again: one chain,
        // without gaps.
        IEnumerable<FundKey> told = replies.OfType<Reply<RecordedPosting>.Done>()
            .Where(reply => reply is { IsNew: true, Value.CameIntoForce: true })
            .SelectMany(reply => reply.Value.TouchedKeys);
        Assert.All(told.GroupBy(key => key), key => Assert.Equal(key.Key.Year == 2021 ? 1 : 2, key.Count()));
        Assert.Contains(new FundKey("FNPS", 2021), told);
    }

    [Fact]
    public async Task ListCurrentAsync_OtherFlowsYearsAndAmbiti_AreLeftOut()
    {
        ILedger ledger = NewLedger();
        string ambito = AzuriteLedger.NewAmbito();
        UploadSlot[] slots =
        [
            Postings.Slot(ambito),
            Postings.Slot(ambito, sender: "ente-concass"),
            Postings.Slot(ambito, period: "2021-T1"),
            Postings.Slot(ambito, period: "2020-T4"),
            Postings.Slot(ambito, period: "2022"),
            Postings.Slot(ambito, flow: "spesa-sociale"),
            Postings.Slot(ambito + "0"),
        ];
        foreach ((int index, UploadSlot slot) in slots.Index())
        {
            await ledger.RecordAsync(Postings.Of(slot, 1, index), CancellationToken.None);
        }

        List<CurrentUpload> current = await Seen.CurrentAsync(ledger, slots[0]);

        Assert.Equal(
            ["019021 2021", "019021 2021-T1", "ente-concass 2021"],
            current.Select(upload => $"{upload.Slot.Sender} {upload.Slot.Period}").Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Equal(6, (await Seen.PostingsAsync(ledger, ambito)).Count);
    }

    private static async Task AssertVersionAsync(ILedger ledger, Posting posting, bool cameIntoForce, string? replaced)
    {
        RecordedVersion? version = await ledger.ReadVersionAsync(
            posting.Slot, posting.ReceiptId, CancellationToken.None);

        Assert.NotNull(version);
        Assert.Equal((cameIntoForce, replaced), (version.CameIntoForce, version.Replaced));
        Assert.Null(posting.FirstDifference(version.Posting));
    }

    private async Task ReplayAsync(string ambito, Posting[] uploads, Posting[] arrivals)
    {
        ILedger ledger = NewLedger();
        foreach (Posting posting in arrivals)
        {
            Reply<RecordedPosting> reply = await ledger.RecordAsync(posting, CancellationToken.None);
            Assert.IsNotType<Reply<RecordedPosting>.ConflictsOn>(reply);
        }

        IEnumerable<Posting> latest = uploads
            .GroupBy(posting => posting.Slot)
            .Select(slot =>
                slot.OrderBy(posting => posting.Sequence)
                    .ThenBy(posting => posting.ReceiptId, StringComparer.Ordinal)
                    .Last());
        await Seen.AssertInForceAsync(ledger, ambito, latest);
    }
}
