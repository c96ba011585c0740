using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Sending;

/// <summary>Something else happens to a draft at every moment of sending it.</summary>
public sealed class TwoSendAtOnceTests
{
    private const string Comune = "018030";
    private const string Right = "5,00";
    private const string Wrong = "cinque";

    private static readonly DraftKey Key = DraftKey.Parse(Comune, new string('d', 32))!;

    /// <summary>Two programs use one key for two files: who is told that a file is sent has sent that one.</summary>
    [Fact]
    public async Task Submit_AnotherFileOfTheSameKeyAtAnyMoment_IsNeverTakenForTheOther()
    {
        int met = await AtEveryRequestAsync(async (hub, meet) =>
        {
            Reply<ReceiptId>? theirs = null;
            meet(async () => theirs = await SubmitAsync(hub, "7,00"));
            Reply<ReceiptId> own = await SubmitAsync(hub, Right);

            Assert.False(own is Reply<ReceiptId>.Done && theirs is Reply<ReceiptId>.Done);
            if (own is Reply<ReceiptId>.ConflictsOn)
            {
                Assert.IsType<Reply<ReceiptId>.Done>(theirs);
            }
        });

        Assert.InRange(met, 3, 100);
    }

    /// <summary>Who sends a file twice, or loses the answer, sends it once.</summary>
    [Fact]
    public async Task Send_TwiceAtAnyMoment_IsOneUpload()
    {
        int met = await AtEveryRequestAsync(async (hub, meet) =>
        {
            await JoinAsync(hub, Right);
            Reply<ReceiptId>? other = null;
            meet(async () => other = await SendAsync(hub));
            ReceiptId own = Assert.IsType<Reply<ReceiptId>.Done>(await SendAsync(hub)).Value;

            Assert.Single(hub.Waiting);
            Assert.True(other is null || Assert.IsType<Reply<ReceiptId>.Done>(other).Value == own);
        });

        Assert.InRange(met, 5, 100);
    }

    /// <summary>Of two who confirm two files of one flow and period at once, one sends and the other is told.</summary>
    [Fact]
    public async Task Send_TwoFilesOfOnePlaceAtAnyMoment_OneIsSentAndTheOtherAConflict()
    {
        DraftKey other = DraftKey.Parse(Comune, new string('f', 32))!;
        int met = await AtEveryRequestAsync(async (hub, meet) =>
        {
            await JoinAsync(hub, Key, Right);
            await JoinAsync(hub, other, "8,00");
            DraftSeen seen = SeenOf(await Desk(hub).FindAsync(Party(hub), Key, default));
            DraftSeen others = SeenOf(await Desk(hub).FindAsync(Party(hub), other, default));
            Reply<ReceiptId>? theirs = null;
            meet(async () => theirs = await Desk(hub).SendAsync(Party(hub), other, others, default));
            Reply<ReceiptId> own = await Desk(hub).SendAsync(Party(hub), Key, seen, default);

            Assert.Single(hub.Waiting);
            Assert.True(theirs is null || own is Reply<ReceiptId>.Done != theirs is Reply<ReceiptId>.Done);
            Assert.True(own is Reply<ReceiptId>.Done or Reply<ReceiptId>.ConflictsOn);
        });

        Assert.InRange(met, 5, 100);
    }

