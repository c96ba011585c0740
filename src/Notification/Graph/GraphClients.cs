using Azure.Core;
using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace PianoZona.Notification.Graph;

/// <summary>
/// Clients of Microsoft Graph that never try a call again by themselves: a repeated send is a second mail.
/// </summary>
public static class GraphClients
{
    private const string Scope = "https://graph.microsoft.com/.default";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(100);

    /// <summary>The client of Azure, signed in by an identity; no secret.</summary>
    public static GraphServiceClient For(TokenCredential credential) =>
        new(WithoutRetries(), new AzureIdentityAuthenticationProvider(
            credential, allowedHosts: null, observabilityOptions: null, isCaeEnabled: true, scopes: [Scope]));

    /// <summary>A client of a service on one machine that speaks as Graph does, without a sign-in.</summary>
    /// <param name="address">Its address, with the version.</param>
    /// <param name="timeout">How long to wait for a whole answer; null = as in Azure.</param>
    /// <param name="transport">What carries the calls; null = the network.</param>
    public static GraphServiceClient ForSandbox(
        Uri address, TimeSpan? timeout = null, HttpMessageHandler? transport = null) =>
        new(WithoutRetries(timeout, transport), new AnonymousAuthenticationProvider(), address.ToString().TrimEnd('/'));

    private static HttpClient WithoutRetries(TimeSpan? timeout = null, HttpMessageHandler? transport = null)
    {
        IEnumerable<DelegatingHandler> handlers = GraphClientFactory
            .CreateDefaultHandlers()
            .Where(handler => handler is not RetryHandler);
        HttpClient client = GraphClientFactory.Create(
            handlers: [.. handlers, new TransportAnswer.Recorder()], finalHandler: transport);
        client.Timeout = timeout ?? Timeout;
        return client;
    }
}
