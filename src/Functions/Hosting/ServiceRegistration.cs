using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PianoZona.Contracts.Reading;
using PianoZona.Functions.Answers;
using PianoZona.Functions.Health;
using PianoZona.Functions.Identity;
using PianoZona.Hub;
using PianoZona.Hub.Ports;
using PianoZona.Reading;

namespace PianoZona.Functions.Hosting;

/// <summary>What the hub is made of.</summary>
internal static class ServiceRegistration
{
    // What a form may send: a file over the limit is told so in its check, with what to do.
    private const int FilesAtOnce = 4;

    public static void AddHubOptions(this IServiceCollection services)
    {
        services
            .AddOptions<HubOptions>()
            .BindConfiguration(HubOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddOptions<PublicNoticeOptions>()
            .BindConfiguration(PublicNoticeOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddOptions<KestrelServerOptions>()
            .Configure<IOptions<HubOptions>>((server, hub) =>
                server.Limits.MaxRequestBodySize = hub.Value.MaxFileBytes * FilesAtOnce);
        services.AddSingleton<AzurePlatform>();
        services.AddSingleton<IValidateOptions<HubOptions>, HubOptionsValidator>();
    }

    public static void AddHubPipelines(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            HubOptions options = provider.GetRequiredService<IOptions<HubOptions>>().Value;
            return new UploadReader(new ReadLimits(options.MaxFileBytes, options.MaxRows));
        });
        services.AddSingleton(provider =>
        {
            HubOptions options = provider.GetRequiredService<IOptions<HubOptions>>().Value;
            return new HubTimes(options.SweepMinimumAge, options.ConfigurationRefresh);
        });
        services.AddSingleton<IReceiptForm, ReceiptPageForm>();
        services.AddHubUseCases();
    }

    public static void AddHubAnswers(this IServiceCollection services)
    {
        services.AddSingleton<LocalSignIn>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<SameOrigin>();
        services.AddSingleton<IFunctionRoster, AssumedRoster>();
        services.AddSingleton<HubHealth>();
    }
}
