using PianoZona.Contracts;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Nightly;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;
using PianoZona.Ledger;

namespace PianoZona.Hub.Tests.Codes;

/// <summary>The history of a Comune whose ISTAT code changed, or that became part of another, stays together.</summary>
public sealed class FormerCodeTests : IDisposable
{
    private const string Old = "018030";
    private const string New = "118030";
    private const string Other = "018041";

    private static readonly DateOnly Today = new(2026, 2, 1);

    private readonly MemoryHub hub = new();
    private long time = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    [Fact]
    public async Task Recoded_FileUnderEitherCode_TakesThePlaceOfTheOther()
    {
        ReceiptId before = await SendAsync(Old, 2025, "100,00");
        Recode();

        ReceiptId after = await SendAsync(New, 2025, "120,00");
        Assert.Equal([(after, SentState.Accepted), (before, SentState.Replaced)], await SentAsync(New));
        Assert.Equal([(New, 120m)], await PaidAsync(2025));

        ReceiptId again = await SendAsync(Old, 2025, "130,00");
        Assert.Equal(
            [(again, SentState.Accepted), (after, SentState.Replaced), (before, SentState.Replaced)],
            await SentAsync(New));
        Assert.Equal([(New, 130m)], await PaidAsync(2025));
        Receipt receipt = (await hub.FindReceiptAsync(again))!;
        Assert.Equal(["PZ3021", "PZ3021"], receipt.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Recoded_FileThatRepeatsTheOneInForce_IsTheSameFile()
    {
        ReceiptId before = await SendAsync(Old, 2025, "100,00");
        Recode();

        ReceiptId again = await SendAsync(Old, 2025, "100,00");

        Problem found = (await hub.FindReceiptAsync(again))!.Problems.Single(problem => problem.Code == "PZ1017");
        Assert.Equal(before.Text, found.Expected);
    }

    [Fact]
    public async Task Recoded_YearsUnderTwoCodes_AreOneBodyThatOwesNothing()
    {
        await SendAsync(Old, 2024, "100,00");
        await SendAsync(Other, 2024, "10,00");
        Recode();
        await SendAsync(New, 2025, "200,00");

        AmbitoReport report = await ReportAsync();
        Assert.Contains(
            report.Discrepancies, found => found.Code == "RIC-23" && found.Body == New && found.Computed == Euro(100));
        Assert.DoesNotContain(report.Discrepancies, found => found.Body == Old);
        Obligations calendar = await hub.Get<DeadlineRegister>().CalendarAsync(hub.Ambito, Today, default);
        ExpectedFile[] files = [.. calendar.FilesOf("spesa-sociale", Period.Parse("2024"))];
        Assert.True(files.Single(file => file.Body.Code == New).IsSent);
        Assert.False(files.Single(file => file.Body.Code == "018091").IsSent);
    }

    [Fact]
    public async Task Merged_FilesOfBothForOnePeriod_StandSideBySideAsOneBody()
    {
        ReceiptId own = await SendAsync(Old, 2025, "100,00");
        ReceiptId others = await SendAsync(Other, 2025, "20,00");
        Merge();
        await hub.Get<NightlyPipeline>().RunAsync(default);

        Assert.Equal([(Old, 120m)], await PaidAsync(2025));
        Assert.Equal(
            [(others, SentState.Accepted), (own, SentState.Accepted)], await SentAsync(Old));

        ReceiptId corrected = await SendAsync(Other, 2025, "25,00");
        Assert.Equal([(Old, 125m)], await PaidAsync(2025));
        Assert.Equal(
            [(corrected, SentState.Accepted), (others, SentState.Replaced), (own, SentState.Accepted)],
            await SentAsync(Old));
        Assert.Empty(await hub.Get<SentForBodies>().ListAsync(hub.Ambito, hub.Ambito.FindSender(Old)!, default));
        LedgerVerification verified = await hub.Get<VerificationPipeline>().VerifyAsync(hub.Ambito, default);
        Assert.True(verified.Balances, verified.ToString());
    }

    /// <summary>What was sent under a code that another Ambito has is not read by who claims it.</summary>
    [Fact]
    public void Set_FormerCodeThatAnotherAmbitoHas_IsOfThatAmbito()
    {
        Recode();
        Ambito claims = hub.Ambito with { Code = "altro", Senders = [Former("019900", New, null)] };

        Ports.AmbitoSet set = new([claims, hub.Ambito]);

        Assert.Equal("prova", set.OfSender(New)!.Code);
        Assert.Equal("prova", set.OfSender(Old)!.Code);
        Assert.Null(set.Find("altro")!.FindSender(New));
    }

    public void Dispose() => hub.Dispose();

    private void Recode() => Become(Old, Former(New, Old, name: null));

    private void Merge() => Become(Other, null, Former(Old, Other, "Comune confluito"));

    private void Become(string gone, Sender? instead, Sender? changed = null) => hub.Ambito = hub.Ambito with
    {
        Senders =
        [
            .. hub.Ambito.Senders.Where(one => one.Code != gone && one.Code != changed?.Code),
            .. new[] { instead, changed }.OfType<Sender>(),
        ],
    };

    private Sender Former(string code, string former, string? name) => hub.Ambito.FindSender("018091")! with
    {
        Code = code, Name = $"Comune {code}", FormerCodes = [new FormerCode(former, new DateOnly(2025, 12, 31), name)],
    };

    private static Money Euro(int amount) => Money.FromEuro(amount);

    private async Task<ReceiptId> SendAsync(string sender, int year, string amount)
    {
        string name = $"{sender}/spesa-sociale/{year}/a.csv";
        ReceiptId id = hub.Put(
            name, Csv.Spending(sender, year, ("ANZIANI", amount)), time += UploadSequence.Millisecond);
        await hub.ProcessAsync(name);
        await hub.ReconcileAllAsync();
        return id;
    }

    private async Task<IEnumerable<(ReceiptId, SentState)>> SentAsync(string sender) =>
        (await hub.Get<SentFiles>().ListAsync(hub.Ambito, [hub.Ambito.FindSender(sender)!], default))
            .Select(one => (one.Receipt.Id, one.State));

    private async Task<IEnumerable<(string?, decimal?)>> PaidAsync(int year) =>
        (await hub.StateAsync("COM", year)).Balances.Where(balance => balance.Body is not null)
            .Select(balance => (balance.Body, balance.Paid is { } paid ? paid.Cents / 100m : (decimal?)null));

    private Task<AmbitoReport> ReportAsync() => hub.Get<AmbitoReporter>().ReportAsync(hub.Ambito, Today, default);
}
