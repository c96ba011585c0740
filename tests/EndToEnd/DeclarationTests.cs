using System.Globalization;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Ledger;
using PianoZona.Testing;

namespace PianoZona.EndToEnd;

/// <summary>What a sender declares in the metadata of the file: <c>righe</c>, <c>importo</c>, <c>nulla</c>.</summary>
public sealed class DeclarationTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData("018030", "righe", "2", null)]
    [InlineData("018041", "righe", "3", "dichiarato 3, calcolato 2, differenza 1")]
    [InlineData("018091", "importo", "30.00", null)]
    [InlineData("018110", "importo", "30,01", "dichiarato 30,01, calcolato 30,00, differenza 0,01")]
    public async Task Upload_DeclaredTotals_AreHeldAgainstTheRows(
        string sender, string name, string value, string? expected)
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        string file = Csv.Spending(sender, 2016, ("ANZIANI", "10,00"), ("DISABILI", "20,00"));

        Receipt receipt = await SendAsync(hub, $"{sender}/spesa-sociale/2016/a.csv", file, (name, value));

        Assert.Equal(expected is null ? Outcome.Accepted : Outcome.Refused, receipt.Outcome);
        Assert.Equal(expected is null ? [] : ["PZ5001"], receipt.Problems.Select(problem => problem.Code));
        Assert.All(receipt.Problems, problem => Assert.Contains(expected!, problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("si", Outcome.Accepted)]
    [InlineData("no", Outcome.Refused)]
    public async Task Upload_NilReturn_IsAcceptedWhenDeclaredAndCountsAsSent(string value, Outcome expected)
    {
        using QuietHub hub = await QuietHub.StartAsync(azurite);
        int year = value == "si" ? 2017 : 2018;

        Receipt receipt = await SendAsync(
            hub,
            FormattableString.Invariant($"018041/spesa-sociale/{year}/nulla.csv"),
            Csv.Spending("018041", year),
            ("nulla", value));

        Assert.Equal((expected, 0), (receipt.Outcome, receipt.Rows.Read));
        Assert.Equal(expected == Outcome.Accepted ? [] : ["PZ1014"], receipt.Problems.Select(problem => problem.Code));
        UploadSlot slot = new(TestAmbito.Code, "018041", "spesa-sociale", year.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(
            expected == Outcome.Accepted, await hub.Get<ILedger>().FindCurrentAsync(slot, default) is not null);
    }

    private static async Task<Receipt> SendAsync(
        QuietHub hub, string name, string content, params (string Key, string Value)[] declared)
    {
        ReceiptId id = await hub.PutAsync(name, content, 1, declared);
        await hub.ProcessAsync(name);
        return (await hub.FindReceiptAsync(id))!;
    }
}
