using System.Reflection;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using PianoZona.Shims.FunctionsWorker;

namespace PianoZona.Shims;

/// <summary>What this worker offers beyond the genuine one; an application's own Program.cs does without.</summary>
public static class ShimServiceCollectionExtensions
{
    /// <summary>Adds the functions of an assembly to those of the entry assembly, for a program that hosts another one's functions.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="assembly">The assembly that holds the functions.</param>
    public static IServiceCollection AddFunctionsFrom(this IServiceCollection services, Assembly assembly) =>
        services.AddSingleton(new FunctionSource(assembly.GetTypes));

    /// <summary>Adjusts the options of the storage clients that the triggers use, for example to count transactions by a policy.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Gets the <c>QueueClientOptions</c> or <c>BlobClientOptions</c> of each client before it is built.</param>
    public static IServiceCollection ConfigureTriggerStorage(this IServiceCollection services, Action<ClientOptions> configure) =>
        services.AddSingleton(new StorageClientConfiguration(configure));

    internal static IServiceCollection AddFunctionTypes(this IServiceCollection services, params Type[] types) =>
        services.AddSingleton(new FunctionSource(() => types));
}
