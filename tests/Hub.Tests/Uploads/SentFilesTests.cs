using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Contracts.Workflow;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Tests.Uploads;

/// <summary>What was sent, and where it stands.</summary>
public sealed class SentFilesTests
{
    private const string Name = "018030/spesa-sociale/2025/a.csv";

    [Fact]
    public async Task List_RepliesOfEveryKind_TellsWhereEachStands()
    {
        using MemoryHub hub = new();
        string first = Csv.Spending("018030", 2025, ("ANZIANI", "1,00"));
        string second = Csv.Spending("018030", 2025, ("ANZIANI", "2,00"));
        string[] sent = [first, Csv.Spending("018030", 2025, ("ANZIANI", "x")), second, second];
        ReceiptId[] ids = new ReceiptId[sent.Length];
        for (int i = 0; i < sent.Length; i++)
        {
            ids[i] = hub.Put(Name, sent[i], (i + 1) * UploadSequence.Millisecond);
            await hub.ProcessAsync(Name);
        }

        IReadOnlyList<SentFile> found = await ListAsync(hub, "018030");

        Assert.Equal(
            [Money.Parse("2.00"), Money.Parse("2.00"), null, Money.Parse("1.00")],
            found.Select(one => one.Receipt.Amount));
        // The last repeats what is in force.
        Assert.Equal(
            [
                (ids[3], SentState.Accepted, null), (ids[2], SentState.Accepted, null),
                (ids[1], SentState.Refused, null), (ids[0], SentState.Replaced, ids[2].Text),
            ],
            found.Select(one => (one.Receipt.Id, one.State, one.ReplacedBy)));
        Assert.Equal(
            [["018030"], ["018030"], null, ["018030"]], found.Select(one => one.Bodies?.ToArray()));
        Assert.Empty(await ListAsync(hub, "018041"));
    }

    /// <summary>Two files of one second: the one in force is the one that the list has first, whichever came first.
    /// </summary>
    [Theory]
    [InlineData("a.csv", "b.csv")]
    [InlineData("b.csv", "a.csv")]
    public async Task List_TwoOfTheSameSecond_AreInTheOrderOfTheBooks(string one, string other)
    {
        using MemoryHub hub = new();
        foreach ((string name, string amount) in new[] { (one, "1,00"), (other, "2,00") })
        {
            string path = $"018030/spesa-sociale/2025/{name}";
            hub.Put(path, Csv.Spending("018030", 2025, ("ANZIANI", amount)), TimeSpan.TicksPerSecond);
            await hub.ProcessAsync(path);
        }

        IReadOnlyList<SentFile> found = await ListAsync(hub, "018030");

        Assert.Equal([SentState.Accepted, SentState.Replaced], found.Select(sent => sent.State));
        Assert.Equal(found[0].Receipt.Id.Text, found[1].ReplacedBy);
        Assert.True(string.CompareOrdinal(found[0].Receipt.Id.Text, found[1].Receipt.Id.Text) > 0);
    }

    /// <summary>
    /// A receipt that is read from its file knows the millisecond, the books know the tick: a file once said that it
    /// was replaced by itself.
    /// </summary>
    [Theory]
    [InlineData("a.csv", 70_007, SentState.Accepted)]
    [InlineData("b.csv", 80_000, SentState.Replaced)]
    [InlineData("b.csv", 80_009, SentState.Replaced)]
    [InlineData("b.csv", 60_009, SentState.Accepted)]
    public void Of_AReceiptOfMilliseconds_IsReplacedByOthersAlone(string current, long ticks, SentState expected)
    {
        ReceiptId id = ReceiptId.For("018030/spesa-sociale/2025/a.csv", 70_007, string.Empty);
        ReceiptId inForce = ReceiptId.For(
            $"018030/spesa-sociale/2025/{current}", current == "a.csv" ? 70_007 : ticks, string.Empty);
        CurrentUpload upload = new(
            new UploadSlot("prova", "018030", "spesa-sociale", "2025"), ticks, inForce.Text, new string('0', 64), 1,
            ["018030"], [], DateTimeOffset.UnixEpoch, "1");

        Assert.Equal(
            expected,
            SentFile.Of(
                new(id, DateTimeOffset.MinValue.AddTicks(70_000), Outcome.Accepted, 1, new string('1', 64), false),
                upload).State);
    }

