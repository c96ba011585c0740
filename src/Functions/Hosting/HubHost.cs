using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PianoZona.Storage;

namespace PianoZona.Functions.Hosting;

/// <summary>The composition of the hub: the same for Azure and for one machine.</summary>
public static class HubHost
{
    /// <summary>
    /// A builder with everything registered; the caller may still replace services and settings before it builds.
    /// </summary>
    public static FunctionsApplicationBuilder Create(string[] args)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<TransactionScopeMiddleware>();
        builder.UseMiddleware<AnswerHeaders>();
        builder.UseMiddleware<FaultAnswers>();
        builder.UseMiddleware<Admission>();
        builder.Services.AddHub();
        LoadingWatch.Watch(builder.Services);
        return builder;
    }

    /// <summary>
    /// Everything that the functions are made of, without the functions: for a command that looks at the same storage.
    /// </summary>
    public static IServiceCollection AddHub(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            ShiftedTime.Of(provider.GetRequiredService<IOptions<HubOptions>>().Value.ClockShift));
        services.AddHubOptions();
        services.AddHubStorage();
        services.AddHubPipelines();
        services.AddHubAnswers();
        services.AddHubReminders();
        return services;
    }
}
