using System.Globalization;
using PianoZona.Contracts;
using PianoZona.Hub.Allocations;
using PianoZona.Hub.Tests.Memory;

namespace PianoZona.Hub.Tests.Allocations;

/// <summary>The steps of a riparto of 40 euro for two Comuni, as the Ufficio di Piano takes them.</summary>
internal static class AllocationSteps
{
    private const string Office = "ente-udp";

    public static async Task<Reply<AllocationInYear>> AllStepsAsync(MemoryHub hub, FundKey fund)
    {
        await ApprovedAsync(hub, fund);
        return await PutInForceAsync(hub, fund);
    }

    public static async Task ApprovedAsync(MemoryHub hub, FundKey fund)
    {
        await ProposedAsync(hub, fund);
        await hub.Get<AllocationPipeline>()
            .ApproveAsync(hub.Ambito, Office, fund, 1, "12/2021", new DateOnly(2021, 5, 20), default);
    }

    public static Task ProposedAsync(MemoryHub hub, FundKey fund) =>
        hub.Get<AllocationPipeline>().ProposeAsync(hub.Ambito, Office, fund, """
            { "amount": "40.00", "criteria": [ { "indicator": "parti uguali", "weight": 1 } ],
              "beneficiaries": [ { "code": "018030", "indicators": {} }, { "code": "018041", "indicators": {} } ] }
            """, preview: false, default);

    public static async Task<Reply<AllocationInYear>> PutInForceAsync(MemoryHub hub, FundKey fund) =>
        await hub.Get<AllocationPipeline>().PutInForceAsync(hub.Ambito, Office, fund, 1, default);

    /// <summary>The files that wait in the folder of a year.</summary>
    public static IReadOnlyList<string> Waiting(MemoryHub hub, FundKey fund)
    {
        string folder = $"ente-udp/riparto/{fund.Year.ToString(CultureInfo.InvariantCulture)}/";
        return [.. hub.Waiting.Where(name => name.StartsWith(folder, StringComparison.Ordinal))];
    }
}