    [Fact]
    public async Task List_OfAnAgency_TellsForWhomAFileCounts()
    {
        using MemoryHub hub = new();
        const string name = "ente-azienda/spesa-sociale/2025/a.csv";
        hub.Put(
            name,
            Csv.Spending("018041", 2025, ("ANZIANI", "1,00")) + "018030;2025;ANZIANI;2,00\r\n",
            UploadSequence.Millisecond);
        await hub.ProcessAsync(name);

        Assert.Equal(["018030", "018041"], Assert.Single(await ListAsync(hub, "ente-azienda")).Bodies);
    }

    [Fact]
    public async Task OfContent_TheSameFileTwice_IsFoundTwiceByItsOwnBodyAlone()
    {
        using MemoryHub hub = new();
        for (int i = 1; i <= 2; i++)
        {
            hub.Put(Name, Csv.Spending("018030", 2025, ("ANZIANI", "1,00")), i * UploadSequence.Millisecond);
            await hub.ProcessAsync(Name);
        }

        string hash = (await ListAsync(hub, "018030"))[0].Receipt.Sha256;

        Assert.Equal(2, (await OfContentAsync(hub, hash.ToUpperInvariant(), "018030")).Count);
        Assert.Empty(await OfContentAsync(hub, hash, "018041"));
        Assert.Empty(await OfContentAsync(hub, new string('0', 64), "018030"));
    }

    [Theory]
    [InlineData(Outcome.Accepted, 3, true, SentState.Waiting)]
    [InlineData(Outcome.Accepted, 0, false, SentState.NothingDeclared)]
    [InlineData(Outcome.AcceptedWithWarnings, 3, false, SentState.AcceptedWithWarnings)]
    [InlineData(Outcome.Refused, 3, false, SentState.Refused)]
    [InlineData(Outcome.Quarantined, 0, false, SentState.Quarantined)]
    public void Of_AReceiptWithNothingInForce_IsWhatItSays(Outcome outcome, int rows, bool waits, SentState expected)
    {
        ReceiptId id = ReceiptId.For(Name, 1, string.Empty);

        Assert.Equal(
            expected,
            SentFile.Of(new(id, DateTimeOffset.UnixEpoch, outcome, rows, string.Empty, waits), current: null).State);
    }

    [Theory]
    [InlineData(AmendmentState.Waiting, SentState.Waiting)]
    [InlineData(AmendmentState.Accepted, SentState.Waiting)] // until it is posted
    [InlineData(AmendmentState.Refused, SentState.NotGranted)]
    public void Of_WhatWaitsAsAnAmendment_IsWhatWasDecided(AmendmentState decided, SentState expected)
    {
        ReceiptId id = ReceiptId.For(Name, 1, string.Empty);

        Assert.Equal(
            expected,
            SentFile.Of(
                new(id, DateTimeOffset.UnixEpoch, Outcome.Accepted, 3, string.Empty, Waits: true),
                current: null, new Amendment(decided, Reason: null)).State);
    }

    private static Task<IReadOnlyList<SentFile>> ListAsync(MemoryHub hub, string body) =>
        hub.Get<SentFiles>().ListAsync(hub.Ambito, [BodyOf(hub, body)], default);

    private static Task<IReadOnlyList<SentFile>> OfContentAsync(MemoryHub hub, string hash, string body) =>
        hub.Get<SentFiles>().OfContentAsync(hub.Ambito, [BodyOf(hub, body)], hash, default);

    private static Sender BodyOf(MemoryHub hub, string code) => hub.Ambito.FindSender(code)!;
}
