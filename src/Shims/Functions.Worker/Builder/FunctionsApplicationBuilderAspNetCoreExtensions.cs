using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>HTTP functions on ASP.NET Core types.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    // What the Functions host allows when FUNCTIONS_REQUEST_BODY_SIZE_LIMIT does not say otherwise.
    private const long DefaultBodyLimit = 104_857_600;

    /// <summary>Serves HTTP functions with <c>HttpRequest</c> and <c>IActionResult</c>.</summary>
    /// <param name="builder">The application.</param>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.ServesHttp = true;
        builder.Services.AddMvcCore();
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize =
            builder.Configuration.GetValue<long?>("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT") ?? DefaultBodyLimit);
        return builder;
    }
}
