using System.Globalization;
using System.Text;
using PianoZona.Contracts.Receipts;
using PianoZona.Hub.Ports;

namespace PianoZona.Hub.Tests.Laws;

/// <summary>What holds for every store of drafts.</summary>
public abstract class DraftLaws
{
    private static readonly DraftFacts Facts = new("spesa è così.csv", "018030/qualcuno", null, null)
    {
        Body = "018041",
    };
    private static readonly DraftMark Mark = new("\"0\"", Outcome.Refused);
    private static int counter;

    private protected abstract IDraftStore Store { get; }

    private protected abstract IInbox Inbox { get; }

    /// <summary>What a program does that was given an address.</summary>
    private protected abstract Task WriteAtAsync(Uri address, byte[] content);

    [Fact]
    public async Task TryOpen_WhatWasStored_HasItsBytesAndFacts()
    {
        DraftKey key = NewKey();
        Assert.Null(await Store.TryOpenAsync(key, default));
        await StoreAsync(key, "uno");
        await StoreAsync(key, "due");

        Assert.Equal(("due", Facts), await ReadAsync(key));
    }

    [Fact]
    public async Task TryStore_InThePlaceOfAVersion_IsDoneWhileItIsTheLast()
    {
        DraftKey key = NewKey();
        string first = (await TryStoreAsync(key, "uno", null))!;
        Assert.Null(await TryStoreAsync(key, "due", null));
        string second = (await TryStoreAsync(key, "tre", first))!;
        Assert.Null(await TryStoreAsync(key, "quattro", first));

        Assert.Equal(("tre", Facts), await ReadAsync(key));
        await using (DraftFile file = (await Store.TryOpenAsync(key, default))!)
        {
            Assert.Equal(second, file.Content.Version);
        }

        // What is known of it is part of it: it was sent, say.
        Assert.Null(await Store.StateAsync(key, Facts with { Sequence = 7 }, first, default));
        Assert.NotNull(await Store.StateAsync(key, Facts with { Sequence = 7 }, second, default));
        Assert.Null(await TryStoreAsync(key, "cinque", second));
        await Store.RemoveAsync(key, await VersionAsync(key), default);
        Assert.Null(await TryStoreAsync(key, "sei", second));
        Assert.NotNull(await TryStoreAsync(key, "sette", null));
    }

    [Fact]
    public async Task TryStore_ManyAtOnce_IsDoneOnce()
    {
        DraftKey key = NewKey();
        string? first = await TryStoreAsync(key, "uno", null);

        string?[] stored = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(one => TryStoreAsync(key, FormattableString.Invariant($"di {one}"), first)));

