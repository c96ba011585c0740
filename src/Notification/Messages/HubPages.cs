namespace PianoZona.Notification.Messages;

/// <summary>A link of a message.</summary>
/// <param name="Text">Its words.</param>
internal sealed record MailLink(string Text, Uri Address);

/// <summary>The pages of the hub that messages lead to; a reader who is not signed in comes back to them.</summary>
internal static class HubPages
{
    /// <summary>A page by its address from the hub's root; null when the hub's address is not known.</summary>
    public static Uri? Find(Uri? hub, string path) => hub is null ? null : new Uri(hub, path);

    /// <summary>Where a file is sent.</summary>
    /// <param name="hub">Address of the hub's pages, ending in a slash.</param>
    public static Uri Send(Uri hub, string flow, string period) =>
        new(hub, $"invia?flusso={Uri.EscapeDataString(flow)}&periodo={Uri.EscapeDataString(period)}");

    /// <summary>Where the same is filled in on a page.</summary>
    public static Uri Filling(Uri hub, string flow, string period) =>
        new(hub, $"compila/{Uri.EscapeDataString(flow)}/{Uri.EscapeDataString(period)}");

    /// <summary>The file with what is known of its sender already in it.</summary>
    public static Uri Template(Uri hub, string flow, string period) =>
        new(hub, $"modelli/{Uri.EscapeDataString(flow)}/{Uri.EscapeDataString(period)}/modello.xlsx");

    /// <summary>What a file holds, column by column.</summary>
    public static Uri Flow(Uri hub, string flow) => new(hub, $"flussi/{Uri.EscapeDataString(flow)}");

    public static Uri Deadlines(Uri hub) => new(hub, "scadenze");
}
