using Newtonsoft.Json.Linq;
using PianoZona.Allocation;
using PianoZona.Allocation.Workflow;
using PianoZona.Configuration;
using PianoZona.Contracts;
using PianoZona.EndToEnd.Support;
using PianoZona.Web.Allocations;
using PianoZona.Web.Layout;

namespace PianoZona.EndToEnd.Pages;

/// <summary>
/// Pages of a riparto with everything that one can have: fixed line, three criteria, last year, bases, someone without
/// a share.
/// </summary>
internal static class SampleAllocation
{
    private static readonly FundKey Fund = new("FNPS", 2026);
    private static readonly DateTimeOffset Moment = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The one in force.</summary>
    public static async Task<string> DetailAsync() =>
        Dressed.Of(await PageRenderer.RenderAsync(
            AllocationView.Of(
                Reader,
                Document(2, Plan),
                Register,
                new InForceLine(new DateOnly(2026, 2, 21), Registration.Done, Receipt: null)),
            Visitor));

    /// <summary>The four of the year: superseded, in force, approved, proposed.</summary>
    public static async Task<string> ListAsync() =>
        Dressed.Of(await PageRenderer.RenderAsync(
            AllocationListView.Of(
                Reader,
                Fund,
                [Document(1, Plan), Document(2, Plan), Document(3, Plan), Document(4, Plan) with { Approval = null }],
                Register),
            Visitor));

    private static readonly Visitor Visitor = new(
        "Distretto di Pavia", "Ufficio di Piano di Pavia", "Ufficio di Piano",
        [new("Cruscotto", "/cruscotto"), new("Scadenze", "/scadenze"), new("Periodi", "/periodi")])
    {
        ChangeBody = "/scegli-ente", SignOut = "/uscita",
    };

    private const string Plan = """
        {
          "amount": "566334.15",
          "fixed": [ { "line": "governo", "amount": "22000.00", "body": "ente-udp" } ],
          "criteria": [ { "indicator": "popolazione", "weight": 60 }, { "indicator": "over 65", "weight": 25 }, { "indicator": "parti uguali", "weight": 15 } ],
          "bases": [ { "indicator": "popolazione", "year": 2024, "source": "ISTAT, bilancio demografico" } ],
          "previous": { "018030": "21000.00", "018041": "98000.00", "018091": "12000.00", "018162": "5000.00" },
          "beneficiaries": [
            { "code": "018030", "name": "Carbonara al Ticino", "indicators": { "popolazione": 1426, "over 65": 310 } },
            { "code": "018041", "name": "Cava Manara", "indicators": { "popolazione": 6698, "over 65": 1520 } },
            { "code": "018091", "name": "Mezzana Rabattone", "indicators": { "popolazione": 471, "over 65": 140 } },
            { "code": "018110", "name": "Pavia", "indicators": { "popolazione": 71882, "over 65": 17800 } },
            { "code": "018135", "name": "San Genesio ed Uniti", "indicators": { "popolazione": 3956, "over 65": 800 } },
            { "code": "018137", "name": "San Martino Siccomario", "indicators": { "popolazione": 6359, "over 65": 1400 } },
            { "code": "018151", "name": "Sommo", "indicators": { "popolazione": 1163, "over 65": 260 } }
          ]
        }
        """;

    private static readonly AllocationReader Reader = new(
        AmbitoDocument.Read(TestAmbito.Json).Ambito!, ReadsBalances: true, HasFundPage: true);

    private static readonly AllocationRegister Register = new(
        TestAmbito.Code,
        Fund.Year,
        [new RegisterEntry(Fund, 1, "ente-udp", Moment), new RegisterEntry(Fund, 2, "ente-udp", Moment.AddDays(20))],
        null);

    private static AllocationDocument Document(int number, string plan)
    {
        PlanReadResult read = AllocationPlanJson.Read(plan);
        Assert.Empty(read.Errors);
        AllocationResult result = Allocator.Allocate(read.Plan!);
        return new AllocationDocument(
            TestAmbito.Code, Fund, number, JObject.Parse(plan), result, AllocationWorkflow.RowsOf(Fund, result),
            "ente-udp", Moment)
        {
            Approval = new Approval("12/2026", new DateOnly(2026, 2, 10), "ente-udp", Moment),
        };
    }
}
