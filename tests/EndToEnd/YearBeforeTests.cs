using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Testing;
using PianoZona.Validation;

namespace PianoZona.EndToEnd;

/// <summary>The rule on unusual changes (PZ5003), with the year before as the ledger has it.</summary>
public sealed class YearBeforeTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    // A file with a warning gets its sheet back: the archived file is read, the sheet is written.
    private const int SheetBack = 2;

    [Fact]
    public async Task Upload_UnusualChange_WarnsWithBothFiguresAndCostsOneReadMore()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        await SendAsync(hub, "018030", 2014, 1, ("ANZIANI", "100,00"), ("DISABILI", "50,00"));
        long before = hub.Faults.Calls;
        await SendAsync(hub, "ente-azienda", 2015, 2, ("ANZIANI", "1,00"));
        long first = hub.Faults.Calls - before;
        before = hub.Faults.Calls;
        Receipt changed = await SendAsync(hub, "018030", 2015, 3, ("ANZIANI", "131,00"), ("DISABILI", "50,00"));
        long second = hub.Faults.Calls - before;

        Problem problem = Assert.Single(changed.Problems);
        Assert.Equal(
            (Outcome.AcceptedWithWarnings, "PZ5003", "importo"), (changed.Outcome, problem.Code, problem.Column));
        Assert.Contains("ente 018030, area ANZIANI", problem.Message, StringComparison.Ordinal);
        Assert.Contains("+31,00%", problem.Message, StringComparison.Ordinal);
        Assert.Contains("100,00 → 131,00", problem.Message, StringComparison.Ordinal);
        Assert.Equal(first + SheetBack, second); // nothing before, or something: the same one read
    }

    [Fact]
    public async Task Upload_OtherFlow_ReadsNoYearBefore()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        long spending = await CostAsync(
            hub, "018041/spesa-sociale/2015/a.csv", Csv.Spending("018041", 2015, ("ANZIANI", "1,00")));
        long expenses = await CostAsync(
            hub, "018041/rendicontazione/2015/a.csv", Csv.Expenses("018041", "DDN", 2015, ("1,00", "1,00")));

        Assert.Equal(spending - 1, expenses);
    }

    [Fact]
    public async Task Upload_AfterARefusedOrReplacedYear_ComparesWithWhatIsInForce()
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        await SendAsync(hub, "018091", 2014, 1, ("ANZIANI", "10,00"));
        await SendAsync(hub, "018091", 2014, 2, ("ANZIANI", "100,00"));
        Receipt refused = await SendAsync(hub, "018091", 2014, 3, ("ANZIANI", "boh"));
        Receipt like = await SendAsync(hub, "018091", 2015, 4, ("ANZIANI", "101,00"));
        Receipt other = await SendAsync(hub, "018110", 2015, 5, ("ANZIANI", "900,00"));

        Assert.Equal(Outcome.Refused, refused.Outcome);
        Assert.Empty(like.Problems);
        Assert.Empty(other.Problems); // another sender's year is nobody's year before
    }

    [Fact]
    public async Task Run_YearsOfASenderInOneFolder_AreTakenInOrder()
    {
        using RunFolder run = new();
        foreach ((int year, string amount) in (IEnumerable<(int, string)>)
                [(2021, "300,00"), (2019, "100,00"), (2020, "200,00")])
        {
            run.Add(
                FormattableString.Invariant($"018030/spesa-sociale/{year}/a.csv"),
                Csv.Spending("018030", year, ("ANZIANI", amount)));
        }

        (int exit, _, _) = await CommandLine.RunAsync(run.Arguments());
        string[] messages = [.. RunFolder.Receipts(run.Output).Order(StringComparer.Ordinal).Select(File.ReadAllText)
            .SelectMany(json => ReceiptJson.Read(json).Problems).Select(problem => problem.Message)];

        Assert.Equal(0, exit);
        Assert.Collection(
            messages,
            message => Assert.Contains("+100,00%", message, StringComparison.Ordinal),
            message => Assert.Contains("+50,00%", message, StringComparison.Ordinal));
    }

    private static async Task<long> CostAsync(QuietHub hub, string name, string content)
    {
        await hub.PutAsync(name, content, 1);
        long before = hub.Faults.Calls;
        await hub.ProcessAsync(name);
        return hub.Faults.Calls - before;
    }

    private static async Task<Receipt> SendAsync(
        QuietHub hub, string sender, int year, long sequence, params (string Area, string Amount)[] rows)
    {
        string name = FormattableString.Invariant($"{sender}/spesa-sociale/{year}/{sequence}.csv");
        string body = sender == "ente-azienda" ? "018030" : sender;
        ReceiptId id = await hub.PutAsync(name, Csv.Spending(body, year, rows), sequence);
        await hub.ProcessAsync(name);
        return (await hub.FindReceiptAsync(id))!;
    }
}
