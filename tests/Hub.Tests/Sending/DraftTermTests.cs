using System.Text;
using PianoZona.Contracts.Calendar;
using PianoZona.Contracts.Configuration;
using PianoZona.EndToEnd.Commands;
using PianoZona.Hub.Deadlines;
using PianoZona.Hub.Home;
using PianoZona.Hub.Ports;
using PianoZona.Hub.Sending;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Sending;

/// <summary>
/// Whoever is asked whether something is late says the same: the first page, the check before sending and who is told
/// of it every week. It is 1 February 2026; the deadlines are those of the catalogue.
/// </summary>
public sealed class DraftTermTests : IDisposable
{
    private const string Own = "018030";
    private const string Flow = "spesa-sociale";

    private readonly MemoryHub hub = new();
    private int files;

    [Fact]
    public async Task Term_OfWhatIsDue_IsLateExactlyWhereTheFirstPageSaysSo()
    {
        Assert.True(hub.Ambito.DeadlinesAreBuiltIn);
        string name = $"018041/{Flow}/2020/a.csv";
        hub.Put(
            name, Csv.Spending("018041", 2020, ("ANZIANI", "1,00")),
            new DateTimeOffset(2026, 1, 10, 9, 0, 0, TimeSpan.Zero).UtcTicks);
        await hub.ProcessAsync(name);
        await MoveAsync("2024", new DateOnly(2026, 1, 15));
        Sender body = hub.Ambito.FindSender(Own)!;

        Duty[] due =
        [
            .. (await hub.Get<BodyHome>().FindAsync(hub.Ambito, body, default)).Due
                .Where(duty => duty.Owed.Rule.Flow == Flow),
        ];

        Assert.Equal(
            [("2020", false, true), ("2024", true, false), ("2025", false, false)],
            due.Select(duty => (duty.Owed.Period.Text, duty.IsLate, duty.IsPastIndicative)).Order());
        Obligations week = await hub.Get<DeadlineRegister>().CalendarAsync(
            hub.Ambito, new DateOnly(2026, 2, 1), default);
        foreach (Duty duty in due)
        {
            DraftTerm term = (await CheckAsync(body, duty.Owed.Period.Text)).Term!;
            Assert.Equal(
                (duty.Owed.OnTimeUntil, duty.IsLate, duty.IsPastIndicative, !duty.Owed.IsStrict),
                (term.Until, term.IsLate, term.IsPastIndicative, term.IsIndicative));
            Assert.Equal(duty.IsLate, week.Late.Any(late => late.Body == body && late.Period == duty.Owed.Period));
            Assert.Equal(
                duty.IsPastIndicative,
                week.PastIndicative.Any(past => past.Body == body && past.Period == duty.Owed.Period));
        }
    }

    [Fact]
    public async Task Asked_OfAYearThatIsNotAskedFor_IsWhatIs()
    {
        Sender body = hub.Ambito.FindSender(Own)!;

        DraftState old = await CheckAsync(body, "2019");
        DraftState asked = await CheckAsync(body, "2025");

        Assert.Equal(["2025"], old.Asked.Instead!.Select(one => one.Text));
        Assert.Equal(DraftAsked.Nothing, asked.Asked);
    }

    /// <summary>What is not asked for is not late either, though its day is stated and past.</summary>
    [Fact]
    public async Task Term_OfAYearThatIsNotAskedFor_IsNone()
    {
        Ambito stated = hub.Ambito with { DeadlinesAreBuiltIn = false };
        SendingParty party = new(stated, stated.FindSender(Own)!, Own);
        DraftFacts facts = new("a.csv", "x", Flow, "2019");
        DraftRecognition recognition = hub.Get<DraftRecognition>();

        Assert.NotNull((await recognition.AskedAsync(party, facts, default)).Instead);
        Assert.Null(await recognition.TermOfAsync(party, facts, default));
    }

    /// <summary>What the page of deadlines lists as «non verificabile» is not said not to be asked for.</summary>
    [Fact]
    public async Task Asked_OfADayThatIsListedAndNotVerified_IsThatDay()
    {
        DateOnly today = RomeTime.Today(hub.Get<TimeProvider>());
        Obligations calendar = await hub.Get<DeadlineRegister>().CalendarAsync(hub.Ambito, today, default);
        Obligation listed = calendar.Between(today.AddDays(-DeadlineRegister.DaysBack), today).First(one =>
            one is { State: ObligationState.Unknown, Rule.Flow: not null });

        DraftAsked asked = await hub.Get<DraftRecognition>().AskedAsync(
            new SendingParty(hub.Ambito, listed.Body, Own),
            new DraftFacts("a.csv", "x", listed.Rule.Flow, listed.Period.Text), default);

        Assert.Equal(new DraftAsked(null, listed.OnTimeUntil), asked);
    }

    public void Dispose() => hub.Dispose();

    private async Task<DraftState> CheckAsync(Sender body, string period)
    {
        DraftKey key = DraftKey.Parse(body.Code, (++files).ToString("x32", provider: null))!;
        string file = $"ente;anno;area;importo\n{Own};{period};ANZIANI;5,00\n";
        SendingDesk desk = hub.Get<SendingDesk>();
        await desk.TakeInAsync(
            key, new DraftFacts("spesa.csv", "x", Flow, period), new MemoryStream(Encoding.UTF8.GetBytes(file)),
            default);
        return (await desk.FindAsync(new SendingParty(hub.Ambito, body, Own), key, default))!;
    }

    private Task MoveAsync(string period, DateOnly day) => hub.Get<DeadlineRegister>().MoveAsync(
        hub.Ambito,
        new DeadlineMove(Flow, period, Own, day, null, "prova", null, "ente-udp", DateTimeOffset.UnixEpoch),
        default);
}
