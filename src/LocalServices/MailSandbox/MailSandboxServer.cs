using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PianoZona.LocalServices.MailSandbox;

/// <summary>
/// A mail service on one machine that speaks as Microsoft Graph does, and delivers to a page instead of to people.
/// </summary>
public sealed class MailSandboxServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private MailSandboxServer(WebApplication application, SandboxStore store) =>
        (this.application, Store) = (application, store);

    /// <summary>What it holds.</summary>
    public SandboxStore Store { get; }

    /// <summary>The page of messages.</summary>
    public Uri Page =>
        new(
            application
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First());

    /// <summary>Where the calls of Graph go, with the version.</summary>
    public Uri GraphAddress => new(Page, "v1.0");

    /// <summary>Starts one on the loopback interface.</summary>
    /// <param name="port">Port; 0 = any that is free.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<MailSandboxServer> StartAsync(
        int port, TimeProvider time, CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        WebApplication built = builder.Build();
        SandboxStore store = new(time);
        GraphRoutes.Map(built, store);
        SandboxPages.Map(built, store);
        await built.StartAsync(cancellationToken);
        return new MailSandboxServer(built, store);
    }

    /// <summary>Ends it, and every call that waits for an answer.</summary>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new(TimeSpan.Zero);
        await application.StopAsync(now.Token);
        await application.DisposeAsync();
    }
}
