using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using PianoZona.Notification.Graph;
using PianoZona.Notification.Sending;
using PianoZona.Storage;

namespace PianoZona.Functions.Hosting;

/// <summary>What the reminders are made of.</summary>
internal static class ReminderRegistration
{
    public static void AddHubReminders(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SendPace(
            provider.GetRequiredService<TimeProvider>(), PerMinute(Options(provider))));
        services.AddSingleton(provider => new HubAddress(AddressOf(Options(provider).PublicAddress)));
        services.AddSingleton<IMailbox>(Mailbox);
        services.AddSingleton<IReturnedMail>(provider => (IReturnedMail)provider.GetRequiredService<IMailbox>());
    }

    private static HubOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<HubOptions>>().Value;

    // What stands for the mailbox also tells what came back to it.
    private static IMailbox Mailbox(IServiceProvider provider) =>
        Options(provider).Mailbox is { Length: > 0 } mailbox
            ? new GraphMailbox(
                new Lazy<GraphServiceClient>(() => Graph(provider)),
                mailbox,
                provider.GetRequiredService<TimeProvider>())
            : new NoMailbox();

    // The limit is that of Exchange Online, not of a sandbox.
    private static int PerMinute(HubOptions options) =>
        string.IsNullOrEmpty(options.GraphAddress) ? SendPace.PerMinute : int.MaxValue;

    private static Uri? AddressOf(string? text) => string.IsNullOrEmpty(text) ? null : new Uri(text.TrimEnd('/') + "/");

    // The identity that reads and writes the data also writes mail; no secret.
    private static GraphServiceClient Graph(IServiceProvider provider) =>
        Options(provider).GraphAddress is { Length: > 0 } address
            ? GraphClients.ForSandbox(new Uri(address))
            : GraphClients.For(
                provider.GetRequiredService<IConfiguration>()[$"{StorageConnection.Name}:clientId"]
                    is { Length: > 0 } clientId
                    ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
                    : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));
}
