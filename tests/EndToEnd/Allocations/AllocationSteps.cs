using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Contracts.Configuration;
using PianoZona.EndToEnd.Support;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Ports;

namespace PianoZona.EndToEnd.Allocations;

/// <summary>The steps of a riparto of 40 euro for two Comuni, as the Ufficio di Piano takes them.</summary>
internal static class AllocationSteps
{
    private const string Office = "ente-udp";

    public static async Task<Reply<AllocationInYear>> AllStepsAsync(QuietHub hub, FundKey fund)
    {
        await ApprovedAsync(hub, fund);
        return await PutInForceAsync(hub, fund);
    }

    public static async Task ApprovedAsync(QuietHub hub, FundKey fund)
    {
        AllocationPipeline pipeline = hub.Get<AllocationPipeline>();
        Ambito ambito = await AmbitoAsync(hub);
        await pipeline.ProposeAsync(ambito, Office, fund, """
            { "amount": "40.00", "criteria": [ { "indicator": "parti uguali", "weight": 1 } ],
              "beneficiaries": [ { "code": "018030", "indicators": {} }, { "code": "018041", "indicators": {} } ] }
            """, preview: false, default);
        await pipeline.ApproveAsync(ambito, Office, fund, 1, "12/2021", new DateOnly(2021, 5, 20), default);
    }

    public static async Task<Reply<AllocationInYear>> PutInForceAsync(QuietHub hub, FundKey fund) =>
        await hub.Get<AllocationPipeline>().PutInForceAsync(await AmbitoAsync(hub), Office, fund, 1, default);

    /// <summary>The files that wait in the folder of a year.</summary>
    public static async Task<IReadOnlyList<string>> WaitingAsync(QuietHub hub, FundKey fund) =>
        [
            .. (
                await hub.Get<IInbox>()
                    .ListFolderAsync($"ente-udp/riparto/{fund.Year.ToString(CultureInfo.InvariantCulture)}", default)
            ).Select(file => file.Name),
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

    private static async Task<Ambito> AmbitoAsync(QuietHub hub) =>
        (await hub.Get<IAmbitoDirectory>().GetAsync(default)).OfSender(Office)!;
}
