using System.Globalization;
using System.Text;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Reading.Tests.Xlsx;

namespace PianoZona.Hub.Tests.Uploads;

/// <summary>Personal data are looked for in what is refused, too: a file that nobody read is kept as any.</summary>
public sealed class UnreadPersonalDataTests : IDisposable
{
    private const string Comune = "018030";
    private const string Flow = "spesa-sociale";
    private const string Person = "RSSMRA80A01H501U";
    private const string Table = $"a;b\n1;{Person}\n";

    private readonly MemoryHub hub = new();
    private int counter;

    private SendingParty Party => new(hub.Ambito, hub.Ambito.FindSender(Comune)!, $"{Comune}/qualcuno");

    /// <summary>Files that cannot be read, or not to their end, with a person in them.</summary>
    public static TheoryData<string, byte[]> Unread() => new()
    {
        { "two sheets", TwoSheets(Person) },
        { "after a bad byte", [.. "a;b\n1;"u8, 0x81, 0x8D, .. Encoding.UTF8.GetBytes($"\n2;{Person}\n")] },
        { "after a NUL", Encoding.UTF8.GetBytes($"a;b\n1;\0\n2;{Person}\n2;3\n2;3\n2;3\n2;3\n2;3\n2;3\n2;3\n") },
        { "after an open quote", Encoding.UTF8.GetBytes($"a;b\n1;\"due\n2;{Person}\n") },
        { "in groups after an open quote", "a;b\n1;\"due\n2;RSS MRA 80A01 H501U\n"u8.ToArray() },
        { "pdf", Encoding.UTF8.GetBytes($"%PDF-1.7\n1 0 obj ({Person}) Tj") },
        { "web page", Encoding.UTF8.GetBytes($"<html><td>{Person}</td></html>") },
        { "address in a web page", "<html><a href='mailto:mario.rossi@example.it'>x</a></html>"u8.ToArray() },
        { "zip", XlsxFile.Zip([("spesa.csv", Encoding.UTF8.GetBytes(Table))]) },
        { "ods", XlsxFile.Zip([("content.xml", Encoding.UTF8.GetBytes($"<text:p>{Person}</text:p>"))]) },
        { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"a;b\n1;\"due\n2;{Person}\n")] },
        { "utf-16 without mark", Encoding.Unicode.GetBytes(Table) },
        { "utf-16 the other way", Encoding.BigEndianUnicode.GetBytes(Table) },
        { "across two blocks", Encoding.UTF8.GetBytes($"%PDF{new string(' ', (64 * 1024) - 12)}{Person} ") },
    };

    /// <summary>Who, what or when is not allowed, or known: the file is looked at all the same.</summary>
    [Theory]
    [InlineData("018030/assegnazioni/2020/a.csv")]
    [InlineData("018030/flusso-ignoto/2024/a.csv")]
    [InlineData("018030/spesa-sociale/duemilaventi/a.csv")]
    [InlineData("018030/spesa-sociale/2020-S1/a.csv")]
    [InlineData("999999/spesa-sociale/2024/a.csv")]
    [InlineData("a.csv")]
    public async Task Process_PersonalDataWhereNothingIsExpected_IsBlockedAndKeptNowhere(string path)
    {
        ReceiptId id = hub.Put(path, Table, 1);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        await AssertBlockedAsync(id);
    }

    [Fact]
    public async Task Process_NoPersonalDataWhereNothingIsExpected_IsRefusedForItsPlaceAndArchived()
    {
        ReceiptId id = hub.Put("018030/assegnazioni/2020/a.csv", "a;b\n1;\"2\n", 1);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        Receipt receipt = (await hub.FindReceiptAsync(id))!;
        Assert.Equal(Outcome.Refused, receipt.Outcome);
        Assert.DoesNotContain("PZ1002", receipt.ProblemCounts.Keys);
        Assert.True(hub.IsArchived(id));
    }

    [Theory]
    [MemberData(nameof(Unread))]
    public async Task Process_PersonalDataInWhatCannotBeRead_IsBlockedAndKeptNowhere(string kind, byte[] content)
    {
        ReceiptId id = hub.Put($"{Comune}/{Flow}/2024/a.csv", content, 1);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        await AssertBlockedAsync(id);
        Assert.NotEmpty(kind);
    }

    [Theory]
    [MemberData(nameof(Unread))]
    public async Task Find_PersonalDataInWhatCannotBeRead_IsBlockedWithAndWithoutAFlow(string kind, byte[] content)
    {
        foreach (string? flow in (string?[])[null, Flow])
        {
            DraftState draft = await TakeInAsync(content, flow, flow is null ? null : "2024");

            Assert.True(draft.Check!.IsBlocked);
            Assert.Equal(0, await LengthOfAsync(draft.Key));
        }

        Assert.NotEmpty(kind);
    }

    /// <summary>One sheet, which is read, and two, of which it is not clear which.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Find_SheetNamedByATaxCode_IsBlockedAndNamedNowhere(bool isOneOfTwo)
    {
        const string Rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" "
            + "t=\"inlineStr\"><is><t>b</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>";
        XlsxFile file = new XlsxFile().WithSheet(Person, Rows);
        byte[] content = (isOneOfTwo ? file.WithSheet("Altro", Rows) : file).Bytes();

        DraftState draft = await TakeInAsync(content, Flow, "2024");

        Assert.True(draft.Check!.IsBlocked);
        Assert.Contains("nel nome del foglio 1", draft.Check.Found.Problems[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Person, draft.Check.Write(), StringComparison.Ordinal);
        ReceiptId id = hub.Put($"{Comune}/{Flow}/2024/a.xlsx", content, 1);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
        await AssertBlockedAsync(id);
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj (IT61X0542811101000000123456) CUP J51H03000180001 @a.it x@y.z")]
    [InlineData("<html><td>Comune di Cremona, prot. 12345678901</td></html>")]
    public async Task Find_NobodyInWhatCannotBeRead_IsRefusedAsItWas(string content)
    {
        DraftState draft = await TakeInAsync(Encoding.UTF8.GetBytes(content), Flow, "2024");

        Assert.Equal("PZ1002", Assert.Single(draft.Check!.Found.Problems).Code);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Flow, "2024")]
    public async Task Find_FileThatCannotBeRead_KeepsWhatItIsAndNoneOfItsBytes(string? flow, string? period)
    {
        DraftState draft = await TakeInAsync("%PDF-1.7\n"u8.ToArray(), flow, period);
        DraftState again = (await hub.Get<SendingDesk>().FindAsync(Party, draft.Key, default))!;

        Assert.Equal(0, await LengthOfAsync(draft.Key));
        Assert.Equal(9, again.Check!.Length);
        Assert.Equal("spesa.csv", again.Facts.FileName);
        Assert.Equal(
            "0716f9264c9fe19f5d7455276107f3dd", again.Check.Found.Sha256[..32], StringComparer.Ordinal);
        Assert.Equal("PZ1002", Assert.Single(again.Check.Found.Problems).Code);
        DraftLine line = Assert.Single(await hub.Get<SendingDesk>().ListAsync(Party, default));
        Assert.Equal(Outcome.Refused, line.Found);
    }

    [Fact]
    public async Task Find_WorkbookOfWhichTheSheetIsNotClear_IsKeptForAnotherFlow()
    {
        DraftState draft = await TakeInAsync(TwoSheets("x"), Flow, "2024");

        Assert.Equal("PZ1006", Assert.Single(draft.Check!.Found.Problems).Code);
        Assert.NotEqual(0, await LengthOfAsync(draft.Key));
    }

    /// <summary>Nobody opens it, or the form breaks off after it.</summary>
    [Fact]
    public async Task Receive_PersonalData_IsKeptNowhereBeforeAnybodyOpensIt()
    {
        DraftKey key = DraftKey.Parse(Comune, new string('b', 32))!;
        await hub.Get<SendingDesk>().ReceiveAsync(
            Party, key, new DraftFacts("spesa.csv", Party.By, null, null),
            new MemoryStream(Encoding.UTF8.GetBytes(Table)), default);

        Assert.Equal(0, await LengthOfAsync(key));
        Assert.Equal(
            Outcome.Quarantined, Assert.Single(await hub.Get<SendingDesk>().ListAsync(Party, default)).Found);
    }

    [Fact]
    public async Task Receive_WhoSentItIsGone_IsLookedAtAllTheSame()
    {
        DraftKey key = DraftKey.Parse(Comune, new string('b', 32))!;
        using CancellationTokenSource gone = new();
        await hub.Get<SendingDesk>().ReceiveAsync(
            Party, key, new DraftFacts("spesa.csv", Party.By, null, null),
            new LastRead(Encoding.UTF8.GetBytes(Table), gone.Cancel), gone.Token);

        Assert.True(gone.IsCancellationRequested);
        Assert.Equal(0, await LengthOfAsync(key));
    }

    public void Dispose() => hub.Dispose();

    private static byte[] TwoSheets(string text)
    {
        string rows = $"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row><row r=\"2\"><c r=\"A2\" "
            + $"t=\"inlineStr\"><is><t>{text}</t></is></c></row>";
        return new XlsxFile().WithSheet("Uno", rows).WithSheet("Due", rows).Bytes();
    }

    private sealed class LastRead(byte[] bytes, Action then) : MemoryStream(bytes)
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
            then();
        }
    }

    private async Task AssertBlockedAsync(ReceiptId id)
    {
        Receipt receipt = (await hub.FindReceiptAsync(id))!;
        Assert.Equal(Outcome.Quarantined, receipt.Outcome);
        Assert.Equal("PZ1013", Assert.Single(receipt.ProblemCounts).Key);
        Assert.DoesNotContain(Person, receipt.ToString(), StringComparison.Ordinal);
        Assert.False(hub.IsArchived(id));
        Assert.Empty(hub.Waiting);
    }

    private async Task<DraftState> TakeInAsync(byte[] content, string? flow, string? period)
    {
        DraftKey key = DraftKey.Parse(Comune, (++counter).ToString("x32", CultureInfo.InvariantCulture))!;
        SendingDesk desk = hub.Get<SendingDesk>();
        await desk.TakeInAsync(
            key, new DraftFacts("spesa.csv", Party.By, flow, period), new MemoryStream(content), default);
        return (await desk.FindAsync(Party, key, default))!;
    }

    private async Task<long> LengthOfAsync(DraftKey key)
    {
        await using DraftFile file = (await hub.Get<IDraftStore>().TryOpenAsync(key, default))!;
        return file.Content.Length;
    }
}
