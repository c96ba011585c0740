using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.Functions.Identity;
using PianoZona.Functions.Pipeline;
using PianoZona.Functions.Storage;

namespace PianoZona.EndToEnd;

/// <summary>The steps of a riparto of 40 euro for two Comuni, as the Ufficio di Piano takes them.</summary>
internal static class AllocationSteps
{
    public static async Task<AllocationOutcome> AllStepsAsync(QuietHub hub, FundKey fund)
    {
        await ApprovedAsync(hub, fund);
        return await PutInForceAsync(hub, fund);
    }

    public static async Task ApprovedAsync(QuietHub hub, FundKey fund)
    {
        AllocationPipeline pipeline = hub.Get<AllocationPipeline>();
        Caller caller = await CallerAsync(hub);
        await pipeline.ProposeAsync(caller, fund, """
            { "amount": "40.00", "criteria": [ { "indicator": "parti uguali", "weight": 1 } ],
              "beneficiaries": [ { "code": "018030", "indicators": {} }, { "code": "018041", "indicators": {} } ] }
            """, preview: false, default);
        await pipeline.ApproveAsync(caller, fund, 1, "12/2021", new DateOnly(2021, 5, 20), default);
    }

    public static async Task<AllocationOutcome> PutInForceAsync(QuietHub hub, FundKey fund) =>
        (await hub.Get<AllocationPipeline>().PutInForceAsync(await CallerAsync(hub), fund, 1, default))!;

    /// <summary>The files that wait in the folder of a year.</summary>
    public static async Task<IReadOnlyList<string>> WaitingAsync(QuietHub hub, FundKey fund) =>
    [
        .. (await hub.Get<BlobInbox>().ListFolderAsync($"ente-udp/riparto/{fund.Year.ToString(CultureInfo.InvariantCulture)}", default))
            .Select(file => file.Name),
    ];

    /// <summary>Whether the process died.</summary>
    public static async Task<bool> CrashesAsync(Func<Task> steps)
    {
        try
        {
            await steps();
            return false;
        }
        catch (SimulatedCrash)
        {
            return true;
        }
    }

    private static async Task<Caller> CallerAsync(QuietHub hub)
    {
        Ambito ambito = (await hub.Get<AmbitoDirectory>().GetAsync(default)).OfSender("ente-udp")!;
        return new Caller(ambito.FindSender("ente-udp")!, new HashSet<string>(StringComparer.Ordinal) { Roles.PlanOffice }, ambito, Person: null);
    }
}