    /// <summary>Who was interrupted while confirming goes on at once; another of the place after a minute.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_InterruptedAtAnyRequest_KeepsThePlaceForItselfAndOnlyForAWhile(bool isOther)
    {
        DraftKey other = DraftKey.Parse(Comune, new string('f', 32))!;
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            using MemoryHub hub = new();
            await JoinAsync(hub, Key, Right);
            await JoinAsync(hub, other, "8,00");
            DraftSeen seen = SeenOf(await Desk(hub).FindAsync(Party(hub), Key, default));
            DraftSeen others = SeenOf(await Desk(hub).FindAsync(Party(hub), other, default));
            hub.Requests.CrashAt = at;
            crashed = await Requests.CrashesAsync(() => Desk(hub).SendAsync(Party(hub), Key, seen, default));
            hub.Requests.CrashAt = 0;
            if (isOther && crashed)
            {
                await Task.Delay(TimeSpan.FromMinutes(2), hub.Get<TimeProvider>());
                Reply<ReceiptId> later = await Desk(hub).SendAsync(Party(hub), other, others, default);
                bool isSent = (await Desk(hub).FindAsync(Party(hub), Key, default))!.Receipt is not null;

                // What was sent is on its way, or is put there by who goes on.
                Assert.True(later is Reply<ReceiptId>.Done || isSent);
            }
            else
            {
                Assert.IsType<Reply<ReceiptId>.Done>(await Desk(hub).SendAsync(Party(hub), Key, seen, default));
                Assert.Single(hub.Waiting);
            }
        }
    }

    /// <summary>Who presses twice, or two of one body, declare once that there is nothing.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Declare_NothingTwiceAtAnyMoment_IsOneUploadForBoth(bool isTakenInMeanwhile)
    {
        int met = await AtEveryRequestAsync(async (hub, meet) =>
        {
            Reply<DraftKey>? theirs = null;
            HashSet<string> takenIn = new(StringComparer.Ordinal);
            meet(async () =>
            {
                theirs = await DeclareAsync(hub);
                await (isTakenInMeanwhile ? TakeInAsync() : Task.CompletedTask);
            });
            DraftKey own = Assert.IsType<Reply<DraftKey>.Done>(await DeclareAsync(hub)).Value;
            await TakeInAsync();

            Assert.True(theirs is null || Assert.IsType<Reply<DraftKey>.Done>(theirs).Value == own);
            Assert.Single(takenIn);
            DraftState draft = (await Desk(hub).FindAsync(Party(hub), own, default))!;
            Assert.True(draft.HasReceipt || draft.Check!.IsSame);

            async Task TakeInAsync()
            {
                foreach (string name in hub.Waiting.ToArray())
                {
                    await hub.ProcessAsync(name);
                    takenIn.Add(name);
                }
            }
        });

        Assert.InRange(met, 5, 100);
    }

    /// <summary>Two look at a file with personal data at once: both are told, and nothing of it stays.</summary>
    [Fact]
    public async Task Find_PersonalDataByTwoAtAnyMoment_IsBlockedForBoth()
    {
        int met = await AtEveryRequestAsync(async (hub, meet) =>
        {
            await JoinAsync(hub, "5,00;RSSMRA80A01H501U");
            DraftState? theirs = null;
            meet(async () => theirs = await FindAsync(hub));
            DraftState own = (await FindAsync(hub))!;

            Assert.True(own.Check!.IsBlocked);
            Assert.True(theirs is null || theirs.Check!.IsBlocked);
            Assert.True((await FindAsync(hub))!.Check!.IsBlocked);
            await using DraftFile file = (await hub.Drafts.TryOpenAsync(Key, default))!;
            Assert.Equal(0, file.Content.Length);
        });

        Assert.InRange(met, 3, 100);
    }

    /// <summary>A draft that is thrown away leaves nothing, whatever breaks in between and is asked again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Discard_CrashAtAnyRequestThenRepeated_LeavesNothing(bool afterItIsDone)
    {
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            using MemoryHub hub = new();
            await JoinAsync(hub, Right);
            await FindAsync(hub);
            (hub.Requests.AfterItIsDone, hub.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await Requests.CrashesAsync(() => hub.Get<SendingDesk>().DiscardAsync(Key, default));
            hub.Requests.CrashAt = 0;
            await hub.Get<SendingDesk>().DiscardAsync(Key, default);

            Assert.Null(await hub.Drafts.TryOpenAsync(Key, default));
            Assert.Null(await hub.Drafts.FindCheckAsync(Key, default));
            Assert.InRange(at, 1, 5);
        }
    }

    /// <summary>What is sent is what was looked at, whatever is put in its place meanwhile.</summary>
    [Fact]
    public async Task Send_ReplacedAtAnyMoment_IsWhatWasChecked()
    {
        int met = await AtEveryRequestAsync(async (hub, meet) =>
        {
            await JoinAsync(hub, Right);
            meet(() => JoinAsync(hub, Wrong));
            Reply<ReceiptId> sent = await SendAsync(hub);

            Assert.Equal(sent is Reply<ReceiptId>.Done, hub.Waiting.Count == 1);
            if (sent is Reply<ReceiptId>.Done { Value: { } receipt })
            {
                await hub.ProcessAsync(hub.Waiting[0]);
                Assert.NotEqual(Outcome.Refused, (await hub.FindReceiptAsync(receipt))!.Outcome);
            }
        });

        Assert.InRange(met, 5, 100);
    }

    /// <summary>Who confirms a page confirms what it showed: another file, or another one replaced, is shown first.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_WhatIsNoLongerWhatWasShown_IsAConflictThatSendsNothing(bool isFile)
    {
        using MemoryHub hub = new();
        await JoinAsync(hub, Right);
        DraftSeen seen = SeenOf(await Desk(hub).FindAsync(Party(hub), Key, default));
        if (isFile)
        {
            await JoinAsync(hub, "9,00");
        }
        else
        {
            await SubmitOtherAsync(hub);
        }

        Assert.IsType<Reply<ReceiptId>.ConflictsOn>(await Desk(hub).SendAsync(Party(hub), Key, seen, default));
        Assert.Empty(hub.Waiting);
        DraftSeen now = SeenOf(await Desk(hub).FindAsync(Party(hub), Key, default));
        Assert.IsType<Reply<ReceiptId>.Done>(await Desk(hub).SendAsync(Party(hub), Key, now, default));
        // Pressed again, it is the same upload.
        Assert.IsType<Reply<ReceiptId>.Done>(await Desk(hub).SendAsync(Party(hub), Key, now, default));
    }

    /// <summary>What is on its way is seen before it is replaced, whatever way it came.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_WhileAnotherFileOfThePlaceIsOnItsWay_WaitsUntilItsOutcomeIsKnown(bool isOfTheHub)
    {
        const string Other = $"{Comune}/spesa-sociale/2024/altro.csv";
        using MemoryHub hub = new();
        await JoinAsync(hub, Right);
        DraftSeen seen = SeenOf(await FindAsync(hub));
        string waiting = Other;
        if (isOfTheHub)
        {
            await hub.Get<ProgramDesk>().SubmitAsync(
                Party(hub), DraftKey.Parse(Comune, new string('e', 32))!, "altro.csv", Bytes("8,00"), "spesa-sociale",
                "2024", default);
            waiting = Assert.Single(hub.Waiting);
        }
        else
        {
            hub.Put(Other, Csv.Spending(Comune, 2024, ("ANZIANI", "8,00")), UploadSequence.Millisecond);
        }

        Reply<ReceiptId>.ConflictsOn early = Assert.IsType<Reply<ReceiptId>.ConflictsOn>(
            await Desk(hub).SendAsync(Party(hub), Key, seen, default));
        Assert.Contains("attendi l'esito", early.Reason, StringComparison.Ordinal);
        Assert.Equal([waiting], hub.Waiting);

        await hub.ProcessAsync(waiting);
        Assert.IsType<Reply<ReceiptId>.ConflictsOn>(await Desk(hub).SendAsync(Party(hub), Key, seen, default));
        DraftState now = (await FindAsync(hub))!;
        Assert.NotNull(now.Check!.Replaces);
        Assert.IsType<Reply<ReceiptId>.Done>(await Desk(hub).SendAsync(Party(hub), Key, SeenOf(now), default));
    }

    [Fact]
    public async Task Discard_AFileThatWasSent_LeavesItSent()
    {
        using MemoryHub hub = new();
        await JoinAsync(hub, Right);
        ReceiptId id = Assert.IsType<Reply<ReceiptId>.Done>(await SendAsync(hub)).Value;
        await Desk(hub).DiscardAsync(Key, default);

        Assert.Equal(id, (await Desk(hub).FindAsync(Party(hub), Key, default))!.Receipt);
    }

    /// <summary>What was found in a file says nothing of another that takes its place.</summary>
    [Fact]
    public async Task Find_AnotherFileInItsPlace_IsLookedAtAgain()
    {
        using MemoryHub hub = new();
        await JoinAsync(hub, Wrong);
        DraftState wrong = (await Desk(hub).FindAsync(Party(hub), Key, default))!;
        await JoinAsync(hub, Right);
        DraftState right = (await Desk(hub).FindAsync(Party(hub), Key, default))!;

        Assert.Equal((false, true), (wrong.Check!.MaySend, right.Check!.MaySend));
    }

    // The steps on a new hub each time, with something else just before the first request, the second, and so on.
    private static async Task<int> AtEveryRequestAsync(Func<MemoryHub, Action<Func<Task>>, Task> steps)
    {
        for (int at = 1; ; at++)
        {
            using MemoryHub hub = new();
            bool happened = false;
            await steps(hub, meanwhile =>
            {
                hub.Requests.Instead = async () =>
                {
                    happened = true;
                    await meanwhile();
                };
                hub.Requests.CrashAt = at;
            });
            if (!happened)
            {
                return at - 1;
            }
        }
    }

    private static Task<Reply<DraftKey>> DeclareAsync(MemoryHub hub) => hub.Get<NothingDesk>()
        .DeclareAsync(Party(hub), "spesa-sociale", "2024", null, default);

    private static SendingDesk Desk(MemoryHub hub) => hub.Get<SendingDesk>();

    private static SendingParty Party(MemoryHub hub) => new(hub.Ambito, hub.Ambito.FindSender(Comune)!, "x");

    private static MemoryStream Bytes(string amount) =>
        new(Encoding.UTF8.GetBytes(Csv.Spending(Comune, 2024, ("ANZIANI", amount))));

    private static Task<Reply<ReceiptId>> SendAsync(MemoryHub hub) =>
        Desk(hub).SendAsync(Party(hub), Key, seen: null, default);

    private static Task<DraftState?> FindAsync(MemoryHub hub) => Desk(hub).FindAsync(Party(hub), Key, default);

    private static DraftSeen SeenOf(DraftState? draft) => DraftSeen.Of(draft!);

    private static async Task SubmitOtherAsync(MemoryHub hub)
    {
        await hub.Get<ProgramDesk>().SubmitAsync(
            Party(hub), DraftKey.Parse(Comune, new string('e', 32))!, "altro.csv", Bytes("8,00"), "spesa-sociale",
            "2024", default);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
    }

    private static Task<Reply<ReceiptId>> SubmitAsync(MemoryHub hub, string amount) => hub.Get<ProgramDesk>()
        .SubmitAsync(Party(hub), Key, "spesa.csv", Bytes(amount), "spesa-sociale", "2024", default);

    private static Task JoinAsync(MemoryHub hub, string amount) => JoinAsync(hub, Key, amount);

    private static async Task JoinAsync(MemoryHub hub, DraftKey key, string amount)
    {
        await Desk(hub).TakePartAsync(key, 0, Bytes(amount), default);
        await Desk(hub).JoinAsync(
            Party(hub), key, new DraftFacts("spesa.csv", "x", "spesa-sociale", "2024"), 1, default);
    }
}
