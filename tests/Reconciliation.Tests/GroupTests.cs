using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Contracts.Ledger;
using PianoZona.Contracts.Reconciliation;
using PianoZona.Reconciliation.Tests.Support;

namespace PianoZona.Reconciliation.Tests;

/// <summary>Quotas and settings of one group: an Unione of two Comuni, and a Comune beside it.</summary>
public sealed class GroupTests
{
    private static readonly Ambito Ambito = Sample.Ambito with
    {
        Groups = [new ComuneGroup("unione", "Unione", From: null, To: null) { Body = "ente-concass" }],
        Senders =
        [
            .. Sample.Ambito.Senders.Select(sender => sender.Code switch
            {
                "019021" => sender with { Groups = ["unione"], Population = Residents(100) },
                "019086" => sender with { Groups = ["unione"], Population = Residents(50) },
                "020066" => sender with { Population = Residents(1000) },
                _ => sender,
            }),
        ],
        Quotas = [new PerCapitaQuota(2021, new Money(500), 2020, [])],
    };

    // 150 inhabitants at 2,00: 300,00; without one service of 0,50 that the first does not delegate, 250,00.
    [Theory]
    [InlineData(false, 30_000)]
    [InlineData(true, 25_000)]
    public void Ric13_QuotaChargedToTheBodyOfAGroup_IsThatOfAllItsComuni(bool hasComponents, long due)
    {
        PerCapitaQuota quota = new(2021, new Money(200), 2020, [])
        {
            Group = "unione",
            IsChargedToBody = true,
            Components = hasComponents
                ? [new("Tutela", new Money(50), ["019021"]), new("Altro", new Money(150), [])]
                : [],
        };
        Ambito ambito = Ambito with { Quotas = [.. Ambito.Quotas, quota] };

        Assert.Empty(Found(ambito, "ente-concass", due));
        Discrepancy found = Assert.Single(Found(ambito, "ente-concass", due + 1));
        Assert.Equal(("ente-concass", new Money(due)), (found.Body, found.Computed!.Value));
        // Its Comuni owe nothing of their own, whatever is on them; who is of no group owes the quota of all.
        Assert.Empty(Found(ambito, "019021", 1));
        Assert.Empty(Found(ambito, "020066", 500_000));
        Assert.Single(Found(ambito, "020066", 500_001));
    }

    [Fact]
    public void Ric13_QuotaOfAGroup_TakesThePlaceOfThatOfAll()
    {
        Ambito ambito = Ambito with
        {
            Quotas = [.. Ambito.Quotas, new PerCapitaQuota(2021, new Money(300), 2020, []) { Group = "unione" }],
        };

        Assert.Empty(Found(ambito, "019021", 30_000));
        Assert.Equal(new Money(30_000), Assert.Single(Found(ambito, "019021", 50_000)).Computed);
    }

    [Fact]
    public void Ric13_PopulationOfOneMemberUnknown_OfTheBodyNothingIsSaid()
    {
        PerCapitaQuota quota = new(2021, new Money(200), 2020, []) { Group = "unione", IsChargedToBody = true };
        Ambito ambito = Ambito with
        {
            Quotas = [quota],
            Senders =
            [
                .. Ambito.Senders.Select(sender => sender.Code == "019086"
                    ? sender with { Population = new Dictionary<int, int>() }
                    : sender),
            ],
        };

        Assert.Empty(Found(ambito, "ente-concass", 1));
        Assert.Null(ambito.PopulationOf(ambito.FindSender("ente-concass")!, 2020));
        Assert.Equal(150, Ambito.PopulationOf(Ambito.FindSender("ente-concass")!, 2020));
    }

    [Fact]
    public void Ric24_ReceivedPopulation_CountsAndContradictsTheConfiguration()
    {
        ReceivedPopulation[] received =
        [
            new("019021", 2020, 120, "r", 2), new("019086", 2020, 50, "r", 3), new("019086", 2019, 40, "r", 4),
        ];
        FundState owed = Sample.Reconciled(
            Ambito, Sample.Own, Sample.Entry(EntryKind.Owed, 50_000, "019021", fund: Sample.Own));

        IReadOnlyList<Discrepancy> found =
            AcrossFunds.Check(Ambito, [owed], new DateOnly(2022, 6, 1), received);

        Discrepancy population = Assert.Single(found.Of("RIC-24"));
        Assert.Equal(("019021", 2020), (population.Body, population.Year!.Value));
        Assert.Equal(
            "Casalmaggiore (019021): nel 2020 i residenti ricevuti sono 120, la configurazione ne indica 100; valgono "
                + "quelli ricevuti.",
            population.Text);
        Assert.Equal(new Money(60_000), Assert.Single(found.Of("RIC-13")).Computed);
    }

    [Fact]
    public void Ric02_ToleranceOfAGroup_IsForItsBodiesAlone()
    {
        Ambito ambito = Ambito with
        {
            Flows =
            [
                .. Ambito.Flows,
                new FlowSettings("rendicontazione", null, new Money(1_000), null) { Group = "unione" },
            ],
        };
        FundState state = Sample.Reconciled(
            ambito, Sample.Fnps,
            Sample.Entry(EntryKind.Allocated, 10_000, "019021"), Sample.Entry(EntryKind.Committed, 10_900, "019021"),
            Sample.Entry(EntryKind.Allocated, 10_000, "020066"), Sample.Entry(EntryKind.Committed, 10_900, "020066"));

        Assert.Equal(
            ["020066"], state.Discrepancies.Of("RIC-02").Select(found => found.Body).Where(body => body is not null));
    }

    private static IReadOnlyList<Discrepancy> Found(Ambito ambito, string body, long cents) =>
        Sample.Across(ambito, Sample.Own, Sample.Entry(EntryKind.Owed, cents, body, fund: Sample.Own)).Of("RIC-13");

    private static Dictionary<int, int> Residents(int count) => new() { [2020] = count };
}
