using System.Text;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Rules;
using PianoZona.Contracts.Uploads;
using PianoZona.Hub.Ports;
using PianoZona.Validation;

namespace PianoZona.Hub.Tests.Laws;

/// <summary>What holds for every store of receipts.</summary>
public abstract class ReceiptLaws
{
    private static readonly Form Html = new(".html", "text/html; charset=utf-8");
    private static int counter;

    private protected abstract IReceiptStore Store { get; }

    [Fact]
    public async Task Store_Twice_KeepsTheFirstAndGivesIt()
    {
        ReceiptId id = NewId();
        Assert.Null(await Store.FindAsync(id, default));
        Receipt first = await Store.StoreAsync(Of(id, "a.csv"), default);
        Receipt second = await Store.StoreAsync(Of(id, "b.csv"), default);

        Assert.Equal(("a.csv", "a.csv"), (first.FileName, second.FileName));
        Assert.Equal(ReceiptJson.Write(first), ReceiptJson.Write((await Store.FindAsync(id, default))!));
    }

    [Fact]
    public async Task StoreForm_Twice_KeepsTheLastUntilItIsRemoved()
    {
        ReceiptId id = NewId();
        Assert.Null(await Store.FindFormAsync(id, Html.Ending, default));
        await Store.StoreFormAsync(id, Html, new MemoryStream("uno"u8.ToArray()), default);
        await Store.StoreFormAsync(id, Html, new MemoryStream("due"u8.ToArray()), default);
        using (StreamReader reader = new((await Store.FindFormAsync(id, Html.Ending, default))!, Encoding.UTF8))
        {
            Assert.Equal("due", await reader.ReadToEndAsync());
        }

        Assert.Null(await Store.FindFormAsync(id, ".xlsx", default));
        Assert.Null(await Store.FindAsync(id, default));
        await Store.RemoveFormAsync(id, Html, default);
        await Store.RemoveFormAsync(id, Html, default);
        Assert.Null(await Store.FindFormAsync(id, Html.Ending, default));
    }

    [Fact]
    public async Task ListTrials_ReceiptWithRulesOnTrial_TellsThemAndNoOthers()
    {
        string onTrial = RuleCatalogue.All.First(rule => rule.Trial).Code;
        ReceiptId id = NewId();
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal) { [onTrial] = 3, ["PZ1017"] = 1 };
        await Store.StoreAsync(Of(id, "a.csv") with { ProblemCounts = counts }, default);

        Assert.Equal(
            [(id.Text, onTrial, 3)],
            await Store.ListTrialsAsync(default).Where(trial => trial.ReceiptId == id.Text).ToListAsync());
    }

    [Fact]
    public async Task List_OfASender_TellsItsReceiptsAndNoOthers()
    {
        ReceiptId own = NewId("018041");
        ReceiptId waits = NewId("018041");
        Receipt first = Of(own, "a.csv") with { Outcome = Outcome.Refused, Sha256 = new string('a', 64) };
        Receipt second = Of(waits, "b.csv") with
        {
            ReceivedAt = DateTimeOffset.UnixEpoch.AddMilliseconds(1),
            ProblemCounts = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["PZ1018"] = 1 },
            Totals = [new ColumnTotal("importo", Fund: null, "1234.56")],
        };
        await Store.StoreFormAsync(own, Html, new MemoryStream("pagina"u8.ToArray()), default);
        await Store.StoreAsync(first, default);
        await Store.StoreAsync(second, default);
        await Store.StoreAsync(Of(NewId(), "c.csv"), default);

        List<ReceiptLine> found = await Store.ListAsync("018041", default).ToListAsync();
        Assert.Equal(
            [
                new ReceiptLine(own, first.ReceivedAt, Outcome.Refused, 1, first.Sha256, Waits: false),
                new ReceiptLine(waits, second.ReceivedAt, Outcome.Accepted, 1, second.Sha256, Waits: true)
                {
                    Amount = Money.Parse("1234.56"),
                },
            ],
            found.OrderBy(one => one.ReceivedAt));
        Assert.Empty(await Store.ListAsync("01804", default).ToListAsync());
    }

    [Fact]
    public async Task List_ReceiptStoredWithItsBodies_TellsThemAsTheyWereFirst()
    {
        ReceiptId told = NewId("018043");
        await Store.StoreAsync(Of(told, "a.csv"), default, ["018041", "ente-coop"]);
        await Store.StoreAsync(Of(told, "a.csv"), default, ["018041"]);
        await Store.StoreAsync(Of(NewId("018043"), "b.csv"), default);

        Assert.Equal(
            [["018041", "ente-coop"], null],
            (await Store.ListAsync("018043", default).ToListAsync())
                .OrderBy(one => one.Id != told).Select(one => one.Bodies?.ToArray()));
    }

    [Theory]
    [InlineData("PZ1013", true)]
    [InlineData("PZ1012", false)]
    public async Task List_BlockedFile_TellsWhetherItHeldPersonalData(string code, bool expected)
    {
        ReceiptId id = NewId("018045");
        await Store.StoreAsync(
            Of(id, "a.csv") with
            {
                Outcome = Outcome.Quarantined,
                ProblemCounts = new SortedDictionary<string, int>(StringComparer.Ordinal) { [code] = 1 },
            },
            default);

        Assert.Equal(
            expected,
            (await Store.ListAsync("018045", default).ToListAsync()).Single(one => one.Id == id).HoldsPersonalData);
    }

    private static ReceiptId NewId(string sender = "018030") =>
        ReceiptId.For($"{sender}/spesa-sociale/2020/a.csv", Interlocked.Increment(ref counter), string.Empty);

    private static Receipt Of(ReceiptId id, string file) =>
        new(
            id.Text,
            "018030",
            "spesa-sociale",
            "2020",
            file,
            new string('0', 64),
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch,
            "1",
            Outcome.Accepted,
            new RowCounts(1, 1, 0, 0),
            [],
            [],
            [],
            new SortedDictionary<string, int>(StringComparer.Ordinal));

    private sealed record Form(string Ending, string ContentType) : IReceiptForm
    {
        public bool Has(Receipt receipt) => true;

        public Task<Stream> WriteAsync(Receipt receipt, CancellationToken cancellationToken) =>
            Task.FromResult<Stream>(new MemoryStream());
    }
}
