using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PianoZona.Contracts.Receipts;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Discrepancies;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Uploads;

/// <summary>
/// What a receipt says, and what is found between files, does not depend on which file was processed first.
/// </summary>
public sealed class AnyOrderTests
{
    private static readonly string[] Senders = ["018030", "018041", "ente-azienda"];
    private static readonly DateOnly Today = new(2026, 2, 1);

    /// <summary>A file of the year before, which came first or last, or is processed at the same time.</summary>
    [Fact]
    public void Process_FilesInAnyOrder_GivesTheSameReceiptsAndDiscrepancies() => Prop.ForAll(
        AnyFiles.ToArbitrary(),
        files =>
        {
            string inOrder = Told(files, atOnce: false);
            Assert.Equal(inOrder, Told([.. files.AsEnumerable().Reverse()], atOnce: false));
            Assert.Equal(inOrder, Told(files, atOnce: true));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public async Task Check_BeforeSending_WarnsOfAnUnusualChangeThatTheReceiptLeavesToTheDiscrepancies()
    {
        using MemoryHub hub = new();
        hub.Put("018030/spesa-sociale/2024/a.csv", Spending("018030", 2024, 100), 1);
        await hub.ProcessAsync("018030/spesa-sociale/2024/a.csv");
        string changed = Spending("018030", 2025, 131);

        SendingParty party = new(hub.Ambito, hub.Ambito.FindSender("018030")!, "x/qualcuno");
        DraftKey key = DraftKey.Parse("018030", new string('a', 32))!;
        await hub.Get<SendingDesk>().TakeInAsync(
            key, new DraftFacts("a.csv", "x", "spesa-sociale", "2025"),
            new MemoryStream(Encoding.UTF8.GetBytes(changed)), default);
        DraftCheck check = (await hub.Get<SendingDesk>().FindAsync(party, key, default))!.Check!;
        ReceiptId id = hub.Put("018030/spesa-sociale/2025/a.csv", changed, 2);
        await hub.ProcessAsync("018030/spesa-sociale/2025/a.csv");
        await hub.ReconcileAllAsync();

        Assert.Contains(
            "ente 018030, area ANZIANI: il totale è cambiato di +31,00% rispetto all'anno prima (100,00 → 131,00)",
            Assert.Single(check.Found.Problems, problem => problem.Code == "PZ5003").Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            (await hub.FindReceiptAsync(id))!.Problems, problem => problem.Code == "PZ5003");
        AmbitoReport report = await hub.Get<AmbitoReporter>().ReportAsync(hub.Ambito, Today, default);
        Discrepancy told = Assert.Single(report.Discrepancies, found => found.Code == "RIC-23");
        Assert.Contains("+31,00%", told.Text, StringComparison.Ordinal);
    }

    private static Gen<FileOfYear[]> AnyFiles =>
        from many in Gen.Choose(2, 7)
        from files in Gen.ArrayOf(
            from sender in Gen.Elements(Senders)
            from year in Gen.Choose(2022, 2024)
            from euro in Gen.Choose(0, 3)
            select new FileOfYear(sender, year, euro * 50),
            many)
        select files.DistinctBy(file => (file.Sender, file.Year)).ToArray();

    private static string Told(FileOfYear[] files, bool atOnce) => ToldAsync(files, atOnce).GetAwaiter().GetResult();

    private static async Task<string> ToldAsync(FileOfYear[] files, bool atOnce)
    {
        using MemoryHub hub = new();
        Dictionary<string, ReceiptId> ids = files.ToDictionary(
            file => file.Name,
            file => hub.Put(
                file.Name, Spending(file.Sender == "ente-azienda" ? "018030" : file.Sender, file.Year, file.Euro),
                file.Sequence),
            StringComparer.Ordinal);
        if (atOnce)
        {
            await Task.WhenAll(files.Select(file => Task.Run(() => hub.ProcessAsync(file.Name))));
        }
        else
        {
            foreach (FileOfYear file in files)
            {
                await hub.ProcessAsync(file.Name);
            }
        }

        await hub.ReconcileAllAsync();
        StringBuilder told = new();
        foreach ((string name, ReceiptId id) in ids.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Receipt receipt = (await hub.FindReceiptAsync(id))!;
            told.AppendLine(CultureInfo.InvariantCulture, $"{name} {receipt.Outcome}");
            told.AppendJoin('\n', receipt.Problems.Select(problem => problem.ToString())).AppendLine();
        }

        AmbitoReport report = await hub.Get<AmbitoReporter>().ReportAsync(hub.Ambito, Today, default);
        return told.AppendJoin('\n', report.Discrepancies.Select(found => $"{found.Code} {found.Text}")).ToString();
    }

    private static string Spending(string body, int year, int euro) =>
        Csv.Spending(body, year, ("ANZIANI", euro.ToString(CultureInfo.InvariantCulture) + ",00"));

    private sealed record FileOfYear(string Sender, int Year, int Euro)
    {
        public string Name => string.Create(CultureInfo.InvariantCulture, $"{Sender}/spesa-sociale/{Year}/a.csv");

        public long Sequence => (Year * 10) + Array.IndexOf(Senders, Sender);
    }
}
