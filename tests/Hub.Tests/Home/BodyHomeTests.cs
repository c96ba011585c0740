using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Flows;
using PianoZona.Contracts.Uploads;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Filling;
using PianoZona.Hub.Home;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Tests.Memory;
using PianoZona.Hub.Uploads;

namespace PianoZona.Hub.Tests.Home;

/// <summary>What a body finds on its first page. It is 1 February 2026.</summary>
public sealed class BodyHomeTests
{
    private const string Own = "018030";

    [Fact]
    public async Task Find_NothingSent_AsksForWhatCanBeSentAndTellsWhatComesNext()
    {
        using MemoryHub hub = new();

        BodyDay day = await FindAsync(hub, Own);

        Duty spending = Assert.Single(day.Due, duty => duty.Owed.Rule.Id == "spesa-sociale");
        Assert.Equal(("2025", false), (spending.Owed.Period.Text, spending.IsLate));
        Assert.Null(spending.Refused);
        Assert.All(day.Due, duty => Assert.Equal(Own, duty.Owed.Body.Code));
        Assert.All(day.Next, next => Assert.True(next.Opens > day.Today));
        Assert.Empty(day.Latest);
    }

    [Fact]
    public async Task Find_LateAndRefused_StandBeforeWhatIsDue()
    {
        using MemoryHub hub = new();
        await SendAsync(hub, $"{Own}/spesa-sociale/2025/a.csv", Csv.Spending(Own, 2025, ("ANZIANI", "x")), 1);
        await MoveAsync(hub, "spesa-sociale", "2024", new DateOnly(2026, 1, 15));
        await MoveAsync(hub, "spesa-sociale", "2023", new DateOnly(2026, 2, 2));

        BodyDay day = await FindAsync(hub, Own);

        Assert.Equal(
            [("2024", true, false), ("2025", false, true), ("2023", false, false)],
            day.Due.Where(duty => duty.Owed.Rule.Id == "spesa-sociale")
                .Select(duty => (duty.Owed.Period.Text, duty.IsLate, duty.Refused is not null)));
        Assert.Equal(SentState.Refused, Assert.Single(day.Latest).State);
    }

    /// <summary>What was refused and is not asked for any more waits to be corrected until something is accepted.
    /// </summary>
    [Fact]
    public async Task Find_RefusedWithoutADuty_IsToCorrectUntilALaterOneIsAccepted()
    {
        using MemoryHub hub = new();
        long first = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks;
        string name = $"{Own}/spesa-sociale/2025/a.csv";
        await SendAsync(hub, name, Csv.Spending(Own, 2025, ("ANZIANI", "1,00")), first);
        Assert.Empty((await FindAsync(hub, Own)).ToCorrect);
        ReceiptId refused = await SendAsync(
            hub, name, Csv.Spending(Own, 2025, ("ANZIANI", "x")), first + UploadSequence.Millisecond);

        BodyDay day = await FindAsync(hub, Own);
        Assert.DoesNotContain(day.Due, duty => duty.Owed is { Rule.Id: "spesa-sociale", Period.Text: "2025" });
        Assert.Equal(refused, Assert.Single(day.ToCorrect).Id);

        await SendAsync(
            hub, name, Csv.Spending(Own, 2025, ("ANZIANI", "2,00")), first + (2 * UploadSequence.Millisecond));
        Assert.Empty((await FindAsync(hub, Own)).ToCorrect);
    }

    /// <summary>Of a flow that the Ufficio di Piano tells, its file leaves nothing to correct.</summary>
    [Fact]
    public async Task Find_RefusedOfWhatTheOfficeHasTold_IsNotToCorrect()
    {
        using MemoryHub hub = new();
        long first = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks;
        const string file = "codice_istat;anno;totale\n018030;2021;15127\n";
        ReceiptId refused = await SendAsync(hub, $"{Own}/popolazione/2021/a.csv", file, first);
        Assert.Equal(refused, Assert.Single((await FindAsync(hub, Own)).ToCorrect).Id);

        await SendAsync(hub, "ente-udp/popolazione/2021/a.csv", file, first + UploadSequence.Millisecond);

        Assert.Empty((await FindAsync(hub, Own)).ToCorrect);
    }

