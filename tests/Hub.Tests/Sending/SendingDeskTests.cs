using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using PianoZona.Contracts;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Ledger;
using PianoZona.Workbooks;

namespace PianoZona.Hub.Tests.Sending;

/// <summary>A file before it is sent, and when it is.</summary>
public sealed class SendingDeskTests : IDisposable
{
    private const string Comune = "018030";
    private const string Personal = "ente;anno;area;importo\n018030;2024;RSSMRA80A01H501U;5,00\n";

    private readonly MemoryHub hub = new();
    private int counter;

    private SendingDesk Desk => hub.Get<SendingDesk>();

    private SendingParty Party => new(hub.Ambito, hub.Ambito.FindSender(Comune)!, $"{Comune}/qualcuno");

    [Fact]
    public async Task Find_AFileThatTellsAll_IsRecognisedAndCheckedAndNothingIsSent()
    {
        DraftState draft = await TakeInAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "5,00")));

        Assert.Equal(("spesa-sociale", "2024"), (draft.Facts.Flow, draft.Facts.Period));
        Assert.Equal((Outcome.Accepted, true, "spesa.csv"),
            (draft.Check!.Found.Outcome, draft.Check.MaySend, draft.Check.Found.FileName));
        Assert.Null(draft.Check.Replaces);
        Assert.Empty(hub.Waiting);
    }

    [Fact]
    public async Task Find_AFileOfNoFlow_AsksAndIsCheckedOnceItIsTold()
    {
        DraftState unknown = await TakeInAsync("a;b\n1;2\n");
        Assert.Null(unknown.Check);
        Assert.True(await Desk.TakeForAsync(unknown.Key, "spesa-sociale", "2024", nilReturn: false, default));

        DraftState told = (await Desk.FindAsync(Party, unknown.Key, default))!;

        Assert.Equal((Outcome.Refused, false), (told.Check!.Found.Outcome, told.Check.MaySend));
        Assert.IsType<Reply<ReceiptId>.ConflictsOn>(await Desk.SendAsync(Party, told.Key, seen: null, default));
        Assert.Empty(hub.Waiting);
    }

    [Fact]
    public async Task Send_AFileInOrder_GetsTheReceiptThatWasToldAndTheNameThatItsSenderGave()
    {
        DraftState draft = await TakeInAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "5,00")));
        ReceiptId id = Sent(await Desk.SendAsync(Party, draft.Key, seen: null, default));
        Assert.False((await Desk.FindAsync(Party, draft.Key, default))!.HasReceipt);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        Receipt receipt = (await hub.FindReceiptAsync(id))!;
        Assert.Equal((Outcome.Accepted, "spesa.csv"), (receipt.Outcome, receipt.FileName));
        Assert.True((await Desk.FindAsync(Party, draft.Key, default))!.HasReceipt);
        Assert.DoesNotContain("spesa.csv", id.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_AFileThatChangesFigures_TellsWhatItReplacesAndWhatChanges()
    {
        await SendAndProcessAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "5,00")));
        DraftState next = await TakeInAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "7,00"), ("DISABILI", "1,00")));

        Assert.NotNull(next.Check!.Replaces);
        Assert.Equal((Outcome.Accepted, 1), (next.Check.Found.Outcome, next.Check.RowsBefore));
        DraftChange paid = Assert.Single(next.Check.Changes);
        Assert.Equal((Money.Parse("5.00"), Money.Parse("8.00")), (paid.Before, paid.After));
    }

    /// <summary>The sum is the same and the area is another: it is told, also when what was found is read again.
    /// </summary>
    [Fact]
    public async Task Find_AFileThatMovesAFigureWithinTheSum_TellsWhatMoves()
    {
        await SendAndProcessAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "5,00")));
        DraftState next = await TakeInAsync(Csv.Spending(Comune, 2024, ("DISABILI", "5,00")));
        ChangeDetail again = (await Desk.FindAsync(Party, next.Key, default))!.Check!.Detail!;

        Assert.Empty(next.Check!.Changes);
        Assert.Equal((1, 1, 0, false), (again.Added, again.Removed, again.Changed, again.IsNone));
        Assert.Equal([ChangedPart.Purpose], again.Parts);
        Assert.Empty(again.Bodies);
    }

    /// <summary>A file of one other year is offered as that; one with rows of its own, or of several, is not.</summary>
    [Theory]
    [InlineData("2023", "2023", "2023")]
    [InlineData("2023", "2022", null)]
    [InlineData("2023", "2024", null)]
    [InlineData("2024", "2024", null)]
    public async Task Find_AFileOfAnotherYear_TellsWhichAllItsRowsAreOf(string one, string other, string? told)
    {
        DraftState draft = await TakeInAsync(
            $"ente;anno;area;importo\n{Comune};{one};ANZIANI;5,00\n{Comune};{other};DISABILI;6,00\n", "spesa-sociale",
            "2024");

        Assert.Equal(told, draft.Check!.PeriodOfRows?.Text);
    }

    [Fact]
    public async Task DiscardRefused_OfAFileThatMayBeSent_KeepsIt()
    {
        DraftState good = await TakeInAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "5,00")));
        DraftState bad = await TakeInAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "x")));

        await Desk.DiscardRefusedAsync(good.Key, default);
        await Desk.DiscardRefusedAsync(bad.Key, default);

        Assert.NotNull(await Desk.FindAsync(Party, good.Key, default));
        Assert.Null(await Desk.FindAsync(Party, bad.Key, default));
    }

    /// <summary>What a later file has settled, and what nothing is kept of, waits for nothing.</summary>
    [Fact]
    public async Task Waiting_AfterALaterFileWasAccepted_IsWhatMayStillBeSent()
    {
        string sent = Csv.Spending(Comune, 2024, ("ANZIANI", "5,00"));
        DraftState blocked = await TakeInAsync(Personal, "spesa-sociale", "2024");
        DraftState refused = await TakeInAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "x")));
        DraftState twin = await TakeInAsync(sent);
        DraftState good = await TakeInAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "7,00")));
        Assert.Equal([good.Key, twin.Key, refused.Key], await WaitingAsync(0));
        Assert.Contains(blocked.Key, await WaitingAsync(4));

        await Task.Delay(TimeSpan.FromMinutes(1), hub.Get<TimeProvider>());
        await SendAndProcessAsync(sent);

        Assert.Equal([good.Key], await WaitingAsync(0));

        async Task<DraftKey[]> WaitingAsync(int latest) =>
        [
            .. (await hub.Get<WaitingDrafts>().OfAsync(
                Party, await Desk.ListAsync(Party, default), latest, default)).Select(one => one.Key)
                .OrderByDescending(key => key.Id, StringComparer.Ordinal),
        ];
    }

    [Fact]
    public async Task Find_TheSameBytesAgain_SaysSoAndSendsNothing()
    {
        string file = Csv.Spending(Comune, 2024, ("ANZIANI", "5,00"));
        await SendAndProcessAsync(file);
        DraftState again = await TakeInAsync(file);

        Assert.Equal((true, false), (again.Check!.IsSame, again.Check.MaySend));
        Assert.IsType<Reply<ReceiptId>.ConflictsOn>(await Desk.SendAsync(Party, again.Key, seen: null, default));
        Assert.Empty(hub.Waiting);
    }

    [Fact]
    public async Task Sheet_OfAFileWithMistakes_HasThemAndNoNumberOfAReceipt()
    {
        DraftState draft = await TakeInAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "tanti")));

        await using Stream sheet = (await Desk.SheetAsync(Party, draft.Key, default))!;
        using SpreadsheetDocument workbook = SpreadsheetDocument.Open(sheet, isEditable: false);
        string text = string.Concat(workbook.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet!.InnerText));

        Assert.Contains("Controllo prima dell'invio", text, StringComparison.Ordinal);
        Assert.Contains("tanti", text, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Check!.Found.Id, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_OfAFileInOrderOrWithPersonalData_IsNone()
    {
        DraftState good = await TakeInAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "5,00")));
        DraftState blocked = await TakeInAsync(Personal, "spesa-sociale", "2023");

        Assert.Null(await Desk.SheetAsync(Party, good.Key, default));
        Assert.Null(await Desk.SheetAsync(Party, blocked.Key, default));
    }

    // What was found is kept, and is not believed when something else came into force meanwhile.
    [Fact]
    public async Task Find_AfterAnotherUploadCameIntoForce_IsCheckedAgain()
    {
        DraftState draft = await TakeInAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "5,00")));
        Assert.Null(draft.Check!.Replaces);
        await SendAndProcessAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "9,00")));

        DraftState now = (await Desk.FindAsync(Party, draft.Key, default))!;

        Assert.NotNull(now.Check!.Replaces);
        Assert.Equal(Money.Parse("9.00"), Assert.Single(now.Check.Changes).Before);
    }

    [Fact]
    public async Task Find_AFileWithPersonalData_IsBlockedAndItsBytesAreKeptNowhere()
    {
        DraftState blocked = await TakeInAsync(Personal, "spesa-sociale", "2024");

        Assert.Equal(Outcome.Quarantined, blocked.Check!.Found.Outcome);
        await using DraftFile file = (await hub.Get<IDraftStore>().TryOpenAsync(blocked.Key, default))!;
        Assert.Equal(0, file.Content.Length);
        Assert.Equal(
            Outcome.Quarantined, (await Desk.FindAsync(Party, blocked.Key, default))!.Check!.Found.Outcome);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_CrashAtAnyRequestThenRepeated_IsOneUpload(bool afterItIsDone)
    {
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            using MemoryHub own = new();
            SendingDesk desk = own.Get<SendingDesk>();
            DraftKey key = DraftKey.Parse(Comune, new string('a', 32))!;
            await desk.TakeInAsync(
                key, new DraftFacts("spesa.csv", "x", null, null),
                Bytes(Csv.Spending(Comune, 2024, ("ANZIANI", "5,00"))), default);
            (own.Requests.AfterItIsDone, own.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await Requests.CrashesAsync(() => desk.SendAsync(Party, key, seen: null, default));
            own.Requests.CrashAt = 0;

            ReceiptId id = Sent(await desk.SendAsync(Party, key, seen: null, default));
            await own.ProcessAsync(Assert.Single(own.Waiting));
            Assert.Equal(Outcome.Accepted, (await own.FindReceiptAsync(id))!.Outcome);
            Assert.Equal(id, Sent(await desk.SendAsync(Party, key, seen: null, default)));
            Assert.Empty(own.Waiting);
            Assert.InRange(at, 1, 40);
        }
    }

    /// <summary>A program that lost the answer asks again with its key, also when all is done.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Submit_CrashAtAnyRequestThenRepeated_IsOneUpload(bool afterItIsDone)
    {
        string file = Csv.Spending(Comune, 2024, ("ANZIANI", "tanti"));
        DraftKey key = DraftKey.Parse(Comune, new string('a', 32))!;
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            using MemoryHub own = new();
            (own.Requests.AfterItIsDone, own.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await Requests.CrashesAsync(() => SubmitAsync(own));
            own.Requests.CrashAt = 0;

            ReceiptId id = Sent(await SubmitAsync(own));
            await own.ProcessAsync(Assert.Single(own.Waiting));
            Assert.Equal(Outcome.Refused, (await own.FindReceiptAsync(id))!.Outcome);
            Assert.Equal(id, Sent(await SubmitAsync(own)));
            Assert.Empty(own.Waiting);
            Assert.InRange(at, 1, 10);
        }

        Task<Reply<ReceiptId>> SubmitAsync(MemoryHub own) => own.Get<ProgramDesk>()
            .SubmitAsync(Party, key, "spesa.csv", Bytes(file), "spesa-sociale", "2024", default);
    }

    /// <summary>A file with personal data is emptied and said to have them, whatever breaks in between.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Find_PersonalDataAndACrashAtAnyRequest_IsEmptiedAndSaidSo(bool afterItIsDone)
    {
        DraftKey key = DraftKey.Parse(Comune, new string('a', 32))!;
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            using MemoryHub own = new();
            SendingDesk desk = own.Get<SendingDesk>();
            await desk.TakeInAsync(
                key, new DraftFacts("spesa.csv", "x", "spesa-sociale", "2024"), Bytes(Personal), default);
            (own.Requests.AfterItIsDone, own.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await Requests.CrashesAsync(() => desk.FindAsync(Party, key, default));
            own.Requests.CrashAt = 0;

            Assert.True((await desk.FindAsync(Party, key, default))!.Check!.IsBlocked);
            await using DraftFile file = (await own.Get<IDraftStore>().TryOpenAsync(key, default))!;
            Assert.Equal(0, file.Content.Length);
            Assert.InRange(at, 1, 40);
        }
    }

    // What it was yesterday may be late today.
    [Fact]
    public async Task Find_OnAnotherDay_IsCheckedAgain()
    {
        DraftState draft = await TakeInAsync(Csv.Spending(Comune, 2024, ("ANZIANI", "5,00")));
        DraftState same = (await Desk.FindAsync(Party, draft.Key, default))!;
        Assert.Equal(draft.Check!.Found.FinishedAt, same.Check!.Found.FinishedAt);
        await Task.Delay(TimeSpan.FromDays(1), hub.Get<TimeProvider>());

        DraftState now = (await Desk.FindAsync(Party, draft.Key, default))!;

        Assert.NotEqual(draft.Check.Found.FinishedAt, now.Check!.Found.FinishedAt);
    }

    /// <summary>A workbook of several sheets, whose name says that it is something else.</summary>
    [Fact]
    public async Task Find_TemplateNamedAsAText_IsRecognisedByItsSheet()
    {
        using MemoryStream workbook = new();
        TemplateWorkbook.Write(SpesaSociale.Schema, workbook);
        DraftKey key = DraftKey.Parse(Comune, new string('b', 32))!;
        await Desk.TakeInAsync(
            key, new DraftFacts("spesa.csv", Party.By, null, null), new MemoryStream(workbook.ToArray()), default);

        Assert.Equal("spesa-sociale", (await Desk.FindAsync(Party, key, default))!.Facts.Flow);
    }

    [Fact]
    public async Task Try_AFile_SaysWhatItsReceiptWouldAndKeepsNothing()
    {
        DraftKey key = DraftKey.Parse(Comune, new string('c', 32))!;
        Receipt receipt = await hub.Get<ProgramDesk>().TryAsync(
            Party, key, "spesa.csv", Bytes(Csv.Spending(Comune, 2024, ("ANZIANI", "5,00"))), "spesa-sociale", "2024",
            default);

        Assert.Equal(Outcome.Accepted, receipt.Outcome);
        Assert.Null(await Desk.FindAsync(Party, key, default));
        Assert.Empty(hub.Waiting);
    }

    [Fact]
    public async Task Submit_TheSameKeyTwiceAtOnce_IsOneUploadWithOneNumber()
    {
        DraftKey key = DraftKey.Parse(Comune, new string('a', 32))!;
        bool isMet = true;
        for (int at = 1; isMet; at++)
        {
            using MemoryHub own = new();
            ReceiptId? theirs = null;
            own.Requests.Instead = async () => theirs = Sent(await SubmitAsync(own));
            own.Requests.CrashAt = at;
            ReceiptId mine = Sent(await SubmitAsync(own));
            own.Requests.CrashAt = 0;
            isMet = theirs is not null;
            await own.ProcessAsync(Assert.Single(own.Waiting));

            Assert.Equal(mine, theirs ?? mine);
            Assert.NotNull(await own.FindReceiptAsync(mine));
            Assert.InRange(at, 1, 12);
        }

        Task<Reply<ReceiptId>> SubmitAsync(MemoryHub own) => own.Get<ProgramDesk>().SubmitAsync(
            Party, key, "spesa.csv", Bytes(Csv.Spending(Comune, 2024, ("ANZIANI", "5,00"))), "spesa-sociale", "2024",
            default);
    }

    public void Dispose() => hub.Dispose();

    private static ReceiptId Sent(Reply<ReceiptId> reply) => Assert.IsType<Reply<ReceiptId>.Done>(reply).Value;

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("2024-11-20", "20/11/2024;VARIATA")]
    [InlineData("2024", "31/12/2024;CONFERMATA")]
    [InlineData("2024", "20/11/2024;VARIATA", "22/11/2024;CHIUSA")]
    [InlineData(null, "31/12/2023;CHIUSA", "02/01/2024;NUOVA")]
    public async Task Find_AFileOfUnits_IsOfTheDayOfItsEventOrOfTheYearOfItsCheck(
        string? period, params string[] events)
    {
        DraftState draft = await TakeInAsync("codice_unita;tipologia;codice_istat;ente_gestore;data_evento;stato\n"
            + string.Concat(events.Select((one, place) => $"U-{place};Asilo nido;{Comune};{Comune};{one}\n")));

        Assert.Equal(("unita-offerta", period), (draft.Facts.Flow, draft.Facts.Period));
    }

    private async Task<DraftState> TakeInAsync(string file, string? flow = null, string? period = null)
    {
        DraftKey key = DraftKey.Parse(Comune, (++counter).ToString("x32", CultureInfo.InvariantCulture))!;
        await Desk.TakeInAsync(key, new DraftFacts("spesa.csv", Party.By, flow, period), Bytes(file), default);
        return (await Desk.FindAsync(Party, key, default))!;
    }

    private async Task SendAndProcessAsync(string file)
    {
        DraftState draft = await TakeInAsync(file);
        await Desk.SendAsync(Party, draft.Key, seen: null, default);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
    }
}