        Assert.Single(stored, one => one is not null);
    }

    [Fact]
    public async Task State_OfADraft_ChangesItsFactsAlone()
    {
        DraftKey key = NewKey();
        DraftFacts sent = Facts with { Flow = "spesa-sociale", Period = "2025", NilReturn = true, Sequence = 7 };
        Assert.Null(await Store.StateAsync(key, sent, "\"0\"", default));
        string first = (await TryStoreAsync(key, "uno", null))!;

        string now = (await Store.StateAsync(key, sent, first, default))!;
        Assert.Equal(("uno", sent), await ReadAsync(key));
        await using DraftFile file = (await Store.TryOpenAsync(key, default))!;
        Assert.Equal(now, file.Content.Version);
    }

    [Fact]
    public async Task Join_PartsInAnyOrder_AreTheWholeFile()
    {
        DraftKey key = NewKey();
        await PartAsync(key, 2, "c");
        await PartAsync(key, 0, "x");
        await PartAsync(key, 0, "a");
        Assert.Equal(Joining.PartMissing, await Store.JoinAsync(key, 3, Facts, null, default));
        Assert.Null(await Store.TryOpenAsync(key, default));
        await PartAsync(key, 1, "b");

        Assert.Equal(Joining.Done, await Store.JoinAsync(key, 3, Facts, null, default));
        Assert.Equal(Joining.Replaced, await Store.JoinAsync(key, 3, Facts, null, default));
        Assert.Equal(("abc", Facts), await ReadAsync(key));
        // Who lost the answer asks again.
        await using DraftFile file = (await Store.TryOpenAsync(key, default))!;
        Assert.Equal(Joining.Done, await Store.JoinAsync(key, 3, Facts, file.Content.Version, default));
        Assert.Equal(("abc", Facts), await ReadAsync(key));
    }

    [Fact]
    public async Task Empty_ASentDraft_LeavesNoByteAndWhatIsKnown()
    {
        DraftKey key = NewKey();
        DraftFacts sent = Facts with { Flow = "spesa-sociale", Period = "2025", Sequence = 7 };
        await Store.EmptyAsync(key, default);
        await WriteAtAsync((await Store.OpenAddressAsync(key, default)).Address, "uno"u8.ToArray());
        await Store.StoreWrittenAsync(key, sent, default);

        await Store.EmptyAsync(key, default);
        await Store.EmptyAsync(key, default);

        Assert.Equal((string.Empty, sent), await ReadAsync(key));
        await Store.RemoveAsync(key, await VersionAsync(key), default);
        Assert.False(await Store.StoreWrittenAsync(key, sent, default));
    }

    [Fact]
    public async Task StoreWritten_WhatIsWrittenAtItsAddress_IsTheDraftOnce()
    {
        DraftKey key = NewKey("018130");
        Uri address = (await Store.OpenAddressAsync(key, default)).Address;
        Assert.False(await Store.StoreWrittenAsync(key, Facts, default));
        await WriteAtAsync(address, "uno"u8.ToArray());
        Assert.Null(await Store.TryOpenAsync(key, default));
        Assert.Empty(await Store.ListAsync("018130", default));

        Assert.True(await Store.StoreWrittenAsync(key, Facts, default));
        await WriteAtAsync(address, "due"u8.ToArray());
        Assert.True(await Store.StoreWrittenAsync(key, Facts with { Sequence = 1 }, default));
        Assert.Equal(("uno", Facts), await ReadAsync(key));
    }

    [Fact]
    public async Task RemoveWritten_WhatIsOldAndNoDraft_IsRemovedAndAConfirmationLeavesNothing()
    {
        DateTimeOffset later = DateTimeOffset.MaxValue;
        await Store.RemoveWrittenAsync(later, default);
        (DraftKey key, DraftKey other) = (NewKey(), NewKey());
        Uri address = (await Store.OpenAddressAsync(key, default)).Address;
        await WriteAtAsync(address, "uno"u8.ToArray());
        await Store.StoreWrittenAsync(key, Facts, default);
        Assert.Equal(0, await Store.RemoveWrittenAsync(later, default));
        await WriteAtAsync(address, "due"u8.ToArray());
        await WriteAtAsync((await Store.OpenAddressAsync(other, default)).Address, "tre"u8.ToArray());
        Assert.Equal(0, await Store.RemoveWrittenAsync(DateTimeOffset.MinValue, default));

        Assert.Equal(2, await Store.RemoveWrittenAsync(later, default));
        Assert.Equal(0, await Store.RemoveWrittenAsync(later, default));
        Assert.False(await Store.StoreWrittenAsync(other, Facts, default));
        // Confirmed again it is the draft that it was.
        Assert.True(await Store.StoreWrittenAsync(key, Facts with { Sequence = 1 }, default));
        Assert.Equal(("uno", Facts), await ReadAsync(key));
    }

    [Fact]
    public async Task ListUnseen_OfAllSenders_HasThoseThatWereNotLookedAtAsTheyAre()
    {
        DateTimeOffset later = DateTimeOffset.MaxValue;
        (DraftKey unseen, DraftKey changed) = (NewKey("018131"), NewKey("018132"));
        (DraftKey seen, DraftKey emptied) = (NewKey("018133"), NewKey("018131"));
        DraftKey[] keys = [unseen, changed, seen, emptied];
        foreach (DraftKey key in keys)
        {
            string version = (await TryStoreAsync(key, key == emptied ? string.Empty : "uno", null))!;
            if (key == changed || key == seen)
            {
                await Store.StoreCheckAsync(key, "{}", new DraftMark(version, Outcome.Accepted), default);
            }
        }

        await Store.StateAsync(changed, Facts with { NilReturn = true }, await VersionAsync(changed), default);

        Assert.Equal([changed.Path, unseen.Path], (await Store.ListUnseenAsync(later, default))
            .Select(line => line.Key).Where(keys.Contains).Select(key => key.Path).OrderDescending());
        Assert.DoesNotContain(
            await Store.ListUnseenAsync(DateTimeOffset.MinValue, default), line => keys.Contains(line.Key));
    }

    [Fact]
    public async Task List_OfASender_HasItsOwnAndNoOthers()
    {
        DraftKey key = NewKey("018041");
        await StoreAsync(key, "uno");
        await Store.StoreCheckAsync(key, "{}", Mark, default);
        await StoreAsync(NewKey("018091"), "due");

        Assert.Equal([key], (await Store.ListAsync("018041", default)).Select(draft => draft.Key));
    }

    [Fact]
    public async Task List_OfADraftThatWasLookedAt_TellsItsOutcomeWhileItHolds()
    {
        DraftKey key = NewKey("018143");
        string first = (await TryStoreAsync(key, "uno", null))!;
        await Store.StoreCheckAsync(key, "{}", new DraftMark(first, Outcome.Refused), default);
        Assert.Equal(Outcome.Refused, await FoundAsync());
        string second = (await Store.StateAsync(key, Facts with { NilReturn = true }, first, default))!;
        Assert.Null(await FoundAsync());

        await Store.StoreCheckAsync(key, "{}", new DraftMark(second, Outcome.Quarantined), default);
        await TryStoreAsync(key, string.Empty, second);
        Assert.Equal(Outcome.Quarantined, await FoundAsync());

        async Task<Outcome?> FoundAsync() => Assert.Single(await Store.ListAsync("018143", default)).Found;
    }

    [Fact]
    public async Task List_OfADraftThatIsInForceAlready_SaysSoWhileItHolds()
    {
        DraftKey key = NewKey("018142");
        string first = (await TryStoreAsync(key, "uno", null))!;
        await Store.StoreCheckAsync(key, "{}", new DraftMark(first, Outcome.Accepted) { IsSame = true }, default);
        Assert.Equal((Outcome.Accepted, true), await FoundAsync());

        await Store.StateAsync(key, Facts with { NilReturn = true }, first, default);
        Assert.Equal((null, false), await FoundAsync());

        async Task<(Outcome? Found, bool IsSame)> FoundAsync()
        {
            DraftLine line = Assert.Single(await Store.ListAsync("018142", default));
            return (line.Found, line.IsSame);
        }
    }

    [Fact]
    public async Task List_OfADraftThatIsToBeConfirmed_SaysSo()
    {
        DraftKey key = NewKey("018144");
        string version = (await TryStoreAsync(key, "uno", null))!;
        DraftMark mark = new(version, Outcome.AcceptedWithWarnings) { IsToConfirm = true };
        await Store.StoreCheckAsync(key, "{}", mark, default);

        DraftLine line = Assert.Single(await Store.ListAsync("018144", default));

        Assert.Equal((Outcome.AcceptedWithWarnings, true, false), (line.Found, line.IsToConfirm, line.IsSame));
    }

    [Fact]
    public async Task FindCheck_WhatWasStored_IsTheLast()
    {
        DraftKey key = NewKey();
        Assert.Null(await Store.FindCheckAsync(key, default));
        await Store.StoreCheckAsync(key, "uno", Mark, default);
        await Store.StoreCheckAsync(key, "due", Mark, default);

        Assert.Equal("due", await Store.FindCheckAsync(key, default));
    }

    [Fact]
    public async Task Send_Twice_IsOneFileWithWhatIsKnownOfIt()
    {
        DraftKey key = NewKey();
        await StoreAsync(key, "uno");
        string path = $"018030/spesa-sociale/2025/{key.Id}";
        await Assert.ThrowsAsync<ArgumentException>(() => Store.SendAsync(key, Facts, path, default));
        DraftFacts sent = Facts with { Sequence = 638_000_000_000_000_000, NilReturn = true };
        await Store.SendAsync(key, sent, path, default);
        await Store.SendAsync(key, sent with { Sequence = 1 }, path, default);

        await using ReceivedFile file = (await Inbox.TryOpenAsync(path, default))!;
        Assert.Equal((sent.Sequence, sent.FileName), (file.Sequence, file.GivenName));
        Assert.True(file.Submission.NilReturn);
        Assert.Equal("uno", await TextAsync(await file.OpenAsync(default)));
    }

    [Fact]
    public async Task Remove_ADraft_LeavesNothing()
    {
        DraftKey key = NewKey();
        await StoreAsync(key, "uno");
        await Store.StoreCheckAsync(key, "{}", Mark, default);
        await WriteAtAsync((await Store.OpenAddressAsync(key, default)).Address, "due"u8.ToArray());
        string first = await VersionAsync(key);
        await Store.StateAsync(key, Facts with { Sequence = 7 }, first, default);
        await Store.RemoveAsync(key, first, default);
        Assert.Equal(("uno", Facts with { Sequence = 7 }), await ReadAsync(key));
        Assert.NotNull(await Store.FindCheckAsync(key, default));

        string now = await VersionAsync(key);
        await Store.RemoveAsync(key, now, default);
        await Store.RemoveAsync(key, now, default);

        Assert.False(await Store.StoreWrittenAsync(key, Facts, default));
        Assert.Null(await Store.TryOpenAsync(key, default));
        Assert.Null(await Store.FindCheckAsync(key, default));
    }

    [Fact]
    public async Task Remove_OfOneThatIsGone_TakesAwayWhatStandsBesideIt()
    {
        DraftKey key = NewKey();
        await Store.StoreCheckAsync(key, "{}", Mark, default);
        await WriteAtAsync((await Store.OpenAddressAsync(key, default)).Address, "due"u8.ToArray());
        await Store.RemoveAsync(key, version: null, default);
        Assert.Null(await Store.FindCheckAsync(key, default));
        Assert.False(await Store.StoreWrittenAsync(key, Facts, default));

        await StoreAsync(key, "uno");
        await Store.StoreCheckAsync(key, "{}", Mark, default);
        await Store.RemoveAsync(key, version: null, default);
        Assert.Equal(("uno", Facts), await ReadAsync(key));
        Assert.NotNull(await Store.FindCheckAsync(key, default));
    }

    private async Task<string> VersionAsync(DraftKey key)
    {
        await using DraftFile file = (await Store.TryOpenAsync(key, default))!;
        return file.Content.Version;
    }

    private static DraftKey NewKey(string sender = "018030") => DraftKey.Parse(
        sender, Interlocked.Increment(ref counter).ToString("x32", CultureInfo.InvariantCulture))!;

    private Task StoreAsync(DraftKey key, string text) =>
        Store.StoreAsync(key, new MemoryStream(Encoding.UTF8.GetBytes(text)), Facts, default);

    private Task<string?> TryStoreAsync(DraftKey key, string text, string? version) =>
        Store.TryStoreAsync(key, new MemoryStream(Encoding.UTF8.GetBytes(text)), Facts, version, default);

    private Task PartAsync(DraftKey key, int part, string text) =>
        Store.StorePartAsync(key, part, new PipeStream(Encoding.UTF8.GetBytes(text)), default);

    private async Task<(string Text, DraftFacts Facts)> ReadAsync(DraftKey key)
    {
        await using DraftFile file = (await Store.TryOpenAsync(key, default))!;
        return (await TextAsync(await file.Content.OpenAsync(default)), file.Facts);
    }

    // As the body of a request: nobody knows its length.
    private sealed class PipeStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }

    private static async Task<string> TextAsync(Stream stream)
    {
        using StreamReader reader = new(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