    [Fact]
    public async Task Find_AcceptedAndReplaced_IsNotDueAndTellsWhatCounts()
    {
        using MemoryHub hub = new();
        long first = new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks;
        string name = $"{Own}/spesa-sociale/2025/a.csv";
        await SendAsync(hub, name, Csv.Spending(Own, 2025, ("ANZIANI", "1,00")), first);
        ReceiptId second = await SendAsync(
            hub, name, Csv.Spending(Own, 2025, ("ANZIANI", "2,00")), first + UploadSequence.Millisecond);

        BodyDay day = await FindAsync(hub, Own);

        Assert.DoesNotContain(day.Due, duty => duty.Owed is { Rule.Id: "spesa-sociale", Period.Text: "2025" });
        Assert.Equal([SentState.Accepted, SentState.Replaced], day.Latest.Select(one => one.State));
        Assert.Equal([null, second.Text], day.Latest.Select(one => one.ReplacedBy));
    }

    /// <summary>The calendar begins with the Ambito's first file: who has sent nothing is asked all the same.</summary>
    [Fact]
    public async Task Find_OthersHaveSentWhatItHasNot_IsPastTheIndicativeDayAsTheDeadlinesSay()
    {
        using MemoryHub hub = new();
        await SendAsync(
            hub, "018041/spesa-sociale/2020/a.csv", Csv.Spending("018041", 2020, ("ANZIANI", "1,00")),
            new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks);

        BodyDay day = await FindAsync(hub, Own);

        Obligations calendar = await hub.Get<DeadlineRegister>().CalendarAsync(hub.Ambito, day.Today, default);
        Assert.Contains(
            day.Due,
            duty => duty is { IsPastIndicative: true, IsLate: false }
                && duty.Owed is { Rule.Id: "spesa-sociale", Period.Text: "2020" });
        Assert.Equal(
            calendar.Open.Where(one => one.Body.Code == Own).Select(one => (one.Rule.Id, one.Period.Text)).Order(),
            day.Due.Select(duty => (duty.Owed.Rule.Id, duty.Owed.Period.Text)).Order());
    }

    /// <summary>What the page of deadlines lists as not verified is on the first page, too.</summary>
    [Fact]
    public async Task Find_DayOfBeforeTheHubBegan_IsListedAsNotVerified()
    {
        using MemoryHub hub = new();

        BodyDay day = await FindAsync(hub, "ente-azienda");

        Obligations calendar = await hub.Get<DeadlineRegister>().CalendarAsync(hub.Ambito, day.Today, default);
        Assert.NotEmpty(day.Unverified);
        Assert.Equal(
            calendar.Between(day.Today.AddDays(-DeadlineRegister.DaysBack), day.Today).Where(one =>
                one is { State: ObligationState.Unknown, Rule.Flow: not null } && one.Body.Code == "ente-azienda"),
            day.Unverified.Where(one => one.Body.Code == "ente-azienda"));
    }

    [Fact]
    public async Task Find_OfAnAgency_HasWhatItSendsForOthers()
    {
        using MemoryHub hub = new();

        BodyDay day = await FindAsync(hub, "ente-azienda");
        BodyDay provider = await FindAsync(hub, "ente-coop");

        Assert.Equal(
            TestAmbito.Comuni.Order(StringComparer.Ordinal),
            day.Due.Where(duty => duty.Owed.Rule.Id == "spesa-sociale").Select(duty => duty.Owed.Body.Code)
                .Order(StringComparer.Ordinal));
        Assert.All(
            day.Due.Where(duty => duty.Owed.Body.Code != "ente-azienda"),
            duty => Assert.NotNull(duty.Owed.Rule.Flow));
        Assert.All(provider.Due, duty => Assert.Equal("ente-coop", duty.Owed.Body.Code));
    }

    [Fact]
    public async Task ByBody_OfAnAgency_HasWhoIsLateFirstThenItsOwn()
    {
        using MemoryHub hub = new();
        await MoveAsync(hub, "spesa-sociale", "2024", new DateOnly(2026, 1, 15));

        IReadOnlyList<IReadOnlyList<Duty>> groups = (await FindAsync(hub, "ente-azienda")).ByBody("ente-azienda");

        Assert.Equal(
            [Own, "ente-azienda", .. TestAmbito.Comuni.Except([Own]), "ente-coop"],
            groups.Select(group => group[0].Owed.Body.Code));
        Assert.All(groups, group => Assert.Single(group.DistinctBy(duty => duty.Owed.Body.Code)));
        Assert.True(groups[0][0].IsLate);
        Assert.Single((await FindAsync(hub, "ente-coop")).ByBody("ente-coop"));
    }

