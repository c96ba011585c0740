using Azure.Storage.Blobs;
using PianoZona.Contracts;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Storage;
using PianoZona.Validation;

namespace PianoZona.EndToEnd;

/// <summary>From a file in the inbox to receipt, ledger, balances and archive, through the real triggers.</summary>
public sealed class UploadTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task Upload_GoodFile_IsAcceptedPostedReconciledAndArchived()
    {
        Receipt receipt = await hub.SendAsync(
            "018030/spesa-sociale/2010/spesa.csv",
            Csv.Spending("018030", 2010, ("ANZIANI", "1.234,56"), ("DISABILI", "1.000,00")));

        Assert.Equal(Outcome.Accepted, receipt.Outcome);
        Assert.Equal(new RowCounts(2, 2, 0, 0), receipt.Rows);
        Assert.Equal([new ColumnTotal("importo", null, "2234.56")], receipt.Totals);
        Balance body = Assert.Single((await hub.StateAsync("COM", 2010)).Balances, balance => balance.Body == "018030");
        Assert.Equal(Money.Parse("2234.56"), body.Paid);
        Assert.Null(body.Assigned);
        Assert.Contains(ReceiptId.Parse(receipt.Id).Path, await hub.NamesAsync(StorageNames.Archive));
        Assert.DoesNotContain("018030/spesa-sociale/2010/spesa.csv", await hub.NamesAsync(StorageNames.Inbox));
    }

    [Fact]
    public async Task Upload_OneBadCell_IsRefusedWholeAndChangesNothing()
    {
        await hub.SendAsync("018041/spesa-sociale/2011/a.csv", Csv.Spending("018041", 2011, ("ANZIANI", "10,00")));
        Receipt refused = await hub.SendAsync(
            "018041/spesa-sociale/2011/b.csv",
            Csv.Spending("018041", 2011, ("ANZIANI", "99,00"), ("DISABILI", "€ 568.781 € 0")));

        Assert.Equal(Outcome.Refused, refused.Outcome);
        Assert.Equal(new RowCounts(2, 1, 0, 1), refused.Rows);
        Problem problem = Assert.Single(refused.Problems);
        Assert.Equal(("PZ3005", "D3"), (problem.Code, problem.Cell));
        Assert.Equal(
            Money.Parse("10.00"),
            (await hub.StateAsync("COM", 2011)).Balances.Single(balance => balance.Body == "018041").Paid);
    }

    [Fact]
    public async Task Upload_AcceptedAgain_ReplacesTheEarlierOne()
    {
        await hub.SendAsync(
            "018091/spesa-sociale/2012/a.csv",
            Csv.Spending("018091", 2012, ("ANZIANI", "10,00"), ("DISABILI", "5,00")));
        Receipt second = await hub.SendAsync(
            "018091/spesa-sociale/2012/b.csv", Csv.Spending("018091", 2012, ("ANZIANI", "7,00")));

        FundState state = await hub.StateAsync("COM", 2012);
        Assert.Equal(Money.Parse("7.00"), state.Balances.Single(balance => balance.Body == "018091").Paid);
        Assert.Equal(second.Id, Assert.Single(state.Contributions).ReceiptId);
    }

    [Fact]
    public async Task Upload_OfOtherFundYears_TakesTheEarlierOnesBack()
    {
        await hub.SendAsync("018091/rendicontazione/2013/a.csv", Csv.Expenses("018091", "DDN", 2012, ("8,00", "")));
        await hub.SendAsync("018091/rendicontazione/2013/b.csv", Csv.Expenses("018091", "DDN", 2013, ("9,00", "")));

        Assert.Empty((await hub.StateAsync("DDN", 2012)).Contributions);
        Assert.Equal(Money.Parse("9.00"), (await hub.StateAsync("DDN", 2013)).Balances[0].Committed);
    }

    [Fact]
    public async Task Upload_ArrivingLateWithAnEarlierPlaceInTime_DoesNotReplaceTheLaterOne()
    {
        long noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).UtcTicks;
        await hub.SendAsync(
            "018110/spesa-sociale/2013/new.csv", Csv.Spending("018110", 2013, ("ANZIANI", "2,00")), noon);
        Receipt late = await hub.SendAsync(
            "018110/spesa-sociale/2013/old.csv", Csv.Spending("018110", 2013, ("ANZIANI", "1,00")), noon - 1);

        Assert.Equal(Outcome.Accepted, late.Outcome);
        Assert.Equal(Money.Parse("2.00"), (await hub.StateAsync("COM", 2013)).Balances[0].Paid);
    }

    [Fact]
    public async Task Upload_SameBytesAgain_GetsTheEarlierVerdictAndPostsNothing()
    {
        string content = Csv.Spending("018135", 2014, ("ANZIANI", "10,00"));
        Receipt first = await hub.SendAsync("018135/spesa-sociale/2014/a.csv", content);
        Receipt again = await hub.SendAsync("018135/spesa-sociale/2014/b.csv", content);

        Assert.NotEqual(first.Id, again.Id);
        Assert.Equal((first.Outcome, first.Rows, first.Sha256), (again.Outcome, again.Rows, again.Sha256));
        Problem same = Assert.Single(again.Problems);
        Assert.Equal(("PZ1017", Severity.Info, first.Id), (same.Code, same.Severity, same.Expected));
        Assert.Equal(first.Id, Assert.Single((await hub.StateAsync("COM", 2014)).Contributions).ReceiptId);
    }

    [Fact]
    public async Task Upload_WithPersonalData_IsQuarantinedAndKeptNowhere()
    {
        const string TaxCode = "RSSMRA80A01H501U";
        Receipt receipt = await hub.SendAsync(
            "018137/rendicontazione/2015/nomi.csv",
            $"ente;fondo;annualita;intervento;impegnato;note\n018137;FNA;2015;Voucher;10,00;{TaxCode}\n");

        Assert.Equal(Outcome.Quarantined, receipt.Outcome);
        Assert.Equal("PZ1013", Assert.Single(receipt.Problems).Code);
        Assert.DoesNotContain(TaxCode, ReceiptJson.Write(receipt), StringComparison.Ordinal);
        Assert.DoesNotContain(ReceiptId.Parse(receipt.Id).Path, await hub.NamesAsync(StorageNames.Archive));
        Assert.DoesNotContain("018137/rendicontazione/2015/nomi.csv", await hub.NamesAsync(StorageNames.Inbox));
    }

    [Theory]
    [InlineData("999999/spesa-sociale/2015/a.csv", "PZ1009")]
    [InlineData("018137/inventato/2015/a.csv", "PZ1010")]
    [InlineData("018137/spesa-sociale/2015-T1/a.csv", "PZ1011")]
    [InlineData("018137/spesa-sociale/a.csv", "PZ1008")]
    [InlineData("018137/assegnazioni/2015/a.csv", "PZ4010")]
    public async Task Upload_WrongPath_IsRefusedWithAReceipt(string name, string code)
    {
        Receipt receipt = await hub.SendAsync(name, Csv.Spending("018137", 2015, ("ANZIANI", "1,00")));

        Assert.Equal(Outcome.Refused, receipt.Outcome);
        Assert.Contains(code, receipt.ProblemCounts.Keys);
    }

    [Fact]
    public async Task Upload_OverAMebibyte_IsReadInTwoPassesOfTheSameVersion()
    {
        (string, string)[] rows = [.. Enumerable.Range(0, 60_000).Select(_ => ("0,01", "0,01"))];
        Receipt receipt = await hub.SendAsync(
            "018137/rendicontazione/2016/grande.csv", Csv.Expenses("018137", "DDN", 2016, rows));

        Assert.Equal((Outcome.Accepted, 60_000), (receipt.Outcome, receipt.Rows.Read));
        Assert.Equal(Money.Parse("600.00"), (await hub.StateAsync("DDN", 2016)).Balances[0].Committed);
    }

    [Fact]
    public async Task Upload_SameEventTenTimes_IsPostedOnce()
    {
        const string Name = "018151/spesa-sociale/2017/a.csv";
        ReceiptId id = await hub.PutAsync(Name, Csv.Spending("018151", 2017, ("ANZIANI", "3,00")));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => EventsOf.AnnounceAsync(hub, Name, $"evento-{i}")));
        await hub.ReceiptAsync(id, Name);

        Assert.Equal(
            [$"{id.Path}.html", $"{id.Path}.json"],
            (await hub.NamesAsync(StorageNames.Receipts))
                .Where(blob => blob.StartsWith(id.Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.Equal(Money.Parse("3.00"), (await hub.StateAsync("COM", 2017)).Balances[0].Paid);
    }

    [Fact]
    public async Task Upload_TwoSendersOfOneFundYearAtOnce_BothCount()
    {
        await Task.WhenAll(TestAmbito.Comuni.Select(code =>
            hub.SendAsync($"{code}/spesa-sociale/2018/a.csv", Csv.Spending(code, 2018, ("ANZIANI", "1,00")))));

        Assert.Equal(Money.Parse("12.00"), (await hub.StateAsync("COM", 2018)).Balances[0].Paid);
    }

    [Fact]
    public async Task Event_OfAnotherKind_IsIgnored()
    {
        const string Name = "018159/spesa-sociale/2019/a.csv";
        await EventsOf.AnnounceAsync(hub, Name, "cancellato", "Microsoft.Storage.BlobDeleted");
        await hub.IdleAsync();

        BlobClient receipt = hub.Blobs.GetBlobContainerClient(StorageNames.Receipts).GetBlobClient(Name);
        Assert.False(await receipt.ExistsAsync());
        Assert.Equal(
            0,
            (await hub.Queues.GetQueueClient(PoisonQueues.UploadEvents).GetPropertiesAsync())
                .Value
                .ApproximateMessagesCount);
    }
}
