using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PianoZona.Shims.FunctionsWorker;

/// <summary>Puts the application together, and refuses to when anything is wrong.</summary>
internal static class FunctionsHost
{
    // Where Azure Functions Core Tools serve an application on one's own machine.
    private const string DefaultUrl = "http://localhost:7071";

    public static IHost Build(
        WebApplicationBuilder builder, IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, bool servesHttp)
    {
        List<string> errors = [];
        HostSettings settings = HostSettings.Read(builder.Configuration, errors);
        AddServices(builder.Services, settings, new FunctionPipeline(middleware));
        builder.WebHost.UseUrls((builder.Configuration["urls"] ?? builder.Configuration["ASPNETCORE_URLS"] ?? DefaultUrl).Split(';'));
        WebApplication app = builder.Build();
        List<FunctionDescriptor> functions = Discover(app.Services, errors);
        List<FunctionDescriptor> http = [.. functions.Where(function => function.Trigger is HttpTriggerAttribute)];
        if (http.Count > 0 && !servesHttp)
        {
            errors.Add("HTTP functions need builder.ConfigureFunctionsWebApplication(): HttpRequestData is not supported by this worker.");
        }

        http.ForEach(function => FunctionEndpoints.Check(function, settings, errors));
        TriggerFactory triggers = ActivatorUtilities.CreateInstance<TriggerFactory>(app.Services, errors);
        List<PreparedListener> prepared = [.. functions.Select(triggers.Prepare).OfType<PreparedListener>()];
        if (errors.Count > 0)
        {
            throw new FunctionsStartupException(errors);
        }

        FunctionInvoker invoker = app.Services.GetRequiredService<FunctionInvoker>();
        ILoggerFactory loggers = app.Services.GetRequiredService<ILoggerFactory>();
        app.Services.GetRequiredService<Listeners>().All = [.. prepared.Select(create => create(invoker, loggers))];
        if (servesHttp)
        {
            FunctionEndpoints.Map(app, http, settings);
        }

        return app;
    }

    private static void AddServices(IServiceCollection services, HostSettings settings, FunctionPipeline pipeline)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(pipeline);
        services.AddSingleton<HostShutdown>();
        services.AddSingleton<Listeners>();
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<FunctionKeys>();
        services.AddSingleton<StorageAccounts>();
        services.AddHostedService<FunctionsHostService>();
    }

    private static List<FunctionDescriptor> Discover(IServiceProvider services, List<string> errors)
    {
        IEnumerable<Type> ofEntry = Assembly.GetEntryAssembly()?.GetTypes() ?? [];
        return new FunctionDiscovery(errors).Find(ofEntry.Concat(services.GetServices<FunctionSource>().SelectMany(source => source.Types())));
    }
}
