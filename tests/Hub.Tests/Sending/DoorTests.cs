using System.Globalization;
using System.IO.Compression;
using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Sending;

/// <summary>The same file is told the same reason at whatever door it comes in.</summary>
public sealed class DoorTests : IDisposable
{
    private const string Comune = "018030";
    private const string Flow = "spesa-sociale";
    private const string Year = "2024";
    private const string Person = "RSSMRA80A01H501U";
    private const int MostBytes = 50 * 1024 * 1024;

    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly MemoryHub hub = new();
    private int counter;

    private SendingDesk Desk => hub.Get<SendingDesk>();

    private SendingParty Party => new(hub.Ambito, hub.Ambito.FindSender(Comune)!, $"{Comune}/qualcuno");

    /// <summary>What is wrong with a file whatever it is: kind, bytes and code.</summary>
    public static TheoryData<string, byte[], string> Kinds() => new()
    {
        { "empty", [], "PZ1001" },
        { "blank lines", "\n\n;;\n"u8.ToArray(), "PZ1001" },
        { "pdf", "%PDF-1.7\n1 0 obj"u8.ToArray(), "PZ1002" },
        { "picture", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "PZ1002" },
        { "old xls", [.. OldOffice, .. new byte[2000]], "PZ1002" },
        { "password", [.. OldOffice, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "PZ1007" },
        { "docx", Zip("word/document.xml"), "PZ1002" },
        { "zip", Zip("spesa.csv"), "PZ1002" },
        { "broken zip", [.. "PK\u0003\u0004"u8, 1, 2, 3], "PZ1007" },
        { "open quote", "a;b\n1;\"due\n3;4\n"u8.ToArray(), "PZ1002" },
        { "no header", "018030;2024;12,50\n018030;2024;13,50\n"u8.ToArray(), "PZ2005" },
        { "personal data", Encoding.UTF8.GetBytes($"a;b\n1;{Person}\n"), "PZ1013" },
        { "address in the header", "a;mario.rossi@example.it\n1;2\n"u8.ToArray(), "PZ1013" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Reason_OfAFileThatCannotBeTaken_IsTheSameAtEveryDoor(string kind, byte[] content, string code)
    {
        string[] found =
        [
            Told((await TakeInAsync(content, null, null)).Check?.Found),
            Told((await TakeInAsync(content, Flow, null)).Check?.Found),
            Told((await TakeInAsync(content, Flow, Year)).Check?.Found),
            Told(await SubmittedAsync(content)),
            Told(await PutAsync(content)),
        ];

        Assert.StartsWith(code, found[0], StringComparison.Ordinal);
        // By a flow there may be more to say.
        Assert.All(found, one => Assert.StartsWith(found[0], one, StringComparison.Ordinal));
        Assert.DoesNotContain(Person, found[0], StringComparison.Ordinal);
        Assert.NotEmpty(kind);
    }

    [Fact]
    public async Task Reason_OfAFileThatIsTooLarge_IsThatAtEveryDoor()
    {
        byte[] content = new byte[MostBytes + 1];

        Assert.StartsWith(
            "PZ1004", Told((await TakeInAsync(content, null, null)).Check?.Found), StringComparison.Ordinal);
        Assert.StartsWith(
            "PZ1004", Told((await TakeInAsync(content, Flow, Year)).Check?.Found), StringComparison.Ordinal);
        Assert.StartsWith("PZ1004", Told(await PutAsync(content)), StringComparison.Ordinal);
    }

    /// <summary>Whatever the flow, and whether a flow has the column or none has.</summary>
    [Theory]
    [InlineData("a;b\n1;2\n3;4\n5;RSSMRA80A01H501U\n", "B4")]
    [InlineData("a;RSS MRA 80A01 H501U\n1;2\n", "B1")]
    [InlineData("nome;posta\nuno;mario.rossi@example.it\n", "B2")]
    [InlineData("ente;telefono\nuno;+39 333 1234567\n", "B2")]
    public async Task Find_PersonalDataInAFileOfNoFlow_IsBlockedAndItsBytesAreKeptNowhere(string file, string cell)
    {
        DraftState blocked = await TakeInAsync(Encoding.UTF8.GetBytes(file), null, null);

        Assert.True(blocked.Check!.IsBlocked);
        Assert.Equal(cell, Assert.Single(blocked.Check.Found.Problems).Cell);
        await using DraftFile kept = (await hub.Get<IDraftStore>().TryOpenAsync(blocked.Key, default))!;
        Assert.Equal(0, kept.Content.Length);
        // Looked at again, and told what it is, it is not taken for an empty one.
        Assert.True((await Desk.FindAsync(Party, blocked.Key, default))!.Check!.IsBlocked);
        await Desk.TakeForAsync(blocked.Key, Flow, Year, nilReturn: false, default);
        Assert.True((await Desk.FindAsync(Party, blocked.Key, default))!.Check!.IsBlocked);
    }

    /// <summary>A number in a column of document numbers is no telephone, whatever flow it is of.</summary>
    [Fact]
    public async Task Find_NumberOfADocumentInAFileOfNoFlow_IsNoPersonalData()
    {
        DraftState draft = await TakeInAsync("documento;b\n3201234567;2\n"u8.ToArray(), null, null);

        Assert.Null(draft.Check);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Find_PersonalDataOfNoFlowAndACrashAtAnyRequest_IsEmptiedAndSaidSo(bool afterItIsDone)
    {
        DraftKey key = DraftKey.Parse(Comune, new string('a', 32))!;
        bool crashed = true;
        for (int at = 1; crashed; at++)
        {
            using MemoryHub own = new();
            SendingDesk desk = own.Get<SendingDesk>();
            await desk.TakeInAsync(
                key, new DraftFacts("spesa.csv", "x", null, null),
                new MemoryStream(Encoding.UTF8.GetBytes($"a;b\n1;{Person}\n")), default);
            (own.Requests.AfterItIsDone, own.Requests.CrashAt) = (afterItIsDone, at);
            crashed = await Requests.CrashesAsync(() => desk.FindAsync(Party, key, default));
            own.Requests.CrashAt = 0;

            Assert.True((await desk.FindAsync(Party, key, default))!.Check!.IsBlocked);
            await using DraftFile file = (await own.Get<IDraftStore>().TryOpenAsync(key, default))!;
            Assert.Equal(0, file.Content.Length);
            Assert.InRange(at, 1, 40);
        }
    }

    /// <summary>The name of a blob and the name beside it come from outside, too.</summary>
    [Fact]
    public async Task Process_ABlobNamedByATaxCode_HasAReceiptWithoutIt()
    {
        ReceiptId id = hub.Put($"{Comune}/{Flow}/{Year}/{Person}.csv", "a;b\n1;2\n", 1);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));

        Receipt receipt = (await hub.FindReceiptAsync(id))!;
        Assert.Equal("nome-tolto.csv", receipt.FileName);
        Assert.DoesNotContain(Person, receipt.ToString(), StringComparison.Ordinal);
        Assert.True(hub.IsArchived(id));
    }

    /// <summary>Files of one form, looked at together: each has its own verdict.</summary>
    [Fact]
    public async Task Find_SeveralFilesAtOnce_TellsEachItsOwn()
    {
        (byte[] Content, string? Code)[] files =
        [
            .. Kinds().Select(one => ((byte[])one[1], (string?)one[2])),
            ("a;b\n1;2\n"u8.ToArray(), null),
        ];
        DraftKey[] keys = [.. files.Select(_ => NewKey())];
        for (int i = 0; i < files.Length; i++)
        {
            await Desk.TakeInAsync(
                keys[i], new DraftFacts("spesa.csv", Party.By, null, null), new MemoryStream(files[i].Content),
                default);
        }

        DraftState?[] found = await Task.WhenAll(
            keys.Select(key => Task.Run(() => Desk.FindAsync(Party, key, default))));

        Assert.Equal(
            files.Select(one => one.Code), found.Select(one => one!.Check?.Found.Problems[0].Code));
    }

    public void Dispose() => hub.Dispose();

    private static string Told(Receipt? receipt) => receipt is null
        ? "nothing"
        : string.Join('\n', receipt.Problems.Select(one => $"{one.Code} {one.Message} {one.Fix}"));

    private static byte[] Zip(string name)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using StreamWriter writer = new(archive.CreateEntry(name).Open());
            writer.Write("a;b\n1;2\n");
        }

        return bytes.ToArray();
    }

    private DraftKey NewKey() =>
        DraftKey.Parse(Comune, (++counter).ToString("x32", CultureInfo.InvariantCulture))!;

    private async Task<DraftState> TakeInAsync(byte[] content, string? flow, string? period)
    {
        DraftKey key = NewKey();
        await Desk.TakeInAsync(
            key, new DraftFacts("spesa.csv", Party.By, flow, period), new MemoryStream(content), default);
        return (await Desk.FindAsync(Party, key, default))!;
    }

    private async Task<Receipt?> SubmittedAsync(byte[] content)
    {
        Reply<ReceiptId> reply = await hub.Get<ProgramDesk>().SubmitAsync(
            Party, NewKey(), "spesa.csv", new MemoryStream(content), Flow, Year, default);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
        return await hub.FindReceiptAsync(Assert.IsType<Reply<ReceiptId>.Done>(reply).Value);
    }

    private async Task<Receipt?> PutAsync(byte[] content)
    {
        ReceiptId id = hub.Put($"{Comune}/{Flow}/{Year}/spesa.csv", content, 1);
        await hub.ProcessAsync(Assert.Single(hub.Waiting));
        return await hub.FindReceiptAsync(id);
    }
}
