using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Messages;
using PianoZona.Contracts.Notification;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Home;
using PianoZona.Hub.Mail;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Sending;

/// <summary>What a Comune is told of what an agency sent for it, and what it is not.</summary>
public sealed class SentForBodiesTests : IDisposable
{
    private const string A = "018030";
    private const string B = "018041";
    private const string C = "018091";
    private const string Name = "ente-azienda/spesa-sociale/2025/a.csv";

    private static readonly string[] Areas = ["ANZIANI", "DISABILI", "DIPENDENZE"];

    private readonly MemoryHub hub = new();
    private long time = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    [Fact]
    public async Task Find_FileOfSeveralBodies_TellsEachItsOwnShareAndNobodyElse()
    {
        ReceiptId id = await SendAsync((A, "1,00"), (B, "20,00"), (B, "0,50"));

        SentForBodyProof first = (await FindAsync(A, id))!;
        SentForBodyProof second = (await FindAsync(B, id))!;

        Assert.Equal(("ente-azienda", true), (first.Sent.By.Code, first.Sent.Counts));
        Assert.Equal((1, 2), (first.Share.Rows, second.Share.Rows));
        Assert.Equal([new KindTotal(EntryKind.Paid, Money.Parse("1.00"))], first.Share.Amounts);
        Assert.Equal([new KindTotal(EntryKind.Paid, Money.Parse("20.50"))], second.Share.Amounts);
        Assert.Null(await FindAsync(C, id));
        Assert.Null(await FindAsync("ente-coop", id));
        Assert.Null(await FindAsync("ente-azienda", id));
    }

    [Fact]
    public async Task Find_ReplacedFile_LeadsOnOnlyWhereTheBodyStillIs()
    {
        ReceiptId first = await SendAsync((A, "1,00"), (B, "2,00"));
        ReceiptId second = await SendAsync((B, "3,00"));

        SentForBodyProof gone = (await FindAsync(A, first))!;
        SentForBodyProof replaced = (await FindAsync(B, first))!;

        Assert.Equal((false, null, true), (gone.Sent.Counts, gone.ReplacedBy, gone.IsDueAgain));
        Assert.False(replaced.IsDueAgain);
        Assert.Equal((false, second), (replaced.Sent.Counts, replaced.ReplacedBy));
        Assert.Null(await FindAsync(A, second));
        Assert.False((await FindAsync(B, second))!.IsDueAgain);
        Assert.Equal([(first, false)], await ListAsync(A));
        Assert.Equal([(second, true), (first, false)], await ListAsync(B));
    }

    [Fact]
    public async Task Find_ReplacedFileOfABodyThatSentItself_OwesNothing()
    {
        ReceiptId first = await SendAsync((A, "1,00"), (B, "2,00"));
        await SendAsync((B, "3,00"));
        string own = $"{A}/spesa-sociale/2025/a.csv";
        hub.Put(own, Csv.Spending(A, 2025, ("ANZIANI", "2,00")), time += UploadSequence.Millisecond);
        await hub.ProcessAsync(own);

        Assert.False((await FindAsync(A, first))!.IsDueAgain);
    }

    /// <summary>Every address that a list shows opens, and nothing else is shown.</summary>
    [Fact]
    public async Task List_FilesOfEveryKind_ShowsWhatWasAcceptedAndEachIsFound()
    {
        ReceiptId first = await SendAsync((A, "1,00"));
        ReceiptId again = await SendAsync((A, "1,00"));
        ReceiptId refused = await SendAsync((A, "x"));

        IReadOnlyList<(ReceiptId Id, bool)> listed = await ListAsync(A);

        Assert.Equal([(again, true), (first, true)], listed);
        foreach ((ReceiptId id, _) in listed)
        {
            Assert.Equal(1, (await FindAsync(A, id))!.Share.Rows);
        }

        Assert.Null(await FindAsync(A, refused));
        Assert.Empty(await ListAsync(B));
        Assert.Empty(await ListAsync("ente-azienda"));
    }

    /// <summary>
    /// Who answers for the whole Ambito may tell figures of any body: they count as its own, and it sees them.
    /// </summary>
    [Fact]
    public async Task Find_FileOfWhoAnswersForAll_IsThereForTheBodyWhoseFiguresCount()
    {
        const string Office = "ente-udp/spesa-sociale/2025/a.csv";
        ReceiptId id = hub.Put(
            Office, Csv.Spending(A, 2025, ("ANZIANI", "1,00")), time += UploadSequence.Millisecond);
        await hub.ProcessAsync(Office);

        Assert.Equal(("ente-udp", 1), ((await FindAsync(A, id))!.Sent.By.Code, (await FindAsync(A, id))!.Share.Rows));
        Assert.Equal([(id, true)], await ListAsync(A));
        Assert.Equal([id], (await HomeAsync(A)).SentForIt.Select(one => one.Receipt));
        Assert.Null(await FindAsync(B, id));
    }

    /// <summary>The very file that an agency sent is its proof to each whose rows are in it, and to nobody else.
    /// </summary>
    [Fact]
    public async Task OfContent_FileOfAnAgency_IsFoundByWhoHasRowsInItAlone()
    {
        ReceiptId id = await SendAsync((A, "1,00"), (B, "2,00"));
        string hash = (await FindAsync(A, id))!.Sha256;
        SentForBodies sent = hub.Get<SentForBodies>();

        IReadOnlyList<SentForBody> found = await sent.OfContentAsync(
            hub.Ambito, BodyOf(A), hash.ToUpperInvariant(), default);

        Assert.Equal(("ente-azienda", id), (Assert.Single(found).By.Code, found[0].Receipt));
        Assert.Empty(await sent.OfContentAsync(hub.Ambito, BodyOf(C), hash, default));
        Assert.Empty(await sent.OfContentAsync(hub.Ambito, BodyOf(A), new string('0', hash.Length), default));
    }

