using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PianoZona.Functions.Hosting;

/// <summary>The composition of the hub: the same for Azure and for one machine.</summary>
public static class HubHost
{
    /// <summary>A builder with everything registered; the caller may still replace services and settings before it builds.</summary>
    public static FunctionsApplicationBuilder Create(string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<TransactionScopeMiddleware>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHubOptions();
        builder.Services.AddHubStorage();
        builder.Services.AddHubPipelines();
        builder.Services.AddHubReminders();
        return builder;
    }
}