    [Fact]
    public async Task Find_OfAComuneThatSendsForAnother_HasTheFilesOfBoth()
    {
        using MemoryHub hub = new();
        Sender union = hub.Ambito.FindSender(Own)! with { UploadsFor = ["018041"] };

        BodyDay day = await hub.Get<BodyHome>().FindAsync(hub.Ambito, union, default);

        Assert.Equal(
            [Own, "018041"],
            day.Due.Where(duty => duty.Owed.Rule.Id == "spesa-sociale").Select(duty => duty.Owed.Body.Code));
        Assert.Equal(
            [Own], (await FindAsync(hub, Own)).Due.Select(duty => duty.Owed.Body.Code).Distinct());
    }

    /// <summary>A table is one for all; a file that was begun for somebody is theirs; what was sent is none.</summary>
    [Fact]
    public async Task Find_WithWhatWasBegun_HasItBesideWhatItIsFor()
    {
        using MemoryHub hub = new();
        await StoreAsync(
            FillingKeys.OfTable("ente-azienda", "spesa-sociale", "2024"), "spesa-sociale", "2024", "018041");
        await MoveAsync(hub, "spesa-sociale", "2024", new DateOnly(2026, 2, 15));
        await StoreAsync(KeyOf('a'), "spesa-sociale", "2025", Own);
        await StoreAsync(KeyOf('b'), "spesa-sociale", "2025", body: null, sequence: 7);
        await StoreAsync(KeyOf('c'), "spesa-sociale", "2019", body: null);

        BodyDay day = await FindAsync(hub, "ente-azienda");

        Assert.NotNull(Assert.Single(
            day.Due, duty => duty.Owed is { Rule.Flow: "spesa-sociale", Period.Text: "2024" }).Draft);
        Assert.Equal(
            [Own],
            day.Due.Where(duty => duty.Draft?.Key == KeyOf('a'))
                .Select(duty => duty.Owed.Body.Code));
        Assert.DoesNotContain(day.Due, duty => duty.Draft?.Key == KeyOf('b'));
        Assert.Equal(KeyOf('c'), Assert.Single(day.Begun).Key);
        Assert.All((await FindAsync(hub, Own)).Due, duty => Assert.Null(duty.Draft));

        static DraftKey KeyOf(char digit) => DraftKey.Parse("ente-azienda", new string(digit, 32))!;

        Task StoreAsync(DraftKey key, string flow, string period, string? body, long? sequence = null) =>
            hub.Drafts.StoreAsync(
                key, new MemoryStream([1]),
                new DraftFacts("a.csv", "x", flow, period) { Body = body, Sequence = sequence }, default);
    }

    /// <summary>What an agency cannot send for another is not asked of it: rows do not say whose they are.</summary>
    [Fact]
    public async Task Find_OfAnAgency_HasOfOthersOnlyFilesWhoseRowsSayWhoseTheyAre()
    {
        using MemoryHub hub = new();

        BodyDay day = await FindAsync(hub, "ente-azienda");

        Assert.All(
            day.Due.Where(duty => duty.Owed.Body.Code != "ente-azienda"),
            duty => Assert.NotNull(FlowCatalogue.Find(duty.Owed.Rule.Flow!)!.BodyColumn));
        Assert.Contains(
            (await FindAsync(hub, "ente-coop")).Due,
            duty => FlowCatalogue.Find(duty.Owed.Rule.Flow!)!.BodyColumn is null);
    }

    private static Task<BodyDay> FindAsync(MemoryHub hub, string body) =>
        hub.Get<BodyHome>().FindAsync(hub.Ambito, hub.Ambito.FindSender(body)!, default);

    private static async Task<ReceiptId> SendAsync(MemoryHub hub, string name, string content, long sequence)
    {
        ReceiptId id = hub.Put(name, content, sequence);
        await hub.ProcessAsync(name);
        return id;
    }

    private static Task MoveAsync(MemoryHub hub, string deadline, string period, DateOnly day) =>
        hub.Get<DeadlineRegister>().MoveAsync(
            hub.Ambito,
            new DeadlineMove(deadline, period, Own, day, null, "prova", null, "ente-udp", DateTimeOffset.UnixEpoch),
            default);
}