    /// <summary>Each is told its own share by mail, as its page tells it: nobody else's, and once.</summary>
    [Fact]
    public async Task Mail_OfAFileOfAnAgency_TellsEachItsOwnShareAlone()
    {
        await WithContactAsync(A, ReceiptMail.Refused);
        await WithContactAsync(B, ReceiptMail.Never);
        await WithContactAsync(C, ReceiptMail.Always);
        ReceiptId id = await SendAsync((A, "1,00"), (B, "20,00"), (B, "0,50"));
        LetterComposer letters = hub.Get<LetterComposer>();

        ShareLetter letter = Assert.IsType<ShareLetter>(Assert.Single(
            await letters.ComposeAsync(MailMessage.OfReceipt(hub.Ambito.Code, id.Text), default)));
        ReceiptId again = await SendAsync((A, "1,00"), (B, "20,00"), (B, "0,50"));
        ReceiptId refused = await SendAsync((A, "x"));

        Assert.Equal(
            (A, $"{A}@example.org", id.Text, 1, (await FindAsync(A, id))!.Sha256),
            (letter.Body, letter.Recipient, letter.ReceiptId, letter.Rows, letter.Sha256));
        Assert.Equal([new ShareAmount(KindNames.Italian(EntryKind.Paid), "1.00")], letter.Amounts);
        Assert.Empty(await letters.ComposeAsync(MailMessage.OfReceipt(hub.Ambito.Code, again.Text), default));
        Assert.Empty(await letters.ComposeAsync(MailMessage.OfReceipt(hub.Ambito.Code, refused.Text), default));
    }

    /// <summary>The first page asks nothing more of the storage: it says what counts.</summary>
    [Fact]
    public async Task Home_OfABody_HasWhatWasSentForIt()
    {
        ReceiptId id = await SendAsync((A, "1,00"), (B, "2,00"));
        string own = $"{B}/spesa-sociale/2024/a.csv";
        hub.Put(own, Csv.Spending(B, 2024, ("ANZIANI", "2,00")), time += UploadSequence.Millisecond);
        await hub.ProcessAsync(own);

        Assert.Equal([id], (await HomeAsync(A)).SentForIt.Select(one => one.Receipt));
        Assert.Equal([id], (await HomeAsync(B)).SentForIt.Select(one => one.Receipt));
        Assert.Empty((await HomeAsync(C)).SentForIt);
        Assert.Empty((await HomeAsync("ente-azienda")).SentForIt);
    }

    private Task WithContactAsync(string body, ReceiptMail wish) => hub.Get<ContactBook>().AddAsync(
        hub.Ambito, body,
        [new Contact($"{body}@example.org", ContactWishes.Default with { Receipts = wish })], body, default);

    /// <summary>A figure that is about somebody else than the body that reports it is not that body's.</summary>
    [Fact]
    public void Share_FiguresAboutOthers_AreNotTold()
    {
        FundKey fund = new("FNPS", 2025);
        LedgerEntry delivered = new(
            fund, EntryKind.Delivered, C, "SAD", Money.Parse("5.00"), RowSet.Parse("2-3"));
        Posting posting = new(
            new UploadSlot("ambito", "ente-azienda", "prestazioni", "2025-03"), 1, "x", "x", 2, [A, B], [delivered]);

        BodyShare share = BodyShare.Of(posting, A);

        Assert.Null(share.Rows);
        Assert.Empty(share.Amounts);
    }

    [Fact]
    public void Share_RowsWithoutFigures_AreNotCounted()
    {
        LedgerEntry paid = new(
            new FundKey("COM", 2025), EntryKind.Paid, A, "ANZIANI", Money.Parse("5.00"), RowSet.Parse("2"));
        Posting posting = new(
            new UploadSlot("ambito", "ente-azienda", "spesa-sociale", "2025"), 1, "x", "x", 3, [A, B], [paid]);

        BodyShare share = BodyShare.Of(posting, A);

        Assert.Null(share.Rows);
        Assert.Equal(Money.Parse("5.00"), Assert.Single(share.Amounts).Amount);
    }

    public void Dispose() => hub.Dispose();

    private async Task<ReceiptId> SendAsync(params (string Body, string Amount)[] rows)
    {
        string file = "ente;anno;area;importo\n" + string.Concat(
            rows.Index().Select(row => $"{row.Item.Body};2025;{Areas[row.Index]};{row.Item.Amount}\n"));
        ReceiptId id = hub.Put(Name, file, time += UploadSequence.Millisecond);
        await hub.ProcessAsync(Name);
        return id;
    }

    private async Task<IReadOnlyList<(ReceiptId Id, bool Counts)>> ListAsync(string body) =>
    [
        .. (await hub.Get<SentForBodies>().ListAsync(hub.Ambito, BodyOf(body), default))
            .Select(one => (one.Receipt, one.Counts)),
    ];

    private Task<SentForBodyProof?> FindAsync(string body, ReceiptId id) =>
        hub.Get<SentForBodies>().FindAsync(hub.Ambito, BodyOf(body), id, default);

    private Task<BodyDay> HomeAsync(string body) =>
        hub.Get<BodyHome>().FindAsync(hub.Ambito, BodyOf(body), default);

    private Sender BodyOf(string code) => hub.Ambito.FindSender(code)!;
}
